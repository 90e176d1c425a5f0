// Bytes to lines: encodings, line ends, unwanted characters, and any chunking.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDecoder } from '../../src/text/decode.ts';
import { createLineSplitter, type Line, MAX_LINE } from '../../src/text/lines.ts';

function linesOf(chunks: readonly string[]): Line[] {
  const splitter = createLineSplitter();
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()];
}

function decode(chunks: readonly Uint8Array[]): string {
  const decoder = createDecoder();
  return chunks.map((chunk) => decoder.push(chunk)).join('') + decoder.end();
}

const texts = (lines: readonly Line[]): string[] => lines.map(({ text }) => text);

test('\\n, \\r\\n and \\r end lines; the last line needs none', () => {
  expect(linesOf(['a\nb\r\nc\rd\n\ne'])).toEqual(
    ['a', 'b', 'c', 'd', '', 'e'].map((text, i) => ({ text, number: i + 1 })),
  );
  expect(texts(linesOf(['a\n']))).toEqual(['a']);
  expect(texts(linesOf(['a\r', '\nb']))).toEqual(['a', 'b']);
  expect(linesOf([''])).toEqual([]);
});

test('other spaces become spaces, invisible characters go', () => {
  expect(texts(linesOf(['a\u00a0b\fc\u2028d\u2003e\tf']))).toEqual(['a b c d e\tf']);
  expect(texts(linesOf(['a\u200bb\ufeffc\u00add\u202ee']))).toEqual(['abcde']);
});

test('control characters go and are counted, bad bytes are named with their line', () => {
  const [, line] = linesOf(['ok\nx\0y\u001bz\n']);
  expect(line).toEqual({ text: 'xyz', number: 2, flaw: 'line 2: 2 control characters removed' });
  const [bad] = linesOf([decode([new Uint8Array([0x61, 0xff, 0x62])])]);
  expect(bad?.text).toBe('a\ufffdb');
  expect(bad?.flaw).toContain('line 1: bytes that are no valid text');
});

test.each([
  ['UTF-8', [0x68, 0xc3, 0xa9]],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x68, 0xc3, 0xa9]],
  ['UTF-16 little endian', [0xff, 0xfe, 0x68, 0, 0xe9, 0]],
  ['UTF-16 big endian', [0xfe, 0xff, 0, 0x68, 0, 0xe9]],
])('%s is decoded, whole and byte by byte', (_name, bytes) => {
  expect(decode([new Uint8Array(bytes)])).toBe('hé');
  expect(decode(bytes.map((byte) => new Uint8Array([byte])))).toBe('hé');
});

test('a line longer than the limit comes in pieces of one number', () => {
  const lines = linesOf(['x'.repeat(MAX_LINE * 2), 'y\n', 'z']);
  expect(lines.map(({ number, partial }) => [number, partial ?? false])).toEqual([
    [1, true],
    [1, true],
    [1, false],
    [2, false],
  ]);
  expect(texts(lines).join('')).toBe(`${'x'.repeat(MAX_LINE * 2)}yz`);
});

test('every chunking gives the same lines', () => {
  const piece = fc.constantFrom('\r', '\n', '\r\n', 'a', 'é', '\0', '\u2028', '😀', ' ', '\ud83d');
  fc.assert(
    fc.property(fc.array(piece), fc.array(fc.nat(8)), (pieces, sizes) => {
      const text = pieces.join('');
      const chunks: string[] = [];
      for (let from = 0, i = 0; from < text.length; i++) {
        const size = sizes[i % Math.max(sizes.length, 1)] ?? 1;
        chunks.push(text.slice(from, from + size));
        from += Math.max(size, size === 0 && i > 2 * text.length ? 1 : size, i > 99 ? 1 : 0);
      }
      expect(linesOf(chunks)).toEqual(linesOf([chunks.join('')]));
      expect(linesOf([...text])).toEqual(linesOf([text]));
    }),
  );
});

test('every chunking of bytes gives the same text', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]),
      (bytes, mark) => {
        const all = new Uint8Array([...mark, ...bytes]);
        expect(decode([...all].map((byte) => new Uint8Array([byte])))).toBe(decode([all]));
      },
    ),
  );
});
