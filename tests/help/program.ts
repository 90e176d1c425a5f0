// Runs the built program as a user does: as a process of its own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The file that `npm` links as `papersift`. */
export const PROGRAM: string = resolve('bin/papersift.js');

/** The seed dump, from the project's root. */
export const SEED = 'fixtures/hf-search/seed.txt';

/** The Node that runs the program: another one when CI asks for it. */
const NODE = process.env['PAPERSIFT_NODE'] ?? process.execPath;

/** What a process left behind. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to run it. */
export interface How {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<{ [name: string]: string }>;
  readonly cwd?: string;
}

/** Runs the program to its end. */
export function papersift(args: readonly string[], { input = '', env = {}, cwd }: How = {}): Ran {
  const ran = spawnSync(NODE, [PROGRAM, ...args], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
    maxBuffer: 1 << 28,
    ...(cwd === undefined ? {} : { cwd }),
  });
  return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

/** Runs a line of shell in which `papersift` is the program. */
export function shell(line: string): Ran {
  const script = `papersift() { '${NODE}' '${PROGRAM}' "$@"; }\n${line}`;
  const ran = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

/** Starts the program and leaves it running; it is killed when the test ends. */
export function start(args: readonly string[]): ChildProcess {
  const child = spawn(NODE, [PROGRAM, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** A folder of its own for a test, removed when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'papersift-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
