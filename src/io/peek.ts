// Looking at the first bytes of a stream without losing them.

/** A stream of bytes. */
export type Bytes = AsyncIterable<Uint8Array>;

/** The first bytes of a stream, and the whole of it. */
export interface Peeked {
  readonly head: Uint8Array;
  /** Everything, the head included; to be read once. Rejects as the stream does. */
  readonly chunks: Bytes;
  /** The stream failed before it had given all that was wanted: `chunks` will reject. */
  readonly failed: boolean;
  /** Closes the stream when nobody wants to read it. */
  close(): Promise<void>;
}

/** Reads until `wanted` bytes are there or the stream ends or fails: what was there before can still be read. */
export async function peek(source: Bytes, wanted: number): Promise<Peeked> {
  let iterator = source[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let failed = false;
  for (let size = 0; size < wanted; ) {
    try {
      const { done, value } = await iterator.next();
      if (done) break;
      held.push(value);
      size += value.length;
    } catch (error) {
      failed = true;
      iterator = failing(error);
      break;
    }
  }
  const [only] = held;
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  return { head: held.length === 1 && only ? only : Buffer.concat(held), chunks: rest(held, iterator), failed, close };
}

// biome-ignore lint/correctness/useYield: it fails before it has anything to give
async function* failing(error: unknown): AsyncGenerator<Uint8Array> {
  throw error;
}

async function* rest(held: Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* held;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** Puts all chunks together. Rejects as the stream does. */
export async function collect(source: Bytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks);
}
