// What `--report` writes, whatever became of the run.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { PROGRAM, papersift, type Ran, SEED, temporaryFolder } from '../help/program.ts';

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
  expect(convert('in', '-o', 'out', '--report', 'none/r.json')).toMatchObject({
    status: 1,
    stderr: 'papersift: none/r.json: there is no such file or folder\n',
  });
});
