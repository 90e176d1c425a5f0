// Compressed streams to plain ones. A cut or damaged stream is an error, never a short result.
import { type Bytes, peek } from '../peek.ts';
import { JunkBehind } from '../reasons.ts';
import type { Codec } from '../sniff.ts';

/** Decompresses a stream. The result rejects with a sentence for a person when the stream is cut or damaged. */
export function decompress(source: Bytes, codec: Codec | 'deflate'): AsyncGenerator<Uint8Array> {
  return explained(DECODERS[codec](source), codec);
}

/** A stream that can be read on after damage. */
export interface Resumable {
  readonly chunks: Bytes;
  /** What comes after the place where `chunks` was left or failed; resolves to nothing at the end. */
  rest(): Promise<Bytes | undefined>;
}

/** Decompresses gzip, as {@link decompress}; each of its members stands alone. Whoever made the source has to close it. */
export async function resumableGunzip(source: Bytes): Promise<Resumable> {
  const { Gunzip } = await import('./gunzip.ts');
  const gunzip = new Gunzip(source);
  const read = (): Bytes => explained(gunzip.read(), 'gzip');
  return { chunks: read(), rest: async () => ((await gunzip.skip()) ? read() : undefined) };
}

async function* explained(chunks: Bytes, codec: string): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    if (error instanceof JunkBehind) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`its ${codec} stream is damaged or cut off (${IN_WORDS.get(why) ?? why})`, { cause: error });
  }
}

/** What the library that reads xz says in numbers. */
const IN_WORDS: ReadonlyMap<string, string> = new Map([
  ['get_next_output failed with error code 7', 'incorrect data'],
  ['get_next_output failed with error code 8', 'unexpected end of file'],
]);

const DECODERS: Record<Codec | 'deflate', (source: Bytes) => Bytes> = {
  gzip: ungzip,
  deflate: inflate,
  brotli: unbrotli,
  zstd: unzstd,
  xz: unxz,
};

const CHUNK_BYTES = 1 << 17;

// Node's streams and zlib are loaded for compressed inputs only: a short run is over before they are.
async function* ungzip(source: Bytes): AsyncGenerator<Uint8Array> {
  const { Gunzip } = await import('./gunzip.ts');
  const gunzip = new Gunzip(source);
  try {
    yield* gunzip.read();
  } finally {
    await gunzip.close();
  }
}

/** What web servers call so is zlib's format, and with some of them the bare stream. */
async function* inflate(source: Bytes): AsyncGenerator<Uint8Array> {
  const { createInflate, createInflateRaw } = await import('node:zlib');
  const { head, chunks } = await peek(source, 2);
  const [first = 0, second = 0] = head;
  const isZlib = (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
  yield* through(
    chunks,
    isZlib ? createInflate({ chunkSize: CHUNK_BYTES }) : createInflateRaw({ chunkSize: CHUNK_BYTES }),
  );
}

async function* unbrotli(source: Bytes): AsyncGenerator<Uint8Array> {
  const { createBrotliDecompress } = await import('node:zlib');
  yield* through(source, createBrotliDecompress({ chunkSize: CHUNK_BYTES }));
}

async function* through(source: Bytes, codec: NodeJS.ReadWriteStream): AsyncGenerator<Uint8Array> {
  const { Readable } = await import('node:stream');
  const from = Readable.from(source, { objectMode: false });
  from.on('error', (error) => codec.emit('error', error));
  yield* bytesOf(from.pipe(codec));
}

async function* bytesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

async function* unzstd(source: Bytes): AsyncGenerator<Uint8Array> {
  yield* (await import('./zstd.ts')).unzstd(source);
}

/** The library reads one stream after another: one that is left before its end has to be cancelled, or the next waits for ever. */
async function* unxz(source: Bytes): AsyncGenerator<Uint8Array> {
  const XzReadableStream = await loadXz();
  const iterator = source[Symbol.asyncIterator]();
  const compressed = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const reader = new XzReadableStream(compressed).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value.slice();
  } finally {
    await reader.cancel().catch(() => {}); // where it failed, that was said
    await iterator.return?.();
  }
}

type Xz = typeof import('xz-decompress');

/** The package is CommonJS: Node gives what it exports as `default`, the bundler by its names. */
async function loadXz(): Promise<Xz['XzReadableStream']> {
  const loaded: Partial<Xz> & { default?: Xz } = await import('xz-decompress');
  const reader = loaded.XzReadableStream ?? loaded.default?.XzReadableStream;
  if (!reader) throw new Error('the reader of xz is missing');
  return reader;
}
