// The mode `latex`: the author's own commands where KaTeX takes them, and nothing where nothing was lost.
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { createCleaner } from '../../src/clean/clean.ts';
import { printLatex } from '../../src/clean/print/latex.ts';
import { latexTokens } from '../../src/clean/read/latex.ts';
import { parseMath } from '../../src/clean/read/parse.ts';

const reprint = (source: string): string => printLatex(parseMath(latexTokens(source, 0)));
const clean = createCleaner({ math: 'latex', mathCertainty: 'normal' });

describe('what is valid stays as it was written', () => {
  test.each([
    '\\sum\\limits_{i=1}^n x_i',
    "x_1'+f'^2",
    '\\mathop{\\mathrm{polylog}} n',
    '\\textup{Ham}(M,\\omega)',
    '\\text{\\bf Str}(A)',
    'a\\le b\\leq c\\to d\\rightarrow e\\land f\\wedge g\\ne h\\neq i',
    '\\dots\\ldots\\cdots',
    '{\\bf x}\\,\\hat{y}\\;z\\quad\\left(1\\right)',
  ])('%s', (source) => expect(reprint(source)).toBe(source));
});

describe('what is not is mended', () => {
  test.each([
    ['x_1_2', 'x_1{}_2'],
    ["x^2'", "x^2{}'"],
    ["x'_1^2", "x'_1{}^2"],
    ['x_1\\limits_2', 'x_1{}_2'],
    ['x_1 _2', 'x_1 {}_2'],
    ['\\mbox{a}', '\\text{a}'],
    ['\\textbf{x_1}', '\\mathbf{x_1}'],
  ])('%s', (source, wanted) => {
    expect(reprint(source)).toBe(wanted);
    expect(() => katex.renderToString(wanted, { strict: false })).not.toThrow();
  });
});

test('macros of many preambles are written out', () =>
  expect(clean('for $x \\in \\R^d$ and \\(\\eps > 0\\) in $\\sigma$').text).toBe(
    'for $x \\in \\mathbb{R}^d$ and \\(\\varepsilon > 0\\) in $\\sigma$',
  ));

test('a bracket that closes what a formula opens is part of it', () =>
  expect(clean('runs in tilde{O}(n^{d/2 + 1}) time on O(10^8) nodes').text).toBe(
    'runs in $\\tilde{O}(n^{d/2 + 1})$ time on $O(10^8)$ nodes',
  ));

test.each([
  [
    'a map p_θ(y mid x) leadsto (r_ϕ(z mid x), g_ϕ(y mid x,z))',
    'a map $p_θ(y \\mid x) \\leadsto (r_ϕ(z \\mid x), g_ϕ(y \\mid x,z))$',
  ],
  ['is (epsilon,δ)-private, at τin[0,1] and with f_φ', 'is $(\\epsilon,δ)$-private, at $τ\\in[0,1]$ and with $f_φ$'],
])('Greek letters that the page shows are letters of formulas: %s', (shown, wanted) =>
  expect(clean(shown).text).toBe(wanted),
);

test('an index of one letter stays one', () =>
  expect(clean('energies k_BT and sum_{i=1}^nx_iy_i of A_nA_n^T, at w^Tx leq D_{eff}').text).toBe(
    'energies $k_BT$ and $\\sum_{i=1}^nx_iy_i$ of $A_nA_n^T$, at $w^Tx \\leq D_{eff}$',
  ));

test('a hyphen of a name is no minus', () =>
  expect(clean('lines along Gamma-H of G, at Gamma-N, have x_1^2').text).toBe(
    'lines along $\\Gamma$-H of G, at $\\Gamma$-N, have $x_1^2$',
  ));

describe('formulas that may have lost nothing stay', () => {
  test.each(['It sorts in O(n log n) time on average.', 'a bound of O(log^2(n)/\\alpha) for any \\alpha holds'])(
    '%s',
    (text) => expect(clean(text).text).toBe(text),
  );

  test('a font that lost its backslash stood between dollars', () =>
    expect(clean('a paradigm named textbf{model steering}, with {\\em emphasis}').text).toBe(
      'a paradigm named $\\textbf{model steering}$, with \\emph{emphasis}',
    ));

  test.each([
    ['runs in O(n log n) time, or in O(n^{2}) time', 'runs in $O(n \\log n)$ time, or in $O(n^{2})$ time'],
    ['runs in O(klog k) time, or in O(log k) time', 'runs in $O(k\\log k)$ time, or in $O(\\log k)$ time'],
    ['runs in O(k log^2 k) time for all k^3 items', 'runs in $O(k \\log^2 k)$ time for all $k^3$ items'],
  ])('beside a loss they are repaired: %s', (text, expected) => expect(clean(text).text).toBe(expected));
});
