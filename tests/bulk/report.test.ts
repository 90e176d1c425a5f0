// What `--report` writes, whatever became of the run.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { PROGRAM, papersift, type Ran, SEED, temporaryFolder } from '../help/program.ts';
import { warc } from '../io/archives.ts';

const seed = readFileSync(SEED, 'utf8');

let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'in'));
});

const convert = (...args: string[]): Ran => papersift(['convert', ...args], { cwd: folder });
const report = () => JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8'));

test('a report of nothing is JSON too', () => {
  expect(convert('in', '-o', 'out', '--report', 'r.json').status).toBe(1);
  expect(report().total).toMatchObject({ pages: 0 });
});

test('a killed run leaves no temporary report behind the next one', async () => {
  for (let i = 0; i < 300; i++) writeFileSync(join(folder, `in/${i}.txt`), seed);
  const args = ['convert', 'in', '-o', 'out', '--report', 'r.json'];
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, stdio: 'ignore' });
  while (!readdirSync(folder).includes('out')) await wait(1);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toHaveLength(1);
  const other = `.r.json.${process.pid}-1.tmp`;
  writeFileSync(join(folder, other), 'of a run that is alive');
  expect(convert('in', '-o', 'out', '--report', 'r.json', '-q').status).toBe(0);
  expect(readdirSync(folder).sort()).toEqual([other, 'in', 'out', 'r.json']);
});

test('a report that cannot be opened is named, not the output', () => {
  writeFileSync(join(folder, 'in/a.txt'), seed);
  expect(convert('in', '-o', 'out', '--report', 'in/a.txt/r.json')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('papersift: in/a.txt/r.json: cannot be written: '),
  });
});

test.each(['1', '2'])(
  'what could not be read has a row, in the order of the inputs, and is counted (-j %s)',
  (jobs) => {
    const page = (i: number): string => (i === 1 ? `${seed}${seed}` : seed);
    const pages = [0, 1, 2].map((i) => ({ url: `http://e/${i}`, type: 'text/plain', body: page(i) }));
    const line = `${JSON.stringify({ url: 'http://e/', text: `${seed}${seed.slice(0, 99)}` })}\n`;
    writeFileSync(join(folder, 'in/a.txt'), seed);
    writeFileSync(join(folder, 'in/b.txt.gz'), gzipSync(seed).subarray(0, -9));
    writeFileSync(join(folder, 'in/c.jsonl.gz'), gzipSync(line.repeat(3)).subarray(0, -9));
    writeFileSync(join(folder, 'in/d.warc'), warc(pages));
    writeFileSync(join(folder, 'in/e.txt'), 'no digest');
    const args = ['missing', 'in', 'gone', '-o', 'out', '--report', 'r.json', '--max-size', '12000', '-j', jobs];
    const { status, stderr } = convert(...args);
    expect(status).toBe(1);
    const { inputs, total } = report();
    expect(
      inputs.map(({ input, problems }: { input: string; problems: string[] }) => [input, problems.length]),
    ).toEqual([
      ['missing', 1],
      ['in/a.txt', 0],
      ['in/b.txt.gz', 1],
      ['in/c.jsonl.gz', 1],
      ['in/d.warc', 1],
      ['in/e.txt', 1],
      ['gone', 1],
    ]);
    expect(total).toMatchObject({ inputs: 7, problems: 6 });
    expect(stderr).toMatch(/, 6 problems\n$/);
  },
);
