// Bombs: how much may come out of little.
import type { Bytes } from './peek.ts';

/** What unpacks to no more than this many bytes is no bomb. */
const MAX_HARMLESS_BYTES = 64 * 2 ** 20;

/** What unpacks to more than this many times its size is a bomb: text hardly shrinks to a hundredth, deflate can shrink to a thousandth. */
export const MAX_RATIO: number = 500;

/** Counts the bytes of a stream. */
export interface Counter {
  bytes: number;
}

/** Counts what another counter counts from now on: the packed size of one member in a compressed stream. */
export function since(counter: Counter): Readonly<Counter> {
  const before = counter.bytes;
  return {
    get bytes() {
      return counter.bytes - before;
    },
  };
}

/** Passes a stream on and counts its bytes. */
export async function* counted(source: Bytes, counter: Counter): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    counter.bytes += chunk.length;
    yield chunk;
  }
}

/**
 * Passes a stream on until it has given more than `maxSize` bytes, or, from 64 MiB on, more than 500 times what went
 * in (`packed`, when that is known). Then it rejects with a sentence that says so.
 */
export async function* limited(source: Bytes, maxSize: number, packed?: Readonly<Counter>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > maxSize) throw new Error(`it unpacks to more than ${maxSize} bytes (see --max-size)`);
    if (packed && bytes > MAX_HARMLESS_BYTES && bytes > packed.bytes * MAX_RATIO) {
      throw new Error(`it unpacks to more than ${MAX_RATIO} times its size: a bomb`);
    }
    yield chunk;
  }
}

/** Says why a member is refused from its sizes alone, or nothing. */
export function refusal(size: number, packed: number, maxSize: number): string | undefined {
  if (size > maxSize) return `it unpacks to ${size} bytes, more than the limit of ${maxSize} (see --max-size)`;
  return size > MAX_HARMLESS_BYTES && size > packed * MAX_RATIO
    ? `it unpacks to more than ${MAX_RATIO} times its size`
    : undefined;
}
