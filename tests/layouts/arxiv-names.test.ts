// Authors as arXiv lists them.
import { expect, it } from 'vitest';
import { authorsIn } from '../../src/layouts/arxiv-names.ts';

it.each([
  [['A Title', 'Ann Lee, Bo Xu'], 1],
  [['A Title', 'Ann Lee, Maria del', 'Carmen Ruiz'], 1],
  [['A Title', "Jean-Paul O'Neil, Alexander von", 'Humboldt, Bo Xu, Ann', 'Lee'], 1],
  [['A Title in two', 'Lines, Buck Converters', 'Ann Lee'], 2],
  [['A Title', 'A. B. Lee, Li Wei, et al. (12 additional authors not shown)'], 1],
  [['A Title', 'Tomáš Novák and Li Wei'], 1],
  [['A Title in two', 'lines of text'], undefined],
  [['Ann Lee'], undefined],
  [[], undefined],
])('finds where they begin in %j', (lines, at) => {
  expect(authorsIn(lines)).toBe(at);
});
