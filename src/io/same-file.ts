// Whether two names lead to one file, which need not be there yet.
import { fstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Tells whether a file written under one name would be found under the other, links followed. Never throws. */
export function isSameFile(a: string, b: string): boolean {
  return placeOf(a) === placeOf(b);
}

/**
 * Tells whether what is written to two outputs, `-` being standard output, would be mixed: they lead to one file, or to
 * one that the shell has opened, or to one pipe. A terminal or /dev/null may take both. Never throws.
 */
export function isSameOutput(a: string, b: string): boolean {
  const [one, other] = [statOf(a), statOf(b)];
  if (a === '-' && b === '-') return true;
  if (one && other) return !one.isCharacterDevice() && one.dev === other.dev && one.ino === other.ino;
  return a !== '-' && b !== '-' && isSameFile(a, b);
}

function statOf(path: string): Stats | undefined {
  try {
    return path === '-' ? fstatSync(1) : statSync(path);
  } catch {
    return undefined;
  }
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
