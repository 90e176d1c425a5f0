// What a user of the library may import.
import { checkCallback, checkText } from './check-arguments.ts';
import { type Chunk, type Chunks, checkChunk, iterate } from './chunks.ts';
import { createCleaner } from './clean/clean.ts';
import { type Settings, type SiftOptions, settingsOf } from './options.ts';
import type { Record } from './record.ts';
import { createSifter } from './sift.ts';
import { createDecoder } from './text/decode.ts';
import type { Line } from './text/lines.ts';

export type { Chunk, Chunks, WebStream } from './chunks.ts';
export type { SiftOptions } from './options.ts';
export { type Field, type Link, type LinkKind, Record } from './record.ts';

/** A line that is neither in a record nor known furniture: its number (from 1), its text, and why. */
export interface Reject {
  line: number;
  text: string;
  reason: string;
}

/** What `sift` returns; `warnings` is what is doubtful about the text as a whole, such as a page of which the end is missing. */
export interface Sifted {
  records: Record[];
  rejects: Reject[];
  warnings: string[];
}

/** Options of `siftStream`: those of `sift`, and who is told at once of each reject and each warning. */
export interface StreamOptions extends SiftOptions {
  onReject?: ((reject: Reject) => void) | undefined;
  onWarning?: ((warning: string) => void) | undefined;
}

/** Reads the text of one capture. Throws a `TypeError` for a wrong argument, and never because of what the text contains. */
export function sift(text: string, options?: SiftOptions): Sifted {
  checkText('sift', text);
  const records: Record[] = [];
  const rejects: Reject[] = [];
  const warnings: string[] = [];
  const sifter = createSifter(settingsOf(options), {
    record: (record) => records.push(record),
    reject: (line, reason) => rejects.push(rejectOf(line, reason)),
    warn: (warning) => warnings.push(warning),
  });
  sifter.push(text);
  sifter.end();
  return { records, rejects, warnings };
}

const rejectOf = ({ number, text }: Line, reason: string): Reject => ({ line: number, text, reason });

/**
 * Reads a capture of any length chunk by chunk and gives its records one by one, in bounded memory.
 * Takes strings or bytes: an iterable of them, a Node or a web stream. Throws a `TypeError` for a wrong argument.
 */
export function siftStream(chunks: Chunks, options: StreamOptions = {}): AsyncGenerator<Record, void, undefined> {
  const { onReject, onWarning, ...rest } = options ?? {}; // null is a mistake that settingsOf tells
  checkCallback('onReject', onReject);
  checkCallback('onWarning', onWarning);
  return siftChunks(iterate(chunks), settingsOf(options && rest), { onReject, onWarning }); // no generator itself: a mistake is told at the call
}

async function* siftChunks(
  chunks: AsyncIterable<Chunk> | Iterable<Chunk>,
  settings: Settings,
  { onReject, onWarning }: Pick<StreamOptions, 'onReject' | 'onWarning'>,
): AsyncGenerator<Record, void, undefined> {
  let ready: Record[] = [];
  const sifter = createSifter(settings, {
    record: (record) => ready.push(record),
    reject: (line, reason) => onReject?.(rejectOf(line, reason)),
    warn: (warning) => onWarning?.(warning),
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
