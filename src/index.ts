// What a user of the library may import.
import { checkText } from './check-arguments.ts';
import { type Chunk, type Chunks, checkChunk, iterate } from './chunks.ts';
import { createCleaner } from './clean/clean.ts';
import { type Settings, type SiftOptions, settingsOf } from './options.ts';
import type { Record } from './record.ts';
import { createSifter } from './sift.ts';
import { createDecoder } from './text/decode.ts';

export type { Chunk, Chunks, WebStream } from './chunks.ts';
export type { SiftOptions } from './options.ts';
export { type Field, type Link, type LinkKind, Record } from './record.ts';

/** A line that is neither in a record nor known furniture: its number (from 1), its text, and why. */
export interface Reject {
  line: number;
  text: string;
  reason: string;
}

/** What `sift` returns. */
export interface Sifted {
  records: Record[];
  rejects: Reject[];
}

/** Reads the text of one capture. Throws a `TypeError` for a wrong argument, and never because of what the text contains. */
export function sift(text: string, options?: SiftOptions): Sifted {
  checkText('sift', text);
  const records: Record[] = [];
  const rejects: Reject[] = [];
  const sifter = createSifter(settingsOf(options), {
    record: (record) => records.push(record),
    reject: (line, reason) => rejects.push({ line: line.number, text: line.text, reason }),
    warn: () => {},
  });
  sifter.push(text);
  sifter.end();
  return { records, rejects };
}

/**
 * Reads a capture of any length chunk by chunk and gives its records one by one, in bounded memory.
 * Takes strings or bytes: an iterable of them, a Node or a web stream. Throws a `TypeError` for a wrong argument.
 */
export function siftStream(chunks: Chunks, options?: SiftOptions): AsyncGenerator<Record, void, undefined> {
  return siftChunks(iterate(chunks), settingsOf(options)); // no generator itself: a mistake is told at the call
}

async function* siftChunks(
  chunks: AsyncIterable<Chunk> | Iterable<Chunk>,
  settings: Settings,
): AsyncGenerator<Record, void, undefined> {
  let ready: Record[] = [];
  const sifter = createSifter(settings, {
    record: (record) => ready.push(record),
    reject: () => {},
    warn: () => {},
  });
  const decoder = createDecoder();
  for await (const chunk of chunks) {
    checkChunk(chunk);
    // Bytes that wait for more, as for a byte order mark, stand before a text that comes next.
    sifter.push(typeof chunk === 'string' ? decoder.end() + chunk : decoder.push(chunk));
    yield* ready;
    ready = [];
  }
  sifter.push(decoder.end());
  sifter.end();
  yield* ready;
}

/** Repairs the lost mathematics of a text, line by line. Throws a `TypeError` for a wrong argument, and never because of what the text contains. */
export function clean(text: string, options?: Pick<SiftOptions, 'math' | 'mathCertainty'>): string {
  checkText('clean', text);
  const { math, mathCertainty } = settingsOf(options);
  const cleaner = createCleaner({ math, mathCertainty });
  return text.replace(/[^\r\n]+/g, (line) => cleaner(line).text);
}
