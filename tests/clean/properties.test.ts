// What holds for every text: repairing twice is repairing once, LaTeX output parses, nothing takes long.
import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { createCleaner } from '../../src/clean/clean.ts';
import type { MathMode } from '../../src/clean/cleaner.ts';

const MODES = ['unicode', 'latex', 'ascii'] satisfies MathMode[];
const FRAGMENTS = [
  'x',
  'n',
  'alpha',
  'beta',
  'in',
  'times',
  '_',
  '^',
  '{',
  '}',
  '{2}',
  '_{i}',
  '^{n+1}',
  '$',
  '\\',
  '\\alpha',
  '\\frac',
  'frac{1}{2}',
  'sqrt{n}',
  '\\sqrt',
  '\\left(',
  '\\right)',
  'left(',
  'right)',
  '(',
  ')',
  ' ',
  ' ',
  ' the ',
  ' of ',
  'mathbb{R}',
  '\\textbf{a}',
  '\\"o',
  "\\'",
  '``',
  "''",
  '--',
  '~',
  '%',
  '\\%',
  '&',
  '#',
  '1',
  '10',
  '.',
  ',',
  'leq',
  '\\mbox{x}',
  '{\\em y}',
  'hat',
  '\\hat{x}',
  'https://a.b/c{d}',
  '|',
  '!',
  "'",
  '\\\\',
  'log',
  '[',
  ']',
  'é',
  '\\{',
  '\\}',
  'over',
  '{a over b}',
  '\\,',
  '=',
  '<',
];
const latexLike = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 14 }).map((parts) => parts.join(''));
const texts = fc.oneof(latexLike, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }));

const TEX = /(?<!\\)\$([^$]*[^$\\])\$/g;

function parses(source: string): boolean {
  try {
    katex.renderToString(source, { throwOnError: true, strict: false });
    return true;
  } catch {
    return false;
  }
}

describe.each(MODES)('%s', (math) => {
  const clean = createCleaner({ math, mathCertainty: 'low' });

  test('repairing twice changes nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = clean(text).text;
        expect(clean(once).text).toBe(once);
      }),
      { numRuns: 1500, seed: 7 },
    );
  });

  test('hostile texts of 100 kB take no time', () => {
    for (const part of [
      '{',
      '_',
      '^',
      '$',
      '\\',
      '`',
      '-',
      '~',
      'alphabeta',
      'alpha ',
      '{{}}',
      'x_{',
      '\\frac',
      'a_b_',
      'in x ',
      '1{8}',
      'sqrt[',
      '\\textbf{',
      '(',
      "''",
      '\\begin{align*}',
      '$\\begin{cases} ',
      'a & left( ',
    ]) {
      // What takes time in proportion to the square of the length never comes to its end here.
      expect(() => clean(part.repeat(Math.ceil(100_000 / part.length)))).not.toThrow();
    }
    const deep = 50_000;
    expect(() => clean(`${'{'.repeat(deep)}x${'}'.repeat(deep)}`)).not.toThrow();
    expect(() => clean('\\textbf{'.repeat(deep))).not.toThrow();
  }, 60_000);
});

test('raw changes nothing', () => {
  const raw = createCleaner({ math: 'raw', mathCertainty: 'low' });
  fc.assert(fc.property(texts, (text) => raw(text).text === text));
});

test('every span that latex mode writes parses', () => {
  const clean = createCleaner({ math: 'latex', mathCertainty: 'low' });
  fc.assert(
    fc.property(
      latexLike.filter((text) => !text.includes('$')),
      (text) => {
        const out = clean(text).text;
        for (const [, source = ''] of out.matchAll(TEX))
          if (!parses(source)) throw new Error(`${JSON.stringify(text)} → ${out}`);
        expect((out.replace(/\\./g, '').match(/\$/g) ?? []).length % 2).toBe(0);
      },
    ),
    { numRuns: 3000, seed: 11 },
  );
});
