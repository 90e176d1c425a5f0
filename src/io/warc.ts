// WARC, the archive of web crawlers: the pages among its records.
import { WARCParser, type WARCRecord } from 'warcio';
import type { Bytes } from './peek.ts';

/** A page of a crawl. */
export interface WarcPage {
  readonly url: string;
  /** Length of the record, before chunking and compression are undone. */
  readonly size: number;
  readonly chunks: Bytes;
}

/** Gives the pages (answers with text or HTML, status 200) of an uncompressed WARC stream; `skipped` hears of the rest. Rejects when the stream is damaged. */
export async function* readWarc(source: Bytes, skipped: (url: string) => void): AsyncGenerator<WarcPage> {
  for await (const record of WARCParser.iterRecords(source)) {
    const url = record.warcTargetURI ?? '';
    if (isPage(record)) yield { url, size: record.warcContentLength, chunks: whole(record) };
    else if (record.warcType === 'response' || record.warcType === 'resource') skipped(url);
    await finish(record); // the parser itself would wait for ever for what has been cut off
  }
}

function isPage(record: WARCRecord): boolean {
  if (record.warcType === 'conversion' || record.warcType === 'resource')
    return TEXT.test(record.warcContentType ?? '');
  if (record.warcType !== 'response') return false;
  const http = record.getResponseInfo();
  return String(http?.status) === '200' && TEXT.test(http?.headers.get('content-type') ?? 'text/html');
}

const TEXT = /^\s*(?:text\/|application\/(?:xhtml|xml|json))/i;

async function* whole(record: WARCRecord): AsyncGenerator<Uint8Array> {
  yield* record.contentReader;
  await finish(record);
}

/** Reads what is left of a record. Rejects when the stream ends before the record does. */
async function finish({ _reader: reader }: WARCRecord): Promise<void> {
  for await (const _ of reader);
  if ('limit' in reader && typeof reader.limit === 'number' && reader.limit > 0)
    throw new Error(`it is cut off: ${reader.limit} bytes of a record are missing`);
}
