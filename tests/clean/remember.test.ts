// A text that comes again gets the same answer, from memory; and the memory is bounded.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCleaner } from '../../src/clean/clean.ts';
import type { Cleaner } from '../../src/clean/cleaner.ts';
import { remember, type TextHash } from '../../src/clean/remember.ts';

const asItIs: TextHash = (text) => (text.isWellFormed() ? text : null);

/** A cleaner behind a memory, past the texts that are never remembered, and the texts that it was asked for. */
function remembering(clean: Cleaner): { clean: Cleaner; asked: string[] } {
  const asked: string[] = [];
  const behind: Cleaner = (text, context) => {
    asked.push(text);
    return clean(text, context);
  };
  const all = remember(behind, asItIs);
  for (let i = 0; i < 64; i++) all(`warm-up ${i}`);
  asked.length = 0;
  return { clean: all, asked };
}

const shout: Cleaner = (text) => ({
  text: text.toUpperCase(),
  warnings: text.includes('?') ? ['doubt'] : [],
  repairs: [],
});

test('a text is repaired once; one in a title each time, with its abstract as evidence', () => {
  const { clean, asked } = remembering(shout);
  for (const text of ['one?', 'two', 'THREE', 'one?', 'two', 'THREE']) expect(clean(text)).toEqual(shout(text));
  expect(asked).toEqual(['one?', 'two', 'THREE']);
  clean('two', 'abstract');
  clean('two', 'abstract');
  expect(asked).toEqual(['one?', 'two', 'THREE', 'two', 'two']);
});

test('a text without a hash is repaired each time, one that cannot be told from its warnings, and a very long one', () => {
  const { clean, asked } = remembering(shout);
  const texts = ['half a pair \ud800', 'a\0b?', 'x'.repeat(100_001)];
  for (const text of [...texts, ...texts]) expect(clean(text)).toEqual(shout(text));
  expect(asked).toHaveLength(6);
});

test.each([
  ['bytes', 166, (i: number) => `${i} é`.padEnd(100_000, 'x')],
  ['texts', 65_536, (i: number) => `${i}`],
])('when there is no room for more %s, all begins anew', (_, count, text) => {
  const { clean, asked } = remembering(shout);
  for (const last of [count - 1, count]) {
    clean('first');
    for (let i = 0; i < last; i++) clean(text(i));
  }
  expect(asked.filter((one) => one === 'first')).toHaveLength(1);
  clean('first');
  expect(asked.filter((one) => one === 'first')).toHaveLength(2);
});

test('texts in any order, repeated at will, come out as without a memory', () => {
  const pieces = [
    'lesssim0.5M_{odot}',
    'a beta test',
    'xin X',
    'O(sqrt{n}log n)',
    'plain words',
    '\ufeffbeta_2',
    'alpha and beta_1',
    '\ud800',
    '?',
  ];
  const plain = createCleaner({ math: 'unicode', mathCertainty: 'normal' });
  const kept = remembering(plain).clean;
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 3 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
      for (const one of texts) expect(kept(one)).toEqual(plain(one));
    }),
  );
});
