// The corner of the output folder where unfinished things lie; nothing of it is left when a run has ended.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startOf } from './alive.ts';
import { makeFolder } from './make-folder.ts';

/** A folder for unfinished files, held by one run at a time. */
export interface Workspace {
  /** Lies on the file system of the outputs, so that a rename is all that makes an output appear. */
  readonly folder: string;
  /** Where the unfinished files are. */
  readonly temporary: string;
  /** Removes the unfinished files and lets go. */
  close(): void;
}

/**
 * Takes a folder as workspace and clears away what a killed run has left there. Throws the system's error, and an
 * `Error` with a sentence when another run is at work in it.
 */
export function openWorkspace(folder: string): Workspace {
  makeFolder(folder);
  const lock = join(folder, 'lock');
  takeLock(lock);
  const temporary = join(folder, 'tmp');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
  const close = (): void => {
    rmSync(temporary, { recursive: true, force: true });
    rmSync(lock, { force: true });
  };
  return { folder, temporary, close };
}

function takeLock(lock: string): void {
  const holder = holderOf(lock);
  if (holder !== undefined)
    throw new Error(`another run (process ${holder}) is writing there; if it is none, remove ${lock}`);
  rmSync(lock, { force: true });
  try {
    writeFileSync(lock, `${process.pid} ${startOf(process.pid)}\n`, { flag: 'wx' });
  } catch (error) {
    rmSync(lock, { force: true }); // on a full disk it is there, but empty
    throw error;
  }
}

/** The process that holds the lock, if it is alive. */
function holderOf(lock: string): number | undefined {
  try {
    const [pid = '', start] = readFileSync(lock, 'utf8').trim().split(' ');
    const holder = Number.parseInt(pid, 10);
    return holder > 0 && holder !== process.pid && isAlive(holder, start) ? holder : undefined;
  } catch {
    return undefined;
  }
}
