// Whether an output is there already: made from the same content, by the same version, with the same options.
import { join } from 'node:path';
import { hashFile } from './file-hash.ts';
import { type Hash64, HashSet64, hash64 } from './hash-table.ts';

/** Outputs that exist and need not be made again. */
export interface EarlierOutputs {
  /** The folder of the outputs. */
  readonly dir: string;
  /** A hash of the version and the options. */
  readonly optionsHash: string;
  /** A `HashSet64` in shared memory. */
  readonly slots: Uint32Array;
}

/** An output that is there already: SHA-256 of the content that it was made from, and of itself. */
export interface Made {
  readonly contentHash: string;
  readonly outputHash: string;
}

/** Which content an output is made from. */
export interface OutputSource {
  /** The output, relative to its folder. */
  readonly out: string;
  /** How its records name the input; null for standard input. */
  readonly name: string | null;
  /** SHA-256 of the content. */
  readonly contentHash: string;
}

/** What the journal says of one output. It is true for ever, since an output depends on nothing else. */
export interface Entry extends OutputSource {
  /** A hash of the version and the options. */
  readonly optionsHash: string;
  /** SHA-256 of the output. */
  readonly outputHash: string;
}

/** An entry as one hash. */
export function entryHash({ out, name, contentHash, optionsHash, outputHash }: Entry): Hash64 {
  return hash64(`${out}\0${name}\0${contentHash}\0${optionsHash}\0${outputHash}`);
}

/** SHA-256 of the output of this content when it is on disk just as it was made; null when it has to be made. */
export async function madeBefore(earlier: EarlierOutputs | null, source: OutputSource): Promise<string | null> {
  if (!earlier) return null;
  // Its size alone does not tell: other options, or a hand, may have left as many bytes there.
  const outputHash = await hashFile(join(earlier.dir, source.out));
  if (outputHash === null) return null;
  const entry = { ...source, optionsHash: earlier.optionsHash, outputHash };
  return new HashSet64(earlier.slots).has(entryHash(entry)) ? outputHash : null;
}
