// What a person sees on a terminal (tmux is one).
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { PROGRAM, SEED, temporaryFolder } from '../help/program.ts';

const hasTmux = spawnSync('tmux', ['-V']).status === 0;

/** Runs a line of shell in a terminal of its own; resolves to its screen when the line is done. */
async function screenOf(line: string, cwd: string): Promise<string> {
  const tmux = (...args: string[]): string =>
    execFileSync('tmux', ['-S', join(cwd, 'tmux'), ...args], { encoding: 'utf8' });
  onTestFinished(() => void spawnSync('tmux', ['-S', join(cwd, 'tmux'), 'kill-server']));
  tmux(
    '-f',
    '/dev/null',
    'new-session',
    '-d',
    '-x',
    '150',
    '-y',
    '40',
    '-c',
    cwd,
    `sh -c '${line}; echo the end; sleep 60'`,
  );
  for (;;) {
    const screen = tmux('capture-pane', '-p', '-J'); // a line that the terminal has wrapped is one again
    if (screen.includes('the end')) return screen;
    await wait(50);
  }
}

test.skipIf(!hasTmux)('what is said above the bar stays, and nothing of the bar does', async () => {
  const folder = temporaryFolder();
  const seed = readFileSync(SEED, 'utf8');
  mkdirSync(join(folder, 'in'));
  for (let i = 10; i < 90; i++) writeFileSync(join(folder, `in/${i}.txt`), i % 20 === 10 ? 'no digest' : seed);
  const screen = await screenOf(`${process.execPath} ${PROGRAM} convert in -o out`, folder);
  const lines = screen
    .trim()
    .split('\n')
    .map((line) => line.trimEnd());
  expect(lines.slice(0, 4)).toEqual([10, 30, 50, 70].map((i) => expect.stringContaining(`in/${i}.txt:1: no digest`)));
  expect(lines[4]).toMatch(/^papersift: 80 pages, /);
  expect(lines.at(-1)).toBe('the end');
  expect(screen).not.toMatch(/[█░]/);
});
