// What `siftStream` reads: chunks of text or bytes, whoever gives them.
import { wrongArgument } from './check-arguments.ts';

/** A stretch of text, or of its bytes. */
export type Chunk = string | Uint8Array;

/** As much of a web stream as is needed to read it: some browsers, and TypeScript's types, do not know that it can be iterated. */
export interface WebStream {
  getReader(): {
    read(): Promise<{ done: boolean; value?: Chunk | undefined }>;
    cancel(): Promise<unknown>;
  };
}

/** Whatever gives chunks. */
export type Chunks = AsyncIterable<Chunk> | Iterable<Chunk> | WebStream;

/** Makes chunks iterable. Throws a `TypeError` for what gives none. */
export function iterate(chunks: Chunks): AsyncIterable<Chunk> | Iterable<Chunk> {
  if (isIterable(chunks)) return chunks;
  if (typeof chunks?.getReader === 'function') return readAll(chunks);
  throw wrongArgument('siftStream', 'a stream of strings or bytes', chunks);
}

/** Throws a `TypeError` for a chunk that is neither text nor bytes: those of a buffer are numbers. */
export function checkChunk(chunk: unknown): void {
  if (typeof chunk !== 'string' && !isBytes(chunk))
    throw wrongArgument('siftStream', 'chunks that are strings or bytes', chunk);
}

/** Also those of another realm, as a test runner's: `instanceof` would not know them. */
function isBytes(chunk: unknown): boolean {
  return /^\[object Uint8(?:Clamped)?Array\]$/.test(Object.prototype.toString.call(chunk));
}

function isIterable(chunks: Chunks): chunks is AsyncIterable<Chunk> | Iterable<Chunk> {
  if (typeof chunks !== 'object' || chunks === null) return typeof chunks === 'string';
  return Symbol.asyncIterator in chunks || Symbol.iterator in chunks;
}

async function* readAll(stream: WebStream): AsyncGenerator<Chunk> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read())
      if (next.value !== undefined) yield next.value;
  } finally {
    await reader.cancel(); // at the end of the stream this does nothing
  }
}
