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
  test('tells of rejects and warnings as sift does', async () => {
    const text = 'No digest\n\nat all\n';
    const { rejects, warnings } = sift(text, { layout: 'arxiv-listing' });
    const told: { rejects: Reject[]; warnings: string[] } = { rejects: [], warnings: [] };
    const options = { layout: 'arxiv-listing', onReject: told.rejects.push.bind(told.rejects) };
    const records = await collect(
      siftStream([text], { ...options, onWarning: (warning) => told.warnings.push(warning) }),
    );
    expect({ records, ...told }).toEqual({ records: [], rejects, warnings });
    expect(rejects.map(({ line }) => line)).toEqual([1, 3]);
    expect(warnings).toHaveLength(1);
  });
  test('throws for a wrong option at the call', () => {
    // @ts-expect-error: the types know a function
    expect(() => siftStream([seed], { onReject: true })).toThrow('papersift: option onReject must be a function');
    // @ts-expect-error: the types know an object
    expect(() => siftStream([seed], null)).toThrow('papersift: the options must be an object');
    // @ts-expect-error: the types know the modes
    expect(() => siftStream([seed], { math: 'tex' })).toThrow(TypeError);
  });
  test('reads a web stream that cannot be iterated, and closes it early', async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytes),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const record of siftStream({ getReader: () => stream.getReader() })) {
      expect(record.title).toMatch(/^Mesa/);
      break;
    }
    expect(cancelled).toBe(true);
    const whole = new Blob([bytes]).stream();
    expect(await collect(siftStream({ getReader: () => whole.getReader() }))).toEqual(sift(seed).records);
  });
  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [7, 'number'],
    [Promise.resolve(''), 'Promise'],
  ])('throws at the call for what is no stream: %j', (given, kind) => {
    const message = `papersift: siftStream takes a stream of strings or bytes, not ${kind}`;
    // @ts-expect-error: the types say so
    expect(() => siftStream(given)).toThrow(new TypeError(message));
  });
  test('throws for a chunk that is neither text nor bytes', async () => {
    // @ts-expect-error: a Buffer is an iterable of numbers
    const stream = siftStream(Buffer.from(seed));
    await expect(stream.next()).rejects.toThrow('siftStream takes chunks that are strings or bytes, not number');
    const views: unknown[] = [new Uint16Array(8), new DataView(new ArrayBuffer(8))];
    // @ts-expect-error: views on something else than bytes
    for (const view of views) await expect(siftStream([view]).next()).rejects.toThrow('strings or bytes, not');
  });
  test('text and bytes may come in turn, in their order', async () => {
    const start = Buffer.from(seed.slice(0, 2));
    expect(await collect(siftStream([start, seed.slice(2)]))).toEqual(sift(seed).records);
    const paper = seed.indexOf('Mesa: A');
    const mixed = [seed.slice(0, paper), Buffer.from(seed.slice(paper, paper + 2)), seed.slice(paper + 2)];
    expect(await collect(siftStream(mixed))).toEqual(sift(seed).records);
    const utf16 = Buffer.from(`\ufeff${seed}`, 'utf16le');
    expect(await collect(siftStream(['', utf16]))).toEqual(sift(seed).records);
  });
});

test('a paper whose second showing stood before the first begins no later than it ends', () => {
  const page = readFileSync('fixtures/hf-search/html-data.html', 'utf8');
  const last = sift(page).records.at(-1);
  const card = `<div class="w-full"><h3 class="mb-1"><a href="/papers/${last?.arxiv_id}">${last?.title}</a></h3>`;
  const data = page.slice(page.indexOf('<main>'));
  const { source } = sift(`${card}\n${data}`).records.at(-1) ?? {};
  expect(source?.line).toBe(1);
  expect(source?.end_line).toBeGreaterThan(1);
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

test.each([
  [undefined, 'undefined'],
  [5, 'number'],
  [null, 'null'],
  [Buffer.from('x'), 'Uint8Array'],
  [Promise.resolve(''), 'Promise'],
])('a text that is none is a TypeError that says what it is: %j', (text, kind) => {
  // @ts-expect-error: the types say so
  expect(() => sift(text)).toThrow(new TypeError(`papersift: sift takes a string, not ${kind}`));
  // @ts-expect-error: the types say so
  expect(() => clean(text)).toThrow(new TypeError(`papersift: clean takes a string, not ${kind}`));
});

test.each([null, 'latex', 5, []])('options that are no object are a TypeError: %j', (options) => {
  // @ts-expect-error: the types say so
  expect(() => sift('', options)).toThrow(new TypeError('papersift: the options must be an object'));
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
  // The types of a web stream, where only lib "DOM" is asked for, say nothing of iteration.
  expectTypeOf<Pick<ReadableStream<Uint8Array>, 'getReader' | 'cancel' | 'locked'>>().toExtend<
    Parameters<typeof siftStream>[0]
  >();
  expectTypeOf(siftStream).returns.toEqualTypeOf<AsyncGenerator<Record, void, undefined>>();
});
