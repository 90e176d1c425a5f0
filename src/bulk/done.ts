// Whether an output is there already: made from the same content, by the same version, with the same options.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Hash64, HashSet64, hash64 } from './hash-table.ts';
import type { Done } from './task.ts';

/** What the journal says of one output. */
export interface Entry {
  /** The output, relative to its folder. */
  readonly out: string;
  /** SHA-256 of the content that it was made from. */
  readonly hash: string;
  /** Version and options. */
  readonly options: string;
  /** Bytes of the output. */
  readonly size: number;
}

/** An entry as one hash. */
export function entryHash({ out, hash, options, size }: Entry): Hash64 {
  return hash64(`${out}\0${hash}\0${options}\0${size}`);
}

/** Is the output of this content complete on disk? */
export function isDone(done: Done | null, out: string, hash: string): boolean {
  if (!done) return false;
  const found = statSync(join(done.dir, out), { throwIfNoEntry: false });
  return (
    found !== undefined &&
    new HashSet64(done.slots).has(entryHash({ out, hash, options: done.options, size: found.size }))
  );
}
