// Looking at the first bytes of a stream without losing them.

/** A stream of bytes. */
export type Bytes = AsyncIterable<Uint8Array>;

/** The first bytes of a stream, and the whole of it. */
export interface Peeked {
  readonly head: Uint8Array;
  /** Everything, the head included; to be read once. */
  readonly chunks: Bytes;
  /** Closes the stream when nobody wants to read it. */
  close(): Promise<void>;
}

/** Reads until `wanted` bytes are there or the stream ends. Rejects as the stream does. */
export async function peek(source: Bytes, wanted: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  while (size < wanted) {
    const { done, value } = await iterator.next();
    if (done) break;
    held.push(value);
    size += value.length;
  }
  const [only] = held;
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  return { head: held.length === 1 && only ? only : Buffer.concat(held), chunks: rest(held, iterator), close };
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
