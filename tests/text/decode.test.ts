// UTF-16 without a byte order mark, and UTF-32 with one: recognised in every chunking, and never seen in what is something else.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDecoder } from '../../src/text/decode.ts';
import { papersift, SEED, temporaryFolder } from '../help/program.ts';

const little = (text: string): Buffer => Buffer.from(text, 'utf16le');
const big = (text: string): Buffer => little(text).swap16();

/** UTF-32 with its mark. */
function wide(text: string, littleEndian: boolean): Buffer {
  const characters = Array.from(`\ufeff${text}`, (character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(characters.length * 4));
  for (const [i, character] of characters.entries()) view.setUint32(i * 4, character, littleEndian);
  return Buffer.from(view.buffer);
}
const wideLittle = (text: string): Buffer => wide(text, true);
const wideBig = (text: string): Buffer => wide(text, false);

function decode(bytes: Uint8Array, size: number): string {
  const decoder = createDecoder();
  let text = '';
  for (let from = 0; from < bytes.length; from += size) text += decoder.push(bytes.subarray(from, from + size));
  return text + decoder.end();
}

const SIZES = [1, 2, 3, 7, 63, 64, 65, 1023, 1024, 1025, 1 << 20];

const TEXTS = {
  'the seed': readFileSync(SEED, 'utf8'),
  'one short line': 'Daily Papers\n',
  'a page in Chinese': '每日论文 (Daily Papers)\r\n大型语言模型的推理能力，一种 12 likes\r\n'.repeat(40),
  'a picture first': `🤗 Hugging Face\n${'𝒪(√T) of '.repeat(90)}`,
};

test.each(Object.entries(TEXTS))('%s comes out, whole and in pieces', (_name, text) => {
  for (const size of SIZES) {
    expect(decode(little(text), size) === text).toBe(true);
    expect(decode(big(text), size) === text).toBe(true);
    expect(decode(wideLittle(text), size) === text).toBe(true);
    expect(decode(wideBig(text), size) === text).toBe(true);
  }
});

test('UTF-32 that is damaged, cut or nothing but its mark costs no more than the characters it is about', () => {
  const bad = Buffer.concat([wideLittle('a\ufeffb'), Buffer.of(0, 0xd8, 0, 0, 0, 0, 0x11, 0, 0x63, 0, 0, 0, 0x64)]);
  for (const size of SIZES) {
    expect(decode(bad, size)).toBe('a\ufeffb\ufffd\ufffdc\ufffd');
    expect(decode(wideBig(''), size)).toBe('');
    expect(decode(wideBig('').subarray(0, 3), size)).toBe('\0\0\ufffd');
  }
});

test('a cut in the midst of a character costs no more than this character', () => {
  const text = 'Ten characters and more, 😀';
  for (const size of SIZES) {
    expect(decode(little(text).subarray(0, -1), size)).toBe('Ten characters and more, \ufffd');
    expect(decode(big(text).subarray(0, -2), size)).toBe('Ten characters and more, \ufffd');
  }
});

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test.each([
  ['UTF-8 with some NULs', Buffer.from('a line of text with a\0b, and one more\0\n'.repeat(50))],
  ['words between NULs', Buffer.from('file\0other\0c\0dd\0'.repeat(100))],
  ['NULs alone', Buffer.alloc(4096)],
  ['numbers of two bytes', Buffer.from(new Uint16Array(2000).map((_, i) => i).buffer)],
  ['numbers of four bytes', Buffer.from(new Uint32Array(1000).map((_, i) => 65 + (i % 26)).buffer)],
  ['halves of pairs', little('a \udc00 b '.repeat(100))],
  ['too little to tell', little('abc')],
])('%s is not UTF-16', (_name, bytes) => {
  for (const size of SIZES) expect(decode(bytes, size) === utf8(bytes)).toBe(true);
});

test('every chunking of any bytes gives the same text', () => {
  const byte = fc.oneof(fc.constantFrom(0, 0, 10, 65, 97, 0x4e), fc.nat(255));
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 1500, size: 'max' }), fc.integer({ min: 1, max: 1200 }), (all, size) => {
      const bytes = Uint8Array.from(all);
      const pairs = bytes.map((each, i) => (i % 2 === 1 && i % 32 !== 1 ? 0 : each));
      const marked = [
        [0xff, 0xfe, 0, 0],
        [0, 0, 0xfe, 0xff],
        [0xff, 0xfe],
        [0xef, 0xbb],
      ].map((mark) => Uint8Array.from([...mark, ...all]));
      for (const given of [bytes, pairs, ...marked])
        expect(decode(given, size) === decode(given, given.length || 1)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['UTF-16, little end first,', little],
  ['UTF-16, big end first,', big],
  ['UTF-32, little end first,', wideLittle],
  ['UTF-32, big end first,', wideBig],
])('a dump in %s gives its papers as a file, a folder and a stream', (_name, encode) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'page.txt'), encode(readFileSync(SEED, 'utf8')));
  const options = ['-f', 'jsonl', '--fields', 'title,abstract,source_line'];
  const expected = papersift([...options, SEED]);
  for (const input of [join(folder, 'page.txt'), folder]) expect(papersift([...options, input])).toEqual(expected);
  const input = encode(readFileSync(SEED, 'utf8'));
  expect(papersift(options, { input })).toEqual(expected);
  expect(papersift(['clean', '--math', 'raw'], { input }).stdout).toBe(readFileSync(SEED, 'utf8'));
});

test('a short line of UTF-8 is not held back', () => {
  expect(createDecoder().push(Buffer.from('hi\n'))).toBe('hi\n');
});
