// What single blocks of a page read, by markup.
import { expect, it } from 'vitest';
import { MARKUPS } from '../../src/markup/markups.ts';

/** Kind, text and mark of the blocks of a page that are no blank lines. */
function blocksOf(name: string, page: string): unknown[] {
  const lines = page.split('\n').map((text, i) => ({ text, number: i + 1 }));
  const reader = MARKUPS.find((markup) => markup.name === name)?.open(lines);
  const blocks = [...lines.flatMap((line) => [...(reader?.push(line) ?? [])]), ...(reader?.end() ?? [])];
  return blocks
    .filter(({ kind }) => kind !== 'blank')
    .map(({ kind, text, mark, parts }) => [kind, text, mark ?? parts[0]?.url].filter((each) => each !== undefined));
}

it.each([
  [
    'markdown',
    '1) One\n\n- two\n\nthree',
    [
      ['item', 'One', '1)'],
      ['item', 'two', '-'],
      ['paragraph', 'three'],
    ],
  ],
  [
    'reflinks',
    `### [A heading that is long enough to be wrapped by its writer\n### over two lines][3]\n\n[3]: https://a.b/c`,
    [
      ['heading', 'A heading that is long enough to be wrapped by its writer over two lines', 'https://a.b/c'],
      ['rule', '[3]: https://a.b/c'],
    ],
  ],
  [
    'markdown',
    '[On (0,1] it is open, and on ]1,2[ too.](/papers/2607.01234)',
    [['paragraph', 'On (0,1] it is open, and on ]1,2[ too.', '/papers/2607.01234']],
  ],
  [
    'reflinks',
    '[\n\nFor x in (0,1] it is open.\n\n][2]\n\nnext [a][1]\n\n[2]: https://a.b/c',
    [
      ['paragraph', 'For x in (0,1] it is open.', 'https://a.b/c'],
      ['paragraph', 'next a'],
      ['rule', '[2]: https://a.b/c'],
    ],
  ],
  [
    'plain',
    'a line that ends within a self-\nmade word, and pre-\nor post-tea',
    [['paragraph', 'a line that ends within a self-made word, and pre- or post-tea']],
  ],
  [
    'plain',
    'a writer of lines who leaves all\nself-made words in one piece, but not self-\nmade ones',
    [['paragraph', 'a writer of lines who leaves all self-made words in one piece, but not self- made ones']],
  ],
])('%s reads %j', (name, page, blocks) => expect(blocksOf(name, page)).toEqual(blocks));

it('html forgets what is open where far more is than a page has', () => {
  const page = `${'<div>'.repeat(20_000)}<p>one</p>${'<div>'.repeat(20_000)}<h3>two</h3>`;
  expect(blocksOf('html', page)).toEqual([
    ['paragraph', 'one'],
    ['heading', 'two'],
  ]);
});
