// Kills at random moments, then one finishing run: the bytes of an undisturbed run, and nothing else left.
// PAPERSIFT_KILLS=50 npx vitest run tests/bulk/kill.test.ts for the long version.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PROGRAM, papersift, SEED, temporaryFolder } from '../help/program.ts';
import { tar } from '../io/archives.ts';

const KILLS = Number(process.env['PAPERSIFT_KILLS'] ?? 3);

test.each([
  ['mirrored', ['-o', 'OUT', '-f', 'jsonl']],
  ['merged', ['-o', 'OUT/all.jsonl.gz', '--merge', '--dedupe']],
])(`${KILLS} kills, then a finishing run: %s`, { timeout: 600_000 }, async (_, args) => {
  const folder = temporaryFolder();
  const inputs = makeInputs(folder);
  const run = (out: string): string[] => [
    'convert',
    ...inputs,
    '-j',
    '2',
    '-q',
    ...args.map((arg) => arg.replace('OUT', out)),
  ];
  mkdirSync(join(folder, 'calm'));
  mkdirSync(join(folder, 'killed'));
  const start = performance.now();
  expect(papersift(run('calm'), { cwd: folder }).status).toBe(0);
  const whole = performance.now() - start;
  for (let kill = 0; kill < KILLS; kill++) await runAndKill(run('killed'), folder, Math.random() * whole);
  expect(papersift(run('killed'), { cwd: folder }).status).toBe(0);
  expect(hashes(join(folder, 'killed'))).toEqual(hashes(join(folder, 'calm')));
});

/** Enough pages that a run takes a while: files, a tar archive, captures. */
function makeInputs(folder: string): string[] {
  const seed = readFileSync(SEED, 'utf8');
  const page = (i: number): string =>
    seed +
    Array.from({ length: 12 }, () => seed.slice(seed.indexOf('\nMesa')).replaceAll('Mesa', `Mesa ${i}`)).join('\n');
  mkdirSync(join(folder, 'in'));
  for (let i = 0; i < 60; i++) writeFileSync(join(folder, `in/${i}.txt`), page(i));
  const members = Array.from({ length: 60 }, (_, i) => ({ name: `${i}.txt`, data: page(i + 100) }));
  writeFileSync(join(folder, 'a.tar.gz'), gzipSync(tar(members)));
  const captures = Array.from({ length: 60 }, (_, i) => JSON.stringify({ url: `http://e/${i}`, text: page(i + 200) }));
  writeFileSync(join(folder, 'c.jsonl'), captures.join('\n'));
  return ['in', 'a.tar.gz', 'c.jsonl'];
}

async function runAndKill(args: readonly string[], cwd: string, after: number): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  await ended;
  clearTimeout(timer);
}

function hashes(folder: string): { [path: string]: string } {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}
