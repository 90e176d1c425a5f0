// One run at a time in a folder: each has a file there whose name says which process it is.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, startOf } from '../io/alive.ts';
import { makeFolder } from '../io/output/make-folder.ts';

/** A run asks at most this many times whether others that came with it have given way, with a pause in between. */
const MAX_ATTEMPTS = 50;
const PAUSE_MS = 20;

/**
 * Takes a folder for this run, making it where it is missing; resolves to the path of the lock. Rejects with the system's
 * error, and with a sentence when another run is at work there. Nobody removes the file of a run that is alive, so two
 * that come at the same moment see each other, and the one with the smaller number stays.
 */
export async function takeLock(folder: string): Promise<string> {
  const own = `lock-${process.pid}-${startOf(process.pid)}`;
  const lock = join(folder, own);
  try {
    writeLock(folder, lock);
    for (let asked = 1; ; asked++) {
      const others = livingIn(folder, own);
      const [first] = others;
      if (!first) return lock;
      if (asked > MAX_ATTEMPTS || others.some(({ pid }) => pid < process.pid))
        throw new Error(`another run (process ${first.pid}) is writing there; if it is none, remove ${first.path}`);
      await wait(PAUSE_MS);
    }
  } catch (error) {
    rmSync(lock, { force: true });
    throw error;
  }
}

/** A run that ends may take the folder away in between. */
function writeLock(folder: string, lock: string): void {
  for (let left = MAX_ATTEMPTS; ; left--) {
    makeFolder(folder);
    try {
      return writeFileSync(lock, '');
    } catch (error) {
      if (left === 0 || !(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}

interface Holder {
  readonly pid: number;
  readonly path: string;
}

/** The other runs in a folder that are alive; the files of dead ones are removed. */
function livingIn(folder: string, own: string): Holder[] {
  const holders: Holder[] = [];
  for (const name of readdirSync(folder)) {
    const [, pid, start] = /^lock-(\d+)-(\d*)$/.exec(name) ?? [];
    if (pid === undefined || name === own) continue;
    const path = join(folder, name);
    if (isAlive(Number(pid), start)) holders.push({ pid: Number(pid), path });
    else rmSync(path, { force: true });
  }
  return holders;
}
