// The bytes of one output: to a file that appears only when it is complete and on the disk, or to a device or a pipe.
import { closeSync, fchmodSync, fstatSync, fsync, open, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { later } from '../later.ts';
import type { Landing } from './landing.ts';
import { makeFolder } from './make-folder.ts';
import { writeAll, writeAllSync } from './write-all.ts';

/** Takes bytes. All but `abandon` reject with the system's error. */
export interface Output {
  /** Writes bytes; resolves when they may be overwritten. */
  write(bytes: Uint8Array): Promise<void>;
  /** Completes the output; a file appears under its name only now. */
  finish(): Promise<void>;
  /** Throws away what was written where that is possible, unless it is complete. Synchronous, for signals. */
  abandon(): void;
}

/**
 * Opens an output; a file is written as `temporary`, on the same file system, until it is complete. A device or a pipe
 * is opened with the first write. Throws the system's error.
 */
export function openOutput(to: Landing, temporary: string): Output {
  return to.direct ? directOutput(to.path, to.open) : fileOutput(to, temporary);
}

const sync = promisify(fsync);

function fileOutput({ path, mode }: Landing, temporary: string): Output {
  const file = openSync(temporary, 'wx', 0o666);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write: async (bytes) => writeAllSync(file, bytes),
    finish: async () => {
      if (mode !== null) fchmodSync(file, mode);
      await sync(file);
      close();
      makeFolder(dirname(path));
      renameSync(temporary, path);
    },
    abandon: () => {
      close();
      rmSync(temporary, { force: true });
    },
  };
}

/** Writes to what is there and stays: by a descriptor that somebody else has opened, and closes, or by its path. */
function directOutput(path: string, given?: number): Output {
  let file = given;
  let isOpen = true;
  let written = 0;
  // A named pipe opens only when somebody reads it.
  const opened = async (): Promise<number> => {
    file ??= await later((done) => open(path, 'w', done));
    return file;
  };
  const close = (): void => {
    if (isOpen && file !== undefined && file !== given) closeSync(file);
    isOpen = false;
  };
  return {
    write: async (bytes) => {
      const to = await opened();
      if (written + bytes.length <= MAX_AT_ONCE_BYTES || fstatSync(to).isFile()) writeAllSync(to, bytes);
      else await writeAll(to, bytes);
      written += bytes.length;
    },
    finish: async () => {
      await opened();
      close();
    },
    abandon: close,
  };
}

/** A pipe takes this many bytes without waiting for its reader. More is written by the thread pool, so that signals are heard. */
const MAX_AT_ONCE_BYTES = 1 << 15;
