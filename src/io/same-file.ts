// Whether two names lead to one file, which need not be there yet.
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Tells whether a file written under one name would be found under the other, links followed. Never throws. */
export function isSameFile(a: string, b: string): boolean {
  return placeOf(a) === placeOf(b);
}

function placeOf(path: string): string {
  return real(path) ?? join(real(dirname(path)) ?? resolve(dirname(path)), basename(path));
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined; // it is not there, or whoever opens it says what is wrong
  }
}
