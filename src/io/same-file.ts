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

/** Tells whether an input, `-` being standard input, is the file that standard output goes to. Never throws. */
export function isStdoutFile(path: string): boolean {
  const [input, output] = [statOf(path, 0), statOf('-')];
  return input?.isFile() === true && input.dev === output?.dev && input.ino === output.ino;
}

function statOf(path: string, standard: 0 | 1 = 1): Stats | undefined {
  try {
    return path === '-' ? fstatSync(standard) : statSync(path);
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
