// What every speed is measured against: stream, split into paragraphs, write {title, abstract} as JSON Lines.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';

let tail = '';
let title;
for await (const chunk of createReadStream(process.argv[2], { encoding: 'utf8' })) {
  const paragraphs = (tail + chunk).split('\n\n');
  tail = paragraphs.pop();
  let out = '';
  for (const paragraph of paragraphs) {
    if (title === undefined) title = paragraph;
    else {
      out += `${JSON.stringify({ title, abstract: paragraph })}\n`;
      title = undefined;
    }
  }
  if (!process.stdout.write(out)) await once(process.stdout, 'drain');
}
process.stdout.write(`${JSON.stringify({ title, abstract: tail })}\n`);
