// Reading what the LaTeX printer wrote gives the same tree again.
import fc from 'fast-check';
import katex from 'katex';
import { expect, test } from 'vitest';
import { printLatex } from '../../src/clean/print/latex.ts';
import { latexTokens } from '../../src/clean/read/latex.ts';
import { parseMath } from '../../src/clean/read/parse.ts';
import type { Body, MathNode } from '../../src/clean/tree.ts';

const PARTS = [
  'x',
  'AB',
  '12',
  '\\alpha',
  '\\leq',
  ' ',
  '+',
  '=',
  '(',
  ')',
  ',',
  '\\,',
  '_1',
  '^{n+1}',
  '_{\\max}',
  '\\log',
  '\\frac{1}{2}',
  '\\frac{a+b}{c}',
  '\\sqrt{n}',
  '\\sqrt[3]{n}',
  '\\mathbb{R}',
  '\\hat{x}',
  '\\text{if }',
  '\\left(',
  '\\right)',
  '{y}',
  '\\{',
  '\\}',
  '\\%',
  '{\\rm eff}',
  '{n \\choose k}',
  "'",
  '|',
  '\\|',
  '\\Msun',
  '\\sum\\limits',
  '\\limits',
  "''",
  '\\mathop{P}',
  '\\textup{a}',
  '\\text{\\bf b}',
  '\\mbox{x_1}',
  '^2',
  '_',
  '^',
  '{',
  '}',
  '\\over',
  '\\bf',
  '\\not',
  '\\pmod{p}',
  '\\displaystyle',
  '\\big|',
  '\\stackrel{a}{b}',
  '\\hat',
  '\\sp',
  '#',
  '&',
  '$',
];
const sources = fc.array(fc.constantFrom(...PARTS), { maxLength: 10 }).map((parts) => parts.join(''));

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

test('reading, printing and reading again', () => {
  fc.assert(
    fc.property(sources, (source) => {
      const printed = printLatex(read(source));
      if (!parses(printed)) throw new Error(`${source} → ${printed}`);
      const again = printLatex(read(printed));
      expect(bare(read(again))).toBe(bare(read(printed)));
    }),
    { numRuns: 4000, seed: 3 },
  );
});
