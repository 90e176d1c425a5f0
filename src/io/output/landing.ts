// Where an output lands: links are followed, a file is replaced by one of the same mode, a device or a pipe is written to.
import { realpathSync, statSync } from 'node:fs';

/** The place of an output. */
export interface Landing {
  readonly path: string;
  /** The mode of the file that it replaces; null when there is none. */
  readonly mode: number | null;
  /** It is a device or a pipe, which nothing can replace. */
  readonly direct: boolean;
}

/** Looks where a path leads. Throws the system's error, also when it is a folder. */
export function landingOf(path: string): Landing {
  const old = statSync(path, { throwIfNoEntry: false });
  if (!old) return newFile(path);
  if (old.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
  // Where /dev/stdout leads has no path when it is a pipe.
  if (!old.isFile()) return { ...newFile(path), direct: true };
  return { path: realpathSync(path), mode: old.mode & 0o7777, direct: false };
}

/** A path where nothing is that has to be respected. */
export function newFile(path: string): Landing {
  return { path, mode: null, direct: false };
}
