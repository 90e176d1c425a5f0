// The name that a file has beside its place until it is complete, and what a killed run has left under such names.
import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../alive.ts';

/** A name beside a file for what is to become this file; it says which process it belongs to. */
export function temporaryBeside(target: string): string {
  // Not joined, which would make y of x/../y: there may be no x, or a link.
  return `${dirname(target)}/${temporaryStart(target)}${process.pid}-${process.hrtime.bigint()}${TEMPORARY_END}`;
}

const temporaryStart = (target: string): string => `.${basename(target).slice(0, 100)}.`;
const TEMPORARY_END = '.tmp';

/** The process that a temporary file of this target belongs to; nothing when the name is none of those. */
function ownerOf(name: string, target: string): number | undefined {
  const start = temporaryStart(target);
  if (!name.startsWith(start) || !name.endsWith(TEMPORARY_END)) return undefined;
  const pid = /^(\d+)-\d+$/.exec(name.slice(start.length, -TEMPORARY_END.length))?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/** Removes the temporary files beside this file whose process is no more. */
export function removeLeft(path: string): void {
  try {
    const target = existsSync(path) ? realpathSync(path) : path;
    for (const name of readdirSync(dirname(target))) {
      const owner = ownerOf(name, target);
      if (owner !== undefined && !isAlive(owner)) rmSync(join(dirname(target), name), { force: true });
    }
  } catch {
    // One may write into a folder without seeing what is there.
  }
}
