// The corner of the output folder where unfinished things lie; nothing of it is left when a run has ended.
import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from './lock.ts';

/** A folder for unfinished files, held by one run at a time. */
export interface Workspace {
  /** Lies on the file system of the outputs, so that a rename is all that makes an output appear. */
  readonly folder: string;
  /** Where the unfinished files are. */
  readonly temporary: string;
  /** Removes the unfinished files and lets go; the folder goes too when nothing is left in it. */
  close(): void;
}

/**
 * Takes a folder as workspace and clears away what a killed run has left there. Rejects with the system's error, and with
 * a sentence when another run is at work in it.
 */
export async function openWorkspace(folder: string): Promise<Workspace> {
  const lock = await takeLock(folder);
  const temporary = join(folder, 'tmp');
  const close = (): void => {
    rmSync(temporary, { recursive: true, force: true });
    rmSync(lock, { force: true });
    removeEmpty(folder);
  };
  try {
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary);
  } catch (error) {
    close();
    throw error;
  }
  return { folder, temporary, close };
}

/** The journal may be in it, or the lock of the next run already. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}
