// A command whose name was mistyped is taken for a file: finds the one that was meant.
import { existsSync } from 'node:fs';

/** A name is near another when at most this many letters are put in, left out or changed. */
const MAX_EDITS = 2;

/** The command whose name is nearly the first operand; nothing when that can be a file, or is one. */
export function nearCommand([name = '']: readonly string[], commands: readonly string[]): string | undefined {
  if (/[./\\*?[\]{}]/.test(name)) return undefined;
  const near = commands.find((command) => isNear(name, command, MAX_EDITS));
  return near === undefined || existsSync(name) ? undefined : near;
}

/** Can one become the other by at most `edits` letters that are put in, left out or changed? */
function isNear(a: string, b: string, edits: number): boolean {
  if (a === b) return true;
  const [restOfA, restOfB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return isNear(restOfA, restOfB, edits);
  const near = (c: string, d: string): boolean => isNear(c, d, edits - 1);
  return edits > 0 && (near(restOfA, b) || near(a, restOfB) || near(restOfA, restOfB));
}
