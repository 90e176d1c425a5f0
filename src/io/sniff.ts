// What a stream of bytes is, told from its first bytes, with the name as a second witness.
import { extname } from 'node:path';
import { createDecoder, encodingOf } from '../text/decode.ts';
import type { CaptureFields } from './captures.ts';

/** How a stream is compressed. */
export type Codec = 'gzip' | 'zstd' | 'xz' | 'brotli';

/** What the first bytes of a stream say that it is; `packed` is a compression that nothing here reads. */
export type Kind = Codec | 'zip' | 'tar' | 'warc' | 'captures' | 'packed' | 'binary' | 'text';

/** The kind of a stream is told from this many of its first bytes. */
export const HEAD_BYTES = 4096;

/**
 * Tells the kind of a stream from its first bytes (up to {@link HEAD_BYTES}), its name ("" when it has none) and how the keys
 * of captures are called. Never throws.
 */
export function sniff(head: Uint8Array, name: string, fields: CaptureFields): Kind {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, HEAD_BYTES));
  const magic = MAGIC.find(([, at, sign]) => bytes.subarray(at, at + sign.length).equals(sign));
  const extension = extname(name).toLowerCase();
  if (magic) return magic[0] === 'zip' && OFFICE.has(extension) ? 'binary' : magic[0];
  if (extension === '.br') return 'brotli';
  if (extension === '.lzma') return 'packed';
  if (extension === '.tar' && bytes.length > 0) return 'tar';
  if (looksBinary(bytes)) return 'binary';
  const start = textOf(bytes).trimStart();
  const isCaptures = CAPTURES.has(extension) ? start !== '' : looksLikeCaptures(start, fields);
  return isCaptures ? 'captures' : 'text';
}

function textOf(head: Uint8Array): string {
  const decoder = createDecoder();
  return decoder.push(head) + decoder.end();
}

const sign = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Kind, offset, magic bytes; the first row that fits decides. */
const MAGIC: readonly (readonly [Kind, number, Buffer])[] = [
  ['gzip', 0, sign('\x1f\x8b')],
  ['zstd', 0, sign('\x28\xb5\x2f\xfd')],
  ['xz', 0, sign('\xfd7zXZ\0')],
  ['zip', 0, sign('PK\x03\x04')],
  ['zip', 0, sign('PK\x05\x06')],
  ['tar', 257, sign('ustar')],
  ['warc', 0, sign('WARC/')],
  ['binary', 0, sign('%PDF-')],
  ['binary', 0, sign('\x89PNG')],
  ['binary', 0, sign('\xff\xd8\xff')],
  ['binary', 0, sign('GIF8')],
  ['packed', 0, sign('BZh')],
  ['packed', 0, sign('7z\xbc\xaf')],
  ['packed', 0, sign('Rar!')],
  ['binary', 0, sign('PAR1')],
  ['binary', 0, sign('wOF')],
];

/** Files that are zip archives inside, but no archives of captures. */
const OFFICE = new Set(['.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp', '.epub', '.jar', '.apk', '.whl', '.xpi']);

/** Names that promise captures: a line that is none is damage then. */
const CAPTURES = new Set(['.jsonl', '.ndjson']);

/** One JSON object a line, as crawlers write them: the first one has a key of a capture. */
function looksLikeCaptures(start: string, { url, text, html }: CaptureFields): boolean {
  if (!start.startsWith('{')) return false;
  const keys = keysOf(start);
  return [url, text, html].some((key) => keys.has(JSON.stringify(key)));
}

/** The keys of an object, quoted, as far as its text goes. */
function keysOf(json: string): Set<string> {
  const keys = new Set<string>();
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (depth === 1 && token.endsWith(':')) keys.add(token.slice(0, token.lastIndexOf('"') + 1));
    if (depth === 0) break;
  }
  return keys;
}

/** Text has hardly any control characters, but in UTF-16. */
function looksBinary(head: Buffer): boolean {
  if (encodingOf(head, true) !== 'utf-8') return false;
  const controls = head.toString('latin1').match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls > 8 && controls * 10 > head.length;
}
