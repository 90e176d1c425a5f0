// Whether an output is there already: made from the same content, by the same version, with the same options.
import { join } from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { type Hash64, HashSet64, hash64 } from './hash-table.ts';
import type { Done } from './task.ts';

/** Which content an output is made from. */
export interface Source {
  /** The output, relative to its folder. */
  readonly out: string;
  /** How its records name the input; null for standard input. */
  readonly name: string | null;
  /** SHA-256 of the content. */
  readonly hash: string;
}

/** What the journal says of one output. It is true for ever, since an output depends on nothing else. */
export interface Entry extends Source {
  /** Version and options. */
  readonly options: string;
  /** SHA-256 of the output. */
  readonly made: string;
}

/** An entry as one hash. */
export function entryHash({ out, name, hash, options, made }: Entry): Hash64 {
  return hash64(`${out}\0${name}\0${hash}\0${options}\0${made}`);
}

/** SHA-256 of the output of this content when it is on disk just as it was made; null when it has to be made. */
export async function madeBefore(done: Done | null, { out, name, hash }: Source): Promise<string | null> {
  if (!done) return null;
  // Its size alone does not tell: other options, or a hand, may have left as many bytes there.
  const made = await fingerprint(join(done.dir, out));
  if (made === null) return null;
  return new HashSet64(done.slots).has(entryHash({ out, name, hash, options: done.options, made })) ? made : null;
}
