// Streams of captures and of crawled pages: whether all of one is in its output, now or before.
import { harmless } from '../io/names.ts';
import { hashFile, stateOf } from './file-hash.ts';
import { type EarlierOutputs, type Made, madeBefore } from './made-before.ts';

/** Knows the streams of a run. Tell it of items in their order, and of what is wrong in between. */
export class Streams {
  readonly #earlier: EarlierOutputs | null;
  readonly #wrong = new Set<string>();
  /** How each was when it was opened. */
  readonly #states = new Map<string, string | null>();
  #last: string | undefined;
  #pages = false;

  /** Takes what runs before have made. */
  constructor(earlier: EarlierOutputs | null) {
    this.#earlier = earlier;
  }

  /** Something is wrong with the input of this name, or it could not be opened at all. */
  wrong(name: string): void {
    this.#wrong.add(name);
    // A page of a crawl goes by its address: all that is known of its stream is that its neighbours are in it.
    if (isAddress(name)) this.#pages = true;
  }

  /** The next item is part of this stream, or of none; without an item, there is none left. */
  next(origin?: string): void {
    if (this.#pages)
      for (const stream of [this.#last, origin]) if (stream !== undefined) this.#wrong.add(harmless(stream));
    this.#pages = false;
    this.#last = origin;
  }

  /** Opens a stream; resolves to what there is when its output has been made before. */
  async open(origin: string, out: string): Promise<Made | null> {
    this.#states.set(origin, stateOf(origin));
    const contentHash = this.#earlier && (await hashFile(origin));
    if (contentHash === null) return null;
    const outputHash = await madeBefore(this.#earlier, { out, name: origin, contentHash });
    return outputHash === null ? null : { contentHash, outputHash };
  }

  /** SHA-256 of a stream that has been read; null when not all of it is in its output. */
  async contentHash(origin: string): Promise<string | null> {
    if (this.#wrong.has(harmless(origin))) return null;
    const hash = await hashFile(origin);
    // A crawler may still write there: what has changed since it was opened is not what was read.
    return stateOf(origin) === this.#states.get(origin) ? hash : null;
  }
}

/** Is this the name of a page of a crawl, and of no file? */
export function isAddress(name: string): boolean {
  return name === '' || /^[a-z][a-z0-9+.-]+:/i.test(name);
}
