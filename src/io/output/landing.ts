// Where an output lands: links are followed, a file is replaced by one of the same mode, a device or a pipe is written to.
import { fstatSync, lstatSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The place of an output. */
export interface Landing {
  readonly path: string;
  /** The mode of the file that it replaces; null when there is none. */
  readonly mode: number | null;
  /** It is a device or a pipe, which nothing can replace, or a file that is open already. */
  readonly direct: boolean;
  /** The descriptor by which it is open: whoever opened it writes there too. */
  readonly open?: number;
}

/** Looks where a path leads. Throws the system's error, also when it is a folder. */
export function landingOf(path: string): Landing {
  const old = statSync(path, { throwIfNoEntry: false });
  if (!old) return newFile(endOfLinks(path));
  if (old.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
  // Where /dev/stdout leads has no path when it is a pipe, and what the shell has opened may hold more already.
  const open = openAlready(path, old);
  if (open !== undefined || !old.isFile())
    return { ...newFile(path), direct: true, ...(open === undefined ? {} : { open }) };
  return { path: realpathSync(path), mode: old.mode & 0o7777, direct: false };
}

/** The descriptor that the path names, or that has the same file open for output. */
function openAlready(path: string, there: Stats): number | undefined {
  const number = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(path)?.[1];
  if (number !== undefined) return Number(number);
  return [1, 2].find((fd) => {
    const found = fstatSync(fd);
    return found.dev === there.dev && found.ino === there.ino;
  });
}

/** Where links lead that end nowhere yet. */
function endOfLinks(path: string): string {
  let end = path;
  for (let i = 0; i < MAX_LINKS && lstatSync(end, { throwIfNoEntry: false })?.isSymbolicLink(); i++)
    end = resolve(dirname(end), readlinkSync(end));
  return end;
}

/** The system follows no more links either. */
const MAX_LINKS = 40;

/** A path where nothing is that has to be respected. */
export function newFile(path: string): Landing {
  return { path, mode: null, direct: false };
}
