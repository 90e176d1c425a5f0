// Answers of web servers as crawlers keep them: the head, and the body with all undone that was done to send it.
import { AsyncIterReader } from 'warcio';
import { decompress } from '../codecs/decompress.ts';
import { type Bytes, peek } from '../peek.ts';
import type { Codec } from '../sniff.ts';

/** The head of an answer: its status, and those of its headers that say what the body is. */
export interface HttpHead {
  readonly status: string;
  readonly headers: ReadonlyMap<string, string>;
}

const TELLING = new Set(['content-type', 'content-encoding', 'transfer-encoding']);
const MAX_LINE_BYTES = 1 << 16;

/** Reads the head of an answer and leaves its body in the reader. Rejects as the stream does. */
export async function readHead(reader: AsyncIterReader): Promise<HttpHead> {
  const headers = new Map<string, string>();
  const [, status = ''] = (await reader.readline(MAX_LINE_BYTES)).split(/\s+/);
  for (
    let line = await reader.readline(MAX_LINE_BYTES);
    line.trim() !== '';
    line = await reader.readline(MAX_LINE_BYTES)
  ) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (TELLING.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { status, headers };
}

/** Whether a body is sent in chunks. */
export const isChunked = ({ headers }: HttpHead): boolean => /^chunked$/i.test(headers.get('transfer-encoding') ?? '');

/** Puts a body together that was sent in chunks; one that only says so stays as it is. */
export const dechunk = (source: Bytes): Bytes => new AsyncIterReader(source, null, true);

/** How a body is compressed, by what the headers call it. */
const CODINGS: { readonly [name: string]: Codec | 'deflate' } = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  br: 'brotli',
  zstd: 'zstd',
};

/** Unpacks a body. Rejects when it is damaged, or compressed in a way that is not known here. */
export async function* unpack(source: Bytes, head: HttpHead): AsyncGenerator<Uint8Array> {
  const sent = isChunked(head) ? undefined : head.headers.get('transfer-encoding');
  const coding = (head.headers.get('content-encoding') || sent || 'identity').toLowerCase();
  const { head: start, chunks } = await peek(source, CHECKED_BYTES);
  // Many crawlers keep the unpacked body and the header that says it is packed.
  if (coding === 'identity' || isUtf8(start)) return yield* chunks;
  const codec = CODINGS[coding];
  if (codec === undefined) throw new Error(`it is compressed in a way that is not known here (${coding})`);
  yield* decompress(chunks, codec);
}

/** Whether a body is packed at all is told from this many of its first bytes. */
const CHECKED_BYTES = 1024;

/** No compressed stream of some length is UTF-8 by chance. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Turns a text into UTF-8 from the character set that its Content-Type names, if it does and no byte order mark says otherwise. */
export async function* toUtf8(source: Bytes, contentType: string): AsyncGenerator<Uint8Array> {
  const { head, chunks } = await peek(source, 3);
  const decoder = hasMark(head) ? undefined : decoderFor(/;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1]);
  if (!decoder) return yield* chunks;
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

const MARKS = [Buffer.of(0xef, 0xbb, 0xbf), Buffer.of(0xff, 0xfe), Buffer.of(0xfe, 0xff)];

const hasMark = (head: Uint8Array): boolean => MARKS.some((mark) => mark.equals(head.subarray(0, mark.length)));

function decoderFor(label: string | undefined): TextDecoder | undefined {
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding === 'utf-8' ? undefined : decoder;
  } catch {
    return undefined; // a set that nobody knows
  }
}
