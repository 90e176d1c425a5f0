// Nothing is lost: whatever the text, each of its lines ends in one place, and chunks make no difference.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allFixtures } from './fixture-files.ts';
import { fatesByLine, lineCount, read } from './read.ts';

const FIXTURES = allFixtures().map(({ text }) => text.split('\n'));
const FRAGMENTS = [
  '[',
  '][3]',
  '---',
  '```',
  '](x)',
  '![',
  '<div',
  '\\\\',
  '',
  '# ',
  '- ',
  '·',
  'arxiv:2401.00001',
  '<!doctype html>',
  '[1]: x',
];

const fragment = fc.oneof(
  fc.constantFrom(...FRAGMENTS),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const lines = fc.array(fragment, { maxLength: 60 });
const edit = fc.record({ at: fc.nat(), drop: fc.nat({ max: 4 }), put: fc.array(fragment, { maxLength: 3 }) });
const mutated = fc.tuple(fc.constantFrom(...FIXTURES), fc.array(edit, { maxLength: 6 })).map(([base, edits]) => {
  const text = [...base];
  for (const { at, drop, put } of edits) text.splice(at % (text.length + 1), drop, ...put);
  return text;
});
const spliced = fc.tuple(mutated, mutated).map(([a, b]) => [...a, ...b]);
const texts = fc.oneof(lines, mutated, spliced).map((all) => all.join('\n'));

describe('every line of any text', () => {
  it('ends in one place', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = read(text);
        const fates = fatesByLine(reading);
        expect([...fates].filter(([, times]) => times !== 1)).toEqual([]);
        expect(fates.size).toBe(lineCount(text));
      }),
      { numRuns: 300 },
    );
  });

  it('ends in the same place however the text is cut', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 50 }), (text, step) => {
        const whole = read(text);
        const cut = read(text, {}, step);
        expect(cut.records).toEqual(whole.records);
        expect(cut.rejects).toEqual(whole.rejects);
      }),
      { numRuns: 150 },
    );
  });

  it('is a reject when no page is recognised', () => {
    const text = 'A letter.\n\nIt has lines,\nand blank ones.\n';
    expect(read(text).rejects).toEqual([1, 2, 3, 4]);
  });
});
