// WARC, the archive of web crawlers: the pages among its records.
import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio';
import { harmless } from '../names.ts';
import type { Bytes } from '../peek.ts';
import { dechunk, isChunked, readHead, toUtf8, unpack } from './http.ts';
import { Checked } from './warc-checksum.ts';

/** A page of a crawl. */
export interface WarcPage {
  readonly url: string;
  /** Length of the record, before chunking and compression are undone. */
  readonly size: number;
  /** The page in UTF-8. Rejects when it is damaged or cut off, or has a wrong checksum. */
  readonly chunks: Bytes;
}

/** Gives the pages (answers with text or HTML, status 200) of an uncompressed WARC stream; `skipped` hears of the rest. Rejects when the stream is damaged. */
export async function* readWarc(source: Bytes, skipped: (url: string) => void): AsyncGenerator<WarcPage> {
  const reader = new HeadReader(source);
  const parser = new WARCParser(reader, { parseHttp: false });
  for await (const record of parser) {
    reader.inHead(false);
    const url = record.warcTargetURI ?? '';
    const length = record.warcHeader('Content-Length') ?? '';
    if (!/^\d+$/.test(length)) throw new Error(`the length of the record ${harmless(url)} is no number: ${NO_FURTHER}`);
    const chunks = await pageOf(record);
    if (chunks) yield { url, size: Number(length), chunks };
    else if (record.warcType === 'response' || record.warcType === 'resource') skipped(url);
    await finish(record); // the parser itself would wait for ever for what has been cut off
    // The parser would look for the next record in what is left of this one, or in the middle of the next.
    const end = await parser._reader.readline(MAX_LINE_BYTES);
    if (end.trim() !== '')
      throw new Error(`the record ${harmless(url)} does not end where its length says: ${NO_FURTHER}`);
    reader.inHead(true);
  }
}

/** The head of a record ends with an empty line, and the parser holds all that comes before one. */
class HeadReader extends AsyncIterReader {
  #left = MAX_HEAD_BYTES;
  #isHead = true;

  constructor(source: Bytes) {
    super(source, null);
  }

  /** Says whether what comes now is the head of a record. */
  inHead(isHead: boolean): void {
    this.#isHead = isHead;
    this.#left = MAX_HEAD_BYTES;
  }

  override async _next(): Promise<Uint8Array | null> {
    const chunk = await super._next();
    if (!this.#isHead || !chunk) return chunk;
    this.#left -= chunk.length;
    if (this.#left < 0) throw new Error(`the head of a record is longer than ${MAX_HEAD_BYTES} bytes: ${NO_FURTHER}`);
    return chunk;
  }

  /** What was read too far comes once more. */
  override unread(chunk: Uint8Array): void {
    this.#left += chunk.length;
    super.unread(chunk);
  }
}

/** The head of a record has at most this many bytes: more than any chunk that a stream comes in. */
const MAX_HEAD_BYTES = 4 * 2 ** 20;

const NO_FURTHER = 'it is read no further';
const MAX_LINE_BYTES = 1 << 16;

const TEXT = /^\s*(?:text\/|application\/(?:xhtml|xml|json))/i;

async function pageOf(record: WARCRecord): Promise<Bytes | undefined> {
  const { warcType: type, warcContentType: contentType } = record;
  const block = new Checked(record.reader, record.warcBlockDigest);
  if (type === 'response') return answerOf(record, block);
  if ((type !== 'conversion' && type !== 'resource') || !TEXT.test(contentType ?? '')) return undefined;
  const payload = new Checked(block, record.warcPayloadDigest);
  return verified(toUtf8(payload, contentType ?? ''), record, block, [payload]);
}

async function answerOf(record: WARCRecord, block: Checked): Promise<Bytes | undefined> {
  const reader = new AsyncIterReader(block, null);
  const head = await readHead(reader);
  const contentType = head.headers.get('content-type') ?? 'text/html';
  if (head.status !== '200' || !TEXT.test(contentType)) return undefined;
  const body = new Checked(reader, record.warcPayloadDigest);
  // Some crawlers sum up the body as it was sent, others its chunks put together.
  const bodies = isChunked(head) ? [new Checked(dechunk(body), record.warcPayloadDigest), body] : [body];
  return verified(toUtf8(unpack(bodies[0] ?? body, head), contentType), record, block, bodies);
}

/** Passes a page on. Rejects when its record is cut off, when its block has a wrong checksum, or its payload in each of its forms. */
async function* verified(
  page: Bytes,
  record: WARCRecord,
  block: Checked,
  payloads: readonly Checked[],
): AsyncGenerator<Uint8Array> {
  yield* page;
  let wrong = 0;
  for (const payload of payloads) wrong += (await payload.isWrong()) ? 1 : 0;
  const isBlockWrong = await block.isWrong();
  await finish(record);
  if (isBlockWrong || wrong === payloads.length) throw new Error('its checksum is wrong: the record is damaged');
}

/** Reads what is left of a record. Rejects when the stream ends before the record does. */
async function finish({ _reader: reader }: WARCRecord): Promise<void> {
  for await (const _ of reader);
  if ('limit' in reader && typeof reader.limit === 'number' && reader.limit > 0)
    throw new Error(`it is cut off: ${reader.limit} bytes of a record are missing`);
}
