// Authors as arXiv lists them.
import { expect, it } from 'vitest';
import { authorsIn, cutAuthors, splitAuthors } from '../../../src/layouts/arxiv/names.ts';

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

it.each([
  ['Ann (MIT) Lee (X, (Y)), Bo Xu and  Li Wei', ['Ann Lee', 'Bo Xu', 'Li Wei']],
  ['Ann Lee , and Bo Xu,', ['Ann Lee', 'Bo Xu']],
  ['Ann Lee (1), Bo Xu, (1 and 2), and Li Wei (2) ((1) MIT, (2) Yale, East Coast)', ['Ann Lee', 'Bo Xu', 'Li Wei']],
  ['Ann Lee (1), Bo Xu (2) ((1) MIT, Cambridge, (2) Yale, ', ['Ann Lee', 'Bo Xu']],
  ['Ann Lee & Bo Xu', ['Ann Lee', 'Bo Xu']],
  ['A. Lee, et al', ['A. Lee']],
  ['A. Lee$^{1,2}$, John Smith, Jr., and Bo Xu$^*$', ['A. Lee', 'John Smith Jr.', 'Bo Xu']],
  ['A. Lee et al.', ['A. Lee']],
  ['The Kettle Collaboration: A. Lee, B. Xu', ['The Kettle Collaboration', 'A. Lee', 'B. Xu']],
])('splits %j', (value, names) => {
  expect(splitAuthors(value)).toEqual(names);
});

it.each([
  ['Ann Lee, Bo Xu, et al. (12 additional authors not shown) ', 'Ann Lee, Bo Xu', 12],
  ['Ann Lee (1 additional author not shown)', 'Ann Lee', 1],
  ['Ann Lee et al', 'Ann Lee et al', 0],
])('cuts %j', (value, names, more) => {
  expect(cutAuthors(value)).toEqual({ names, more });
});
