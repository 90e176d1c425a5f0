// Folders that may have to be made.
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder and those above it where they are missing. Throws the system's error; Node's own way calls a read-only disk a missing file. */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have been faster.
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory()) return;
    throw there ? Object.assign(new Error('is no folder'), { code: 'ENOTDIR' }) : error;
  }
}
