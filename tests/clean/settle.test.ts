// A place that goes on changing is left, and only that.
import { expect, test } from 'vitest';
import type { Cleaned, Repair } from '../../src/clean/cleaner.ts';
import { overlaps, type Pass, settle } from '../../src/clean/settle.ts';

/** A pass that writes `to` for each `from`. */
const rewriting =
  (...rules: readonly (readonly [RegExp, string])[]): Pass =>
  (text, kept) => {
    const repairs: Repair[] = [];
    for (const [from, after] of rules)
      for (const { 0: before, index: start } of text.matchAll(from)) {
        const range = { start, end: start + before.length };
        if (!overlaps(range, kept)) repairs.push({ ...range, before, after, evidence: '', certainty: 1 });
      }
    repairs.sort((a, b) => a.start - b.start);
    let out = '';
    let done = 0;
    for (const { start, end, after } of repairs) {
      out += text.slice(done, start) + after;
      done = end;
    }
    return { text: out + text.slice(done), warnings: [], repairs };
  };

const clean = (text: string, pass: Pass): Cleaned => settle(text, pass(text, [], true), pass);

test('a place that grows with every pass stays, the others are repaired', () => {
  const pass = rewriting([/alpha/g, 'a'], [/x+/g, '(xx)'], [/beta/g, 'gamma'], [/gamma/g, 'c']);
  const { text, warnings, repairs } = clean('alpha, x of alpha, beta', pass);
  expect(text).toBe('a, x of a, c');
  expect(clean(text, pass).text).toBe(text);
  expect(warnings).toEqual(['x at character 8 stays as it was: its repair would not settle']);
  expect(repairs.map(({ before }) => before)).toEqual(['alpha', 'alpha', 'beta']);
});

test('two readings in turn stay as well', () => {
  const pass = rewriting([/beta/g, 'b'], [/p/g, 'q'], [/q/g, 'p']);
  expect(clean('q, beta and p', pass).text).toBe('q, b and p');
});

test('a warning quotes no more than the beginning of a long place', () => {
  const { warnings } = clean('x'.repeat(100), rewriting([/x+/g, '(xx)']));
  expect(warnings).toEqual([`${'x'.repeat(40)}… at character 1 stays as it was: its repair would not settle`]);
});

test('a text in which too much changes is left whole', () => {
  const pass = rewriting([/x+/g, '(xx)']);
  const { text, warnings } = clean('x '.repeat(60), pass);
  expect(text).toBe('x '.repeat(60));
  expect(warnings).toEqual(['left as it was: its repairs would not settle']);
});
