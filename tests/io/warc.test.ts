// WARC: what was done to send a page is undone, and what does not match its checksum is named.
import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Checked } from '../../src/io/archives/warc-checksum.ts';
import { compressor } from '../../src/io/codecs/compress.ts';
import { type WarcFile, warc, zip } from './archives.ts';
import { folderOf, names, read } from './reading.ts';

const TYPE = 'text/plain; charset=utf-8';
const page = (url: string, body: string | Buffer, more: Partial<WarcFile> = {}): WarcFile => ({
  url,
  type: TYPE,
  body,
  ...more,
});

const readWarc = (pages: readonly WarcFile[]): ReturnType<typeof read> =>
  read([folderOf({ 'c.warc': warc(pages) })('c.warc')]);

const TEXT = 'Läuft gut. '.repeat(100);
const chunked = (data: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from('\r\n0\r\n\r\n')]);

test('bodies are put together and unpacked, also those that only say that they are packed', async () => {
  const zst = Buffer.from(await compressor('zst')(Buffer.from(TEXT)));
  const coded = (name: string): Partial<WarcFile> => ({ http: [`Content-Encoding: ${name}`] });
  const { inputs, problems } = await readWarc([
    page('plain', TEXT),
    page('gzip', gzipSync(TEXT), coded('gzip')),
    page('deflate', deflateSync(TEXT), coded('deflate')),
    page('raw deflate', deflateRawSync(TEXT), coded('Deflate')),
    page('br', brotliCompressSync(TEXT), coded('br')),
    page('zstd', zst, coded('zstd')),
    page('chunked', chunked(gzipSync(TEXT)), { http: ['Transfer-Encoding: chunked', 'Content-Encoding: gzip'] }),
    page('not br', TEXT, coded('br')),
    page('not gzip', TEXT, coded('gzip')),
    page('not chunked', TEXT, { http: ['Transfer-Encoding: chunked'] }),
  ]);
  expect(problems).toEqual([]);
  expect(inputs.filter(([, text]) => text !== TEXT)).toEqual([]);
  expect(inputs).toHaveLength(10);
});

test('a body that is damaged or packed in an unknown way is named, the others are read', async () => {
  const packed = gzipSync(TEXT);
  const http = ['Content-Encoding: gzip'];
  const { inputs, problems } = await readWarc([
    page('cut', packed.subarray(0, -20), { http }),
    page('wrong', Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8, 1)]), { http }),
    page('unknown', packed, { http: ['Content-Encoding: x-own'] }),
    page('good', TEXT),
  ]);
  expect(names(inputs)).toEqual(['good']);
  expect(problems).toEqual([
    expect.stringMatching(/^cut: its gzip stream is damaged/),
    expect.stringMatching(/^wrong: its gzip stream is damaged/),
    'unknown: it is compressed in a way that is not known here (x-own)',
  ]);
});

test.each([
  ['iso-8859-1', 'latin1', ''],
  ['windows-1252', 'latin1', ''],
  ['"UTF-16LE"', 'utf16le', ''],
  ['iso-8859-1', 'utf8', '\ufeff'],
  ['no-such-set', 'utf8', ''],
  ['utf-8', 'utf8', ''],
] as const)('a page in %s is decoded', async (charset, encoding, mark) => {
  const body = Buffer.from(`${mark}Agént Lightning`, encoding);
  const { inputs } = await readWarc([page('u', body, { type: `text/html; charset=${charset}; x=y` })]);
  expect(inputs).toEqual([['u', `${mark}Agént Lightning`]]);
});

/** "A" summed up by sha1 in base32. */
const SHA1_OF_A = 'NXGUZYR5RDRO5FLIXJKGYAD4MPMRGHA3';

test('a page with a wrong checksum is named', async () => {
  const sum = (kind: string, data: string | Buffer): string => createHash(kind).update(data).digest('hex');
  const payload = (url: string, body: string | Buffer, digest: string, http: string[] = []): WarcFile =>
    page(url, body, { warc: [`WARC-Payload-Digest: ${digest}`], http });
  const sent = chunked(Buffer.from('A'));
  const { inputs, problems } = await readWarc([
    payload('base32', 'A', `sha1:${SHA1_OF_A}`),
    payload('hex', 'A', `SHA-256:${sum('sha256', 'A').toUpperCase()}`),
    payload('md5', 'A', `md5:${sum('md5', 'A')}`),
    payload('as sent', sent, `sha1:${sum('sha1', sent)}`, ['Transfer-Encoding: chunked']),
    payload('put together', sent, `sha1:${sum('sha1', 'A')}`, ['Transfer-Encoding: chunked']),
    payload('unknown', 'A', 'crc:1'),
    payload('bad base32', 'B', `sha1:${SHA1_OF_A}`),
    payload('bad hex', 'B', `sha256:${sum('sha256', 'A')}`),
    payload('bad chunks', sent, `md5:${sum('md5', 'B')}`, ['Transfer-Encoding: chunked']),
    page('bad block', 'A', { warc: [`WARC-Block-Digest: sha1:${SHA1_OF_A}`] }),
  ]);
  expect(names(inputs)).toEqual(['base32', 'hex', 'md5', 'as sent', 'put together', 'unknown']);
  const bad = ['bad base32', 'bad hex', 'bad chunks', 'bad block'];
  expect(problems).toEqual(bad.map((name) => `${name}: its checksum is wrong: the record is damaged`));
});

test.each([
  ['12x', 'the length of the record b is no number'],
  ['', 'the length of the record b is no number'],
  ['80', 'the record b does not end where its length says'],
  ['200', 'the record b does not end where its length says'],
])('a record whose length is %j is named, and ends the archive', async (length, reason) => {
  const body = 'B'.repeat(80);
  const { inputs, problems } = await readWarc([page('a', 'A'), page('b', body, { length }), page('c', 'C')]);
  expect(inputs[0]).toEqual(['a', 'A']);
  expect(names(inputs)).not.toContain('c');
  expect(problems).toEqual([expect.stringContaining(reason)]);
});

test('a head without end is not held', async () => {
  const long = page('b', 'B', { warc: ['X: '.padEnd(6e6, 'x')] });
  const { inputs, problems } = await readWarc([page('a', 'A'), long, page('c', 'C')]);
  expect(inputs).toEqual([['a', 'A']]);
  expect(problems).toEqual([expect.stringContaining('the head of a record is longer than')]);
});

test('many records in one chunk are read, of which each shows the head of the next', async () => {
  const pages = Array.from({ length: 3000 }, (_, i) => page(`${i}`, `${i}`.padEnd(50)));
  const at = folderOf({ 'x.zip': zip([{ name: 'x.warc', data: warc(pages) }]) });
  const { inputs, problems } = await read([at('x.zip')]);
  expect(problems).toEqual([]);
  expect(inputs).toHaveLength(pages.length);
});

test('a checksum in a header may be a megabyte of filling', async () => {
  expect(await new Checked([Buffer.from('A')], `sha1:${SHA1_OF_A}${'='.repeat(6)}`).isWrong()).toBe(false);
  expect(await new Checked([Buffer.from('A')], `sha1:${'='.repeat(1_000_000)}x`).isWrong()).toBe(true);
});
