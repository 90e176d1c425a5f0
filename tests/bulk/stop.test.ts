// Ctrl-C while a run waits for somebody, and what is said to be left then.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { PROGRAM, SEED, temporaryFolder } from '../help/program.ts';

let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
});

/** Starts `convert` and gives it to the system to end when the test does. */
function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, 'convert', ...args, '-o', 'out'], { cwd: folder });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Interrupts a run; resolves to its status (a signal counts as the shell has it), or to what is no status when it goes on. */
async function interrupt(child: ChildProcess): Promise<number | string | null> {
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (status, signal) => resolve(signal === 'SIGINT' ? 130 : status)),
  );
  child.kill('SIGINT');
  return Promise.race([ended, wait(5000, 'it goes on')]);
}

test.each(['1', '2'])('a run that waits for standard input hears Ctrl-C (-j %s)', async (jobs) => {
  const child = start('-', '-j', jobs);
  while (!existsSync(join(folder, 'out/.papersift/journal.new.jsonl'))) await wait(5);
  expect(await interrupt(child)).toBe(130);
});

test('a run that waits for a named pipe hears Ctrl-C', async () => {
  expect(spawnSync('mkfifo', [join(folder, 'pipe')]).status).toBe(0);
  const child = start('pipe');
  const pipe = createWriteStream(join(folder, 'pipe'));
  await new Promise((resolve) => pipe.write('{', resolve));
  await wait(200);
  expect(await interrupt(child)).toBe(130);
  pipe.destroy();
});

test.each(['1', '2'])('what is left is what no output was made of (-j %s)', async (jobs) => {
  const seed = readFileSync(SEED, 'utf8');
  mkdirSync(join(folder, 'in'));
  for (let i = 100; i < 700; i++) writeFileSync(join(folder, `in/${i}.txt`), seed);
  writeFileSync(join(folder, 'in/x.jsonl'), JSON.stringify({ text: seed }));
  const child = start('in', '-j', jobs, '--fields', 'title');
  let said = '';
  child.stderr?.on('data', (data) => {
    said += data;
  });
  while (!existsSync(join(folder, 'out/in/300.txt.json'))) await wait(2);
  expect(await interrupt(child)).toBe(130);
  const made = readdirSync(join(folder, 'out/in')).length;
  const [, inputs, left] = /stopped; (\d+) inputs? done, about ([\d.]+) MB are left: the same/.exec(said) ?? [];
  expect(Number(inputs)).toBe(made);
  expect(said).toContain(`papersift: ${made} pages, `);
  const size = seed.length * (600 - made);
  expect(size).toBeGreaterThan(1e6);
  // A task of half a megabyte may be done in part.
  expect(Number(left) * 1e6).toBeGreaterThan(size - 1e5);
  expect(Number(left) * 1e6).toBeLessThan(size + 1e6);
});

test('of a stream that is not done all is left', async () => {
  const line = JSON.stringify({ text: readFileSync(SEED, 'utf8') });
  writeFileSync(join(folder, 'x.jsonl'), `${line}\n`.repeat(1500));
  const child = start('x.jsonl');
  let said = '';
  child.stderr?.on('data', (data) => {
    said += data;
  });
  const first = join(folder, 'out/.papersift/tmp/out-0');
  while ((statSync(first, { throwIfNoEntry: false })?.size ?? 0) === 0) await wait(2);
  expect(await interrupt(child)).toBe(130);
  const size = statSync(join(folder, 'x.jsonl')).size;
  expect(said).toContain('papersift: 0 pages, 0 records, ');
  expect(said).toContain(`stopped; 0 inputs done, about ${(size / 1e6).toFixed(1)} MB are left`);
});

test('work that never comes to its end is said to be no success', () => {
  writeFileSync(join(folder, 'page.txt'), readFileSync(SEED, 'utf8'));
  writeFileSync(join(folder, 'never.cjs'), "require('node:fs').fsync = () => {};");
  const args = ['-r', './never.cjs', PROGRAM, 'convert', 'page.txt', '-o', 'out', '-j', '1'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^papersift: ended before its work was done/m);
});

test('a run that is stopped has a report all the same', async () => {
  const child = start('-', '--report', 'report.json');
  while (!existsSync(join(folder, 'out/.papersift/journal.new.jsonl'))) await wait(5);
  expect(await interrupt(child)).toBe(130);
  expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).total).toMatchObject({ stopped: true });
});

test.each([
  ['--merge', '-o', 'pipe'],
  ['-o', 'dir', '--report', 'pipe'],
])('a run whose output is a named pipe that nobody opens hears Ctrl-C: %s', async (...args) => {
  expect(spawnSync('mkfifo', [join(folder, 'pipe')]).status).toBe(0);
  writeFileSync(join(folder, 'page.txt'), readFileSync(SEED));
  const child = spawn(process.execPath, [PROGRAM, 'convert', 'page.txt', ...args], { cwd: folder });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await wait(700); // until the pipe is being opened
  expect(await interrupt(child)).toBe(130);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});
