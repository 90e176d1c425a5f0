// Streams of captures that are cut into batches: one output and one row of the report for each, and none for half a stream.
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { PROGRAM, papersift, SEED, temporaryFolder } from '../help/program.ts';
import { tar, warc, zip } from '../io/archives.ts';

const seed = readFileSync(SEED, 'utf8');

let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
});

/** So many captures that differ, as JSON Lines; a batch holds about 65 of them. */
function captures(count: number): string {
  const lines = Array.from({ length: count }, (_, i) =>
    JSON.stringify({ url: `http://e/${i}`, text: seed.replaceAll('Mesa', `Mesa ${i}`) }),
  );
  return `${lines.join('\n')}\n`;
}

const records = (path: string): number => readFileSync(join(folder, path), 'utf8').trim().split('\n').length;

test.each(['1', '2'])(
  'all batches of a stream in an archive, or on standard input, are in its one output (-j %s)',
  (jobs) => {
    const text = captures(200);
    writeFileSync(join(folder, 'x.tar'), tar([{ name: 'c.jsonl', data: text }]));
    writeFileSync(join(folder, 'x.zip'), zip([{ name: 'c.jsonl', data: text }]));
    const args = ['convert', 'x.tar', 'x.zip', '-', '-o', 'out', '-f', 'jsonl', '--report', 'r.json', '-q', '-j', jobs];
    expect(papersift(args, { cwd: folder, input: text }).status).toBe(0);
    const outputs = ['x.tar/c.jsonl.jsonl', 'x.zip/c.jsonl.jsonl', 'stdin.jsonl'];
    expect(outputs.map((path) => records(`out/${path}`))).toEqual([1000, 1000, 1000]);
    const { inputs, total } = JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8'));
    expect(inputs.map(({ output, records }: { output: string; records: number }) => [output, records])).toEqual(
      outputs.map((path) => [path, 1000]),
    );
    expect(total.inputs).toBe(3);
  },
);

const pages = Array.from({ length: 1500 }, (_, i) => ({
  url: `http://e/${i}`,
  type: 'text/plain',
  body: seed.replaceAll('Mesa', `Mesa ${i}`),
}));

test.each([
  ['c.jsonl', 'SIGINT', 130, captures(1500)],
  ['c.warc', 'SIGTERM', 143, warc(pages)],
] as const)('a half-written %s is thrown away by %s, and done again', async (name, signal, status, content) => {
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in', name), content);
  const child = spawn(process.execPath, [PROGRAM, 'convert', 'in', '-o', 'out', '-f', 'jsonl'], { cwd: folder });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  while (!isBegun() && child.exitCode === null) await wait(2);
  child.kill(signal);
  expect(await ended).toBe(status);
  expect(readdirSync(join(folder, 'out'))).toEqual(['.papersift']);
  expect(papersift(['convert', 'in', '-o', 'out', '-f', 'jsonl', '-q'], { cwd: folder }).status).toBe(0);
  expect(records(`out/in/${name}.jsonl`)).toBe(7500);
});

test('a stream to which somebody writes while it is read is done again', async () => {
  mkdirSync(join(folder, 'in'));
  const path = join(folder, 'in/c.jsonl');
  const text = captures(1500);
  writeFileSync(path, text);
  const child = spawn(process.execPath, [PROGRAM, 'convert', 'in', '-o', 'out', '-f', 'jsonl', '-q'], { cwd: folder });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  while (!isBegun() && child.exitCode === null) await wait(2);
  const file = openSync(path, 'r+');
  writeSync(file, 'MESA', text.indexOf('Mesa 0'));
  closeSync(file);
  expect(await ended).toBe(0);
  const titles = (): string[] => readFileSync(join(folder, 'out/in/c.jsonl.jsonl'), 'utf8').match(/MESA 0: A M/g) ?? [];
  expect(titles()).toHaveLength(0);
  expect(papersift(['convert', 'in', '-o', 'out', '-f', 'jsonl', '-q'], { cwd: folder }).status).toBe(0);
  expect(titles()).toHaveLength(1);
});

/** Has the first output got some bytes? */
function isBegun(): boolean {
  const path = join(folder, 'out/.papersift/tmp/out-0');
  return existsSync(path) && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
