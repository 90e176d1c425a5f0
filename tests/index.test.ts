// The library, as a user imports it.
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { clean, type Link, type Record, type Reject, type SiftOptions, sift, siftStream } from '../src/index.ts';
import { valid } from './help/records.ts';

const seed = readFileSync('fixtures/hf-search/seed.txt', 'utf8');

test('sift gives records and rejects', () => {
  const { records, rejects } = sift(seed, { math: 'raw', file: 'x' });
  expect(valid(records)).toHaveLength(5);
  expect(rejects).toEqual([]);
  expect(records[0]?.source).toEqual({ file: 'x', line: 13, end_line: 15 });
  expect(sift('no\ndigest').rejects.map(({ line, text }) => [line, text])).toEqual([
    [1, 'no'],
    [2, 'digest'],
  ]);
});

describe('siftStream', () => {
  const bytes = new TextEncoder().encode(seed);
  const collect = async (stream: AsyncIterable<Record>): Promise<Record[]> => {
    const records: Record[] = [];
    for await (const record of stream) records.push(record);
    return records;
  };
  test.each([
    ['strings', () => [seed.slice(0, 99), seed.slice(99)]],
    ['bytes', () => [bytes.subarray(0, 1001), bytes.subarray(1001)]],
    ['a Node stream', () => Readable.from([bytes])],
    ['a web stream', () => new Blob([bytes]).stream()],
  ])('reads %s', async (_name, chunks) => {
    expect(await collect(siftStream(chunks()))).toEqual(sift(seed).records);
  });
  test('gives records before the end', async () => {
    async function* endless(): AsyncGenerator<string> {
      for (;;) yield `${seed}\n\nAnother Paper\n\n`;
    }
    for await (const record of siftStream(endless())) {
      expect(record.title).toMatch(/^Mesa/);
      break;
    }
  });
  test('throws for a wrong option at the first record asked for', async () => {
    // @ts-expect-error: the types know the modes
    await expect(siftStream([seed], { math: 'tex' }).next()).rejects.toThrow(TypeError);
  });
});

test('clean repairs text and keeps its lines', () => {
  expect(clean('lesssim0.5M_{odot}\r\n\nplain')).toBe('≲0.5M☉\r\n\nplain');
  expect(clean('lesssim0.5M_{odot}', { math: 'raw' })).toBe('lesssim0.5M_{odot}');
});

test.each([
  [{ math: 'tex' }, 'math'],
  [{ layout: 'no-such' }, 'layout'],
  [{ markup: 1 }, 'markup'],
  [{ mathCertainty: 'none' }, 'mathCertainty'],
  [{ file: 7 }, 'file'],
  [{ maths: 'raw' }, 'maths'],
])('a wrong option %j is a TypeError that names it', (options, name) => {
  // @ts-expect-error: most of these are wrong for the types too
  const calls = [() => sift('', options), () => clean('', options)];
  for (const call of calls) expect(call).toThrow(new RegExp(`option .*${name}`));
});

test('no text makes it throw, and every line ends in one place', () => {
  const pieces = fc.constantFrom(
    '\n',
    '\n\n',
    '\r',
    'Daily Papers',
    seed.slice(0, 200),
    '# ',
    '[a](b)',
    '\\',
    '<div>',
    '\0',
    '$x$',
    'frac{',
    '\ud800',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((list) => list.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      const { records, rejects } = sift(any);
      valid(records);
      const numbers = rejects.map(({ line }) => line);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      clean(any);
    }),
    { numRuns: 300 },
  );
});

test('types', () => {
  expectTypeOf(sift).parameters.toEqualTypeOf<[text: string, options?: SiftOptions]>();
  expectTypeOf(sift('').records).toEqualTypeOf<Record[]>();
  expectTypeOf(sift('').rejects).toEqualTypeOf<Reject[]>();
  expectTypeOf<Record['links']>().toEqualTypeOf<Link[]>();
  expectTypeOf<Record['arxiv_id']>().toEqualTypeOf<string | null>();
  expectTypeOf<NonNullable<SiftOptions['math']>>().toEqualTypeOf<'unicode' | 'latex' | 'ascii' | 'raw'>();
  expectTypeOf(siftStream).returns.toEqualTypeOf<AsyncGenerator<Record, void, undefined>>();
});
