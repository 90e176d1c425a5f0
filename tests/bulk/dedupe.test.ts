// The same paper on many pages: how it is known again, what is joined, and that the disk gives back what memory would.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinShowings } from '../../src/bulk/join-showings.ts';
import { keysOf, PaperNumbers } from '../../src/bulk/keys.ts';
import { LaterShowings } from '../../src/bulk/later-showings.ts';
import type { Record } from '../../src/record.ts';
import { temporaryFolder } from '../help/program.ts';
import { sampleRecord, valid } from '../help/records.ts';

/** Numbers papers that are given as [id, title]. */
function numbersOf(papers: readonly (readonly [string | null, string])[]): number[] {
  const numbers = new PaperNumbers();
  return papers.map(([arxiv_id, title]) => numbers.of(Uint32Array.from(keysOf({ arxiv_id, title })), 0));
}

test.each([
  [
    'by id, whatever the title',
    [
      ['1', 'a'],
      ['1', 'b'],
      ['2', 'a'],
    ],
    [0, 0, 1],
  ],
  [
    'by title where one has no id',
    [
      ['1', 'A: b'],
      [null, 'a B!'],
      ['2', 'c'],
      [null, 'c'],
    ],
    [0, 0, 1, 1],
  ],
  [
    'by an id that only the second showing has',
    [
      [null, 'a'],
      ['1', 'a'],
      ['1', 'b'],
    ],
    [0, 0, 0],
  ],
  [
    'apart, when ids differ, also after one without an id',
    [
      [null, 'a'],
      ['1', 'a'],
      ['2', 'a'],
      [null, 'a'],
    ],
    [0, 0, 1, 0],
  ],
  [
    'apart, when a showing without an id stands between',
    [
      ['1', 'a'],
      [null, 'a'],
      ['2', 'a'],
    ],
    [0, 0, 1],
  ],
  [
    'apart, when there is neither id nor title',
    [
      [null, '?'],
      [null, '!'],
    ],
    [0, 1],
  ],
] as const)('papers are known %s', (_, papers, numbers) => expect(numbersOf(papers)).toEqual(numbers));

test('a hundred thousand papers keep their numbers while the tables grow', () => {
  const papers = Array.from({ length: 100_000 }, (_, i) => [i % 3 === 0 ? null : `${i}`, `title ${i}`] as const);
  expect(numbersOf([...papers, ...papers])).toEqual([...papers.keys(), ...papers.keys()]);
});

const bare: Partial<Record> = {
  abstract: '',
  links: [],
  arxiv_id: null,
  doi: null,
  authors: [],
  author_count: null,
  organization: null,
  submitted_by: null,
  published: null,
  upvotes: null,
  comment_count: null,
  github_stars: null,
  categories: [],
  note: null,
  warnings: [],
};

test('a later showing adds what the first lacks, and replaces nothing', () => {
  const place = { digest: { name: 'D', layout: 'l', date: null }, source: { file: 'b', line: 9, end_line: 9 } };
  const full = sampleRecord();
  expect(joinShowings(sampleRecord({ ...bare, ...place }), full)).toEqual({ ...full, ...place });
  expect(joinShowings(full, sampleRecord({ ...bare, ...place }))).toEqual(full);
  const other = sampleRecord({ abstract: 'Another, and longer than the first one.', upvotes: 99, authors: ['C'] });
  expect(joinShowings(full, other)).toEqual(full);
});

test.each([
  ['First par…', true],
  ['First par...', true],
  ['First', true],
  ['', true],
  ['Second…', false],
])('an abstract shown as %j is completed: %s', (abstract, completed) => {
  const joined = joinShowings(sampleRecord({ abstract, warnings: ['cut'] }), sampleRecord());
  expect(joined.abstract).toBe(completed ? sampleRecord().abstract : abstract);
  expect(joined.warnings).toEqual(completed ? ['cut', 'doubtful'] : ['cut']);
});

test('links are joined, each once', () => {
  const link = (url: string): Record['links'][number] => ({ url, kind: 'other' });
  const joined = joinShowings(
    sampleRecord({ links: [link('a'), link('b')] }),
    sampleRecord({ links: [link('c'), link('b')] }),
  );
  expect(joined.links.map(({ url }) => url)).toEqual(['a', 'b', 'c']);
});

test('showings that go over the disk, in one run or in many, come back as if they had been joined in memory', async () => {
  const showing = fc.record({
    number: fc.nat(30),
    url: fc.nat(20),
    doi: fc.option(fc.constantFrom('10.1/a', '10.1/b')),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(showing, { maxLength: 300 }), fc.constantFrom(0, 3000, 1 << 20), async (all, limit) => {
      const folder = temporaryFolder();
      const showings = new LaterShowings(folder, limit);
      const expected = new Map<number, Record>();
      for (const { number, url, doi } of all) {
        const record = sampleRecord({ links: [{ url: `https://e/${url}`, kind: 'other' }], doi });
        const before = expected.get(number);
        expected.set(number, before ? joinShowings(before, record) : record);
        await showings.add(number, JSON.stringify(record));
      }
      const found: [number, Record][] = [];
      for await (const { number, record } of showings.all()) found.push([number, record]);
      expect(found).toEqual([...expected].sort(([a], [b]) => a - b));
      expect(valid(found.map(([, record]) => record))).toHaveLength(expected.size);
      expect(readdirSync(folder)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('an abstract that ends in dots is whole in a later showing, however many blanks it has', () => {
  const showing = (abstract: string): Record => sampleRecord({ abstract });
  expect(joinShowings(showing('It begins …'), showing('It begins, and ends.')).abstract).toBe('It begins, and ends.');
  const blanks = `a${' '.repeat(1_000_000)}b`;
  expect(joinShowings(showing(blanks), showing(`${blanks}c`)).abstract).toBe(`${blanks}c`);
});
