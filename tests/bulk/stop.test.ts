// Ctrl-C while a run waits for somebody.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { PROGRAM, temporaryFolder } from '../help/program.ts';

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
    child.once('exit', (status, signal) => resolve(signal === 'SIGINT' ? 130 : status)),
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
