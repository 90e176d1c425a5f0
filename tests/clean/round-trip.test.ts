// Reading what the LaTeX printer wrote gives the same tree again.
import fc from 'fast-check';
import katex from 'katex';
import { expect, test } from 'vitest';
import { printLatex } from '../../src/clean/print/latex.ts';
import { latexTokens } from '../../src/clean/read/latex.ts';
import { parseMath } from '../../src/clean/read/parse.ts';
import type { Body, MathNode } from '../../src/clean/tree.ts';

/** What an author writes. */
const WELL_FORMED = [
  'x',
  'AB',
  '12',
  '\\alpha ',
  '\\leq ',
  ' ',
  '+',
  '=',
  '(',
  ')',
  ',',
  '|',
  '\\|',
  '\\,',
  'x_i',
  'x^{n+1}',
  'x_{\\max}',
  "f'",
  "f''",
  'x^{2}_i',
  'x^{y^z}',
  '\\log ',
  '\\frac{1}{2}',
  '\\frac{a+b}{c}',
  '\\sqrt{n}',
  '\\sqrt[3]{n}',
  '\\mathbb{R}',
  '\\hat{x}',
  '\\bar\\mu ',
  '\\left(x\\right]',
  '\\big|',
  '{y}',
  '\\{',
  '\\}',
  '\\%',
  '\\#',
  '{\\rm eff}',
  '{n \\choose k}',
  '{a\\over b}',
  '\\sum\\limits_i^n',
  '\\mathop{P}',
  '\\stackrel{a}{b}',
  '\\pmod{p}',
  '\\operatorname{rank}',
  '\\binom{n}{k}',
  '\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}',
  '\\begin{array}{ll}x&y\\end{array}',
  '\\hspace{2pt}',
];

/** What is left of LaTeX in broken texts, and what TeX takes only in some places. */
const BROKEN = [
  '\\begin{cases}',
  '\\end{cases}',
  '&',
  '\\\\',
  '\\left(',
  '\\right)',
  '\\Msun',
  '\\text{if }',
  '\\sum\\limits',
  '\\limits',
  '\\textup{a}',
  '\\text{\\bf b}',
  '\\mbox{x_1}',
  "'",
  "''",
  '_1',
  '^{n+1}',
  '_{\\max}',
  '^2',
  '_',
  '^',
  '{',
  '}',
  '\\over',
  '\\bf',
  '\\not',
  '\\displaystyle',
  '\\hat',
  '\\sp',
  '#',
  '&',
  '$',
];

const sourceOf = (parts: readonly string[]) =>
  fc.array(fc.constantFrom(...parts), { maxLength: 10 }).map((chosen) => chosen.join(''));

// TeX reads no blanks in mathematics, and a macro as what it stands for.
const bare = (nodes: Body): string =>
  JSON.stringify(nodes, (_key, value: unknown) =>
    Array.isArray(value)
      ? value.filter(
          (node: MathNode | Body) =>
            !('kind' in node) || (node.kind !== 'space' && !(node.kind === 'group' && node.body.length === 0)),
        )
      : value,
  );

const parses = (source: string): boolean => {
  try {
    katex.renderToString(source, { strict: false });
    return true;
  } catch {
    return false;
  }
};

const read = (source: string): Body => parseMath(latexTokens(source, 0));

test('what is well formed is the same tree when it is read again', () => {
  fc.assert(
    fc.property(sourceOf(WELL_FORMED), (source) => {
      const tree = read(source);
      expect(bare(read(printLatex(tree)))).toBe(bare(tree));
    }),
    { numRuns: 4000, seed: 3 },
  );
});

test('what is broken is made valid, and stays the same from then on', () => {
  fc.assert(
    fc.property(sourceOf([...WELL_FORMED, ...BROKEN]), (source) => {
      const printed = printLatex(read(source));
      if (!parses(printed)) throw new Error(`${source} → ${printed}`);
      expect(bare(read(printLatex(read(printed))))).toBe(bare(read(printed)));
    }),
    { numRuns: 4000, seed: 3 },
  );
});
