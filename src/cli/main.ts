// The command line: reads the arguments and starts the command.
import { createReadStream } from 'node:fs';
import { createSifter } from '../sift.ts';
import { settingsOf } from '../options.ts';
import { createDecoder } from '../text/decode.ts';

const argv = process.argv.slice(2);
const option = (name: string): string | undefined => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const file = argv.find((arg, i) => !arg.startsWith('-') && !argv[i - 1]?.startsWith('-'));
let out = '';
let records = 0;
const sifter = createSifter(settingsOf({ file: file ?? null, math: (option('--math') ?? 'unicode') as 'unicode' }), {
  record: (record) => {
    records++;
    out += `${JSON.stringify(record)}\n`;
    if (out.length > 65536) flush();
  },
  reject: () => {},
  warn: () => {},
});
function flush(): void {
  process.stdout.write(out);
  out = '';
}
const decoder = createDecoder();
const stream = file ? createReadStream(file) : process.stdin;
async function main() {
for await (const chunk of stream) sifter.push(decoder.push(chunk));
sifter.push(decoder.end());
sifter.end();
flush();
process.exitCode = records > 0 ? 0 : 1;
}
main();
