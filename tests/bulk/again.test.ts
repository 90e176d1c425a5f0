// The second run in an output folder: what is kept is what the run would make, byte for byte.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { PROGRAM, papersift, type Ran, SEED, temporaryFolder } from '../help/program.ts';
import { warc } from '../io/archives.ts';

const seed = readFileSync(SEED, 'utf8');

let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'in'));
});

const convert = (...args: string[]): Ran => papersift(['convert', ...args, '-f', 'jsonl'], { cwd: folder });

/** Every output in a folder with its content. */
function outputs(name: string): { [path: string]: string } {
  const paths = readdirSync(join(folder, name, 'in')).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, name, 'in', path), 'utf8')]));
}

test('what a killed run with other options left is made again', async () => {
  for (let i = 0; i < 150; i++) writeFileSync(join(folder, `in/${i}.txt`), seed);
  // The order of the fields makes another output of the same size.
  const calm = ['in', '-o', 'out', '--fields', 'title,source_line'];
  convert(...calm, '-q');
  const before = outputs('out');
  const first = join(folder, 'out/in/0.txt.jsonl');
  const { ino } = statSync(first);
  const args = ['convert', 'in', '-o', 'out', '-f', 'jsonl', '--fields', 'source_line,title'];
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, stdio: 'ignore' });
  while (statSync(first).ino === ino) await wait(1);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  expect(outputs('out')).not.toEqual(before);
  convert(...calm, '-q');
  expect(outputs('out')).toEqual(before);
  expect(convert(...calm).stderr).toContain('150 inputs unchanged');
});

test('an output that a hand has changed is made again, also when it is as long as before', () => {
  writeFileSync(join(folder, 'in/a.txt'), seed);
  writeFileSync(join(folder, 'in/c.jsonl'), JSON.stringify({ url: 'http://e/', text: seed }));
  convert('in', '-o', 'out', '-q');
  const before = outputs('out');
  for (const [path, text] of Object.entries(before))
    writeFileSync(join(folder, 'out/in', path), text.replace('Mesa', 'mESA'));
  convert('in', '-o', 'out', '-q');
  expect(outputs('out')).toEqual(before);
});

test('with --strict a page with warnings is told of by every run, whoever has read it before', () => {
  writeFileSync(join(folder, 'in/a.txt'), seed);
  writeFileSync(join(folder, 'in/b.txt'), seed.replace('memory', 'mem\0ory'));
  writeFileSync(join(folder, 'in/c.jsonl'), JSON.stringify({ text: seed.replace('memory', 'mem\0ory') }));
  const run = (...more: string[]): Ran => convert('in', '-o', 'out', ...more);
  expect(run().status).toBe(0);
  expect(run()).toMatchObject({ status: 0, stderr: expect.stringContaining('3 inputs unchanged') });
  const before = outputs('out');
  expect(run('--strict')).toMatchObject({ status: 1, stderr: expect.stringContaining(' 2 warnings,') });
  for (const _ of ['again', 'and again']) {
    const { status, stderr } = run('--strict');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/ 2 warnings,.* 1 input unchanged/),
    });
  }
  expect(outputs('out')).toEqual(before);
});

test('the same content under another path is done again: records say where they stood', () => {
  writeFileSync(join(folder, 'in/a.txt'), seed);
  writeFileSync(join(folder, 'in/c.jsonl'), JSON.stringify({ text: seed }));
  convert('in', '-o', 'out', '-q');
  const path = join(folder, 'in');
  convert(path, '-o', 'out', '-q');
  for (const [name, text] of Object.entries(outputs('out')))
    expect(JSON.parse(text.split('\n')[0] ?? '').source.file).toContain(join(path, name.replace(/\.jsonl$/, '')));
  expect(convert(path, '-o', 'out').stderr).toContain('2 inputs unchanged');
});

test.each([0, 1, 2])('a stream of which page %i was too large is done again, until all of it is there', (large) => {
  const body = (i: number): string => (i === large ? seed + seed.slice(seed.indexOf('\nMesa')) : seed);
  const pages = [0, 1, 2].map((i) => ({ url: `http://e/${i}`, type: 'text/plain', body: body(i) }));
  writeFileSync(join(folder, 'in/c.warc'), warc(pages));
  for (const _ of ['first', 'again']) {
    const { status, stderr } = convert('in', '-o', 'out', '--max-size', '9000');
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining(`http://e/${large}`) });
  }
  expect(convert('in', '-o', 'out').stderr).toContain('3 pages, ');
  expect(convert('in', '-o', 'out').stderr).toContain('1 input unchanged');
});
