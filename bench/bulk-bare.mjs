// The least that any program in Node would do: reads every file, splits it into paragraphs, writes pairs as JSON Lines.
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const [folder, out] = process.argv.slice(2);
const file = openSync(out, 'w');
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const paragraphs = readFileSync(join(entry.parentPath, entry.name), 'utf8').split(/\n{2,}/);
  let rows = '';
  for (let i = 0; i + 1 < paragraphs.length; i += 2)
    rows += `${JSON.stringify({ title: paragraphs[i], abstract: paragraphs[i + 1] })}\n`;
  writeSync(file, rows);
}
closeSync(file);
