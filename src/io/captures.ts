// Captures as crawlers write them: one JSON object a line with the page's address and its text or HTML.
import { findCapture } from './long-line.ts';
import type { Bytes } from './peek.ts';
import { JunkBehind } from './reasons.ts';

/** How the keys are called. */
export interface CaptureFields {
  readonly url: string;
  readonly text: string;
  readonly html: string;
}

/** The usual keys. */
export const CAPTURE_FIELDS: CaptureFields = { url: 'url', text: 'text', html: 'html' };

/** What some crawlers call the text of a page; asked for where there is neither of the usual keys. */
const OTHER_TEXTS = ['markdown', 'content'];

/** The keys under which a capture may say what it shows, the likeliest first. */
const textKeysOf = ({ text, html }: CaptureFields): readonly string[] => [text, html, ...OTHER_TEXTS];

/** A capture: the address it was taken from (null when the line has none) and what it shows. */
export interface Capture {
  readonly url: string | null;
  /** The text; a very long one in pieces. */
  readonly pieces: Iterable<string>;
}

/** Reads `url=KEY,text=KEY,html=KEY` (any of them). Returns nothing when it is not of that form. */
export function parseCaptureFields(given: string): CaptureFields | undefined {
  const pairs = given.split(',').map((pair) => [pair.replace(/=.*$/s, ''), pair.replace(/^[^=]*=?/, '')] as const);
  const right = pairs.every(([name, key]) => Object.hasOwn(CAPTURE_FIELDS, name) && key !== '');
  return right ? { ...CAPTURE_FIELDS, ...Object.fromEntries(pairs) } : undefined;
}

/** Reads one line. Returns a reason in words when it is no capture. */
export function parseCapture(line: string | Buffer, fields: CaptureFields): Capture | string {
  const found = typeof line === 'string' ? undefined : findCapture(line, fields.url, textKeysOf(fields));
  if (found) return { url: addressOf(found.url), pieces: found.pieces };
  let row: unknown;
  try {
    row = JSON.parse(line.toString().trim());
  } catch {
    return 'the line is not valid JSON';
  }
  if (typeof row !== 'object' || row === null) return 'the line is no JSON object';
  const cells = new Map<string, unknown>(Object.entries(row));
  const shown = textKeysOf(fields)
    .map((key) => cells.get(key))
    .filter((cell) => typeof cell === 'string');
  const text = shown.find((cell) => cell.trim() !== '') ?? shown[0]; // some crawlers leave a key empty
  if (text === undefined) return `the line has neither "${fields.text}" nor "${fields.html}"`;
  return { url: addressOf(cells.get(fields.url)), pieces: [text] };
}

const addressOf = (url: unknown): string | null => (typeof url === 'string' && url !== '' ? url : null);

/** Some whole lines of a stream. */
export interface LineBatch {
  /** In memory of their own, so that it can be handed to another thread. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Number of the first line, from 1. */
  readonly line: number;
}

/** A line of more bytes is no capture. */
const MAX_LINE_BYTES = 64 * 2 ** 20;

/** A line of more bytes is not made into one string, but read piece by piece. */
const MAX_STRING_BYTES = 2 ** 21;

/**
 * Cuts a stream into batches of whole lines of about `size` bytes. Rejects when a line is longer than 64 MiB, and, after the
 * lines that were whole, as the stream does.
 */
export async function* lineBatches(source: Bytes, size: number): AsyncGenerator<LineBatch> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  let line = 1;
  let failed: { error: unknown } | undefined;
  const untilFailed = failing(source, (error) => {
    failed = { error };
  });
  for await (const chunk of untilFailed) {
    const end = bytes + chunk.length >= size ? chunk.lastIndexOf(10) + 1 : 0;
    held.push(end > 0 ? chunk.subarray(0, end) : chunk);
    bytes += end > 0 ? end : chunk.length;
    if (bytes > MAX_LINE_BYTES)
      throw new Error(`line ${line + countLines(held)} is longer than ${MAX_LINE_BYTES} bytes`);
    if (end === 0) continue;
    const batch = { bytes: together(held), line };
    line += countLines(held);
    held = end < chunk.length ? [chunk.subarray(end)] : []; // before the batch is worked on: a line may be long
    bytes = chunk.length - end;
    yield batch;
  }
  const rest = together(held);
  const isCut = failed && !(failed.error instanceof JunkBehind);
  const whole = isCut ? rest.subarray(0, rest.lastIndexOf(10) + 1) : rest;
  if (whole.length > 0) yield { bytes: whole, line };
  if (failed) throw failed.error;
}

function together(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Ends where the stream fails, and tells why. */
async function* failing(source: Bytes, tell: (error: unknown) => void): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    tell(error);
  }
}

function countLines(chunks: readonly Uint8Array[]): number {
  let lines = 0;
  for (const chunk of chunks) for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
  return lines;
}

/** The lines of a batch that are not empty, with their numbers; very long ones stay bytes. */
export function* linesOf({ bytes, line }: LineBatch): Generator<{ text: string | Buffer; number: number }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let number = line;
  for (let from = 0; from < buffer.length; number++) {
    const at = buffer.indexOf(10, from);
    const end = at < 0 ? buffer.length : at;
    const isLong = end - from > MAX_STRING_BYTES && buffer.toString('latin1', from, from + 80).trim() !== '';
    const text = isLong ? buffer.subarray(from, end) : buffer.toString('utf8', from, end).trim();
    if (text !== '') yield { text, number };
    from = end + 1;
  }
}
