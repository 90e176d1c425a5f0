// Pages of several kinds in one text are cut apart: each is read as it is alone.
import { expect, it } from 'vitest';
import { allFixtures } from './fixture-files.ts';
import { read } from './read.ts';

const TEXTS = new Map(allFixtures().map(({ layout, name, text }) => [`${layout}/${name}`, text]));

/** What was read of one page: where it stood in the text is another matter. */
const papersOf = (text: string): object[] => read(text).records.map(({ source: _, ...paper }) => paper);

it.each([
  ['hf-search/markdown-images.md', 'arxiv-listing/markdown-linked-numbers.md'],
  ['hf-search/markdown-images.md', 'arxiv-listing/markdown-escaped-numbers.md'],
  ['hf-search/plain-with-addresses.txt', 'arxiv-listing/lines-spaced-two-pages.txt'],
  ['hf-search/plain-with-addresses.txt', 'hf-trending/structured-twice.md'],
  ['hf-search/dump-lynx.txt', 'arxiv-mailing/day.txt'],
  ['hf-trending/markdown-link-words.md', 'hf-search/plain-with-addresses.txt'],
  ['arxiv-listing/markdown-linked-numbers.md', 'arxiv-mailing/day.txt'],
  ['arxiv-listing/lines-spaced-two-pages.txt', 'hf-search/plain-with-addresses.txt'],
  ['arxiv-mailing/day.txt', 'arxiv-listing/markdown-escaped-numbers.md'],
  ['arxiv-mailing/day.txt', 'hf-trending/structured-twice.md'],
  ['arxiv-mailing/day.txt', 'hf-search/markdown-broken-at-hyphens.md'],
  ['hf-search/reflinks-cut-off.txt', 'arxiv-mailing/day.txt'],
  ['hf-search/markdown-broken-at-hyphens.md', 'arxiv-listing/markdown-wrapped.md'],
  ['arxiv-digest/day.md', 'arxiv-digest/title-labels.md'],
  ['arxiv-digest/day.md', 'hf-search/markdown-images.md'],
  ['hf-search/markdown-images.md', 'arxiv-digest/day.md'],
  ['arxiv-digest/keywords-2022.md', 'arxiv-listing/markdown-linked-numbers.md'],
  ['arxiv-listing/markdown-linked-numbers.md', 'arxiv-digest/keywords-2022.md'],
  // What tells where the second page begins stands below its heading.
  ['hf-search/markdown-bold-titles.md', 'hf-search/markdown-bold-titles.md'],
  ['hf-trending/markdown-numbered.md', 'hf-trending/markdown-numbered.md'],
  ['arxiv-listing/markdown-pandoc-gfm.md', 'arxiv-listing/markdown-pandoc-gfm.md'],
])('reads %s and %s behind it', (first, second) => {
  const texts = [first, second].map((name) => TEXTS.get(name) ?? '');
  expect(papersOf(texts.join('\n'))).toEqual(texts.flatMap(papersOf));
});

it('reads the pages that a reader tool has numbered, and nothing of those that are no digests', () => {
  const page = (n: number, url: string, text: string): string =>
    `[${n}] Title: Page ${n}\n[${n}] URL Source: ${url}\n[${n}] Description: words\n\n${text}\n\n`;
  const digest = (name: string): string => TEXTS.get(name) ?? '';
  const prose = 'A text that stands here, and says nothing of papers.\n\n## A heading in it\n\nMore of the text.';
  const names = [
    'hf-search/markdown-notes-behind.md',
    'arxiv-listing/markdown-unspaced.md',
    'hf-paper/search-answer.md',
  ];
  const texts = names.map(digest);
  const [cards = '', listing = ''] = texts;
  const whole = [
    page(1, 'https://example.org/a', prose),
    page(2, 'https://huggingface.co/papers', cards),
    page(3, 'https://github.com/someone/something', prose),
    page(4, 'https://arxiv.org/list/cs.CL/new', listing),
    page(5, 'https://example.org/b', prose),
    digest('hf-paper/search-answer.md'),
  ].join('');
  expect(papersOf(whole)).toEqual(texts.flatMap(papersOf));
});

it.each([70_000, 3_000_000])('a first line of %d characters hides no page below it', (length) => {
  const text = TEXTS.get('hf-search/seed.txt') ?? '';
  expect(papersOf(`${'x'.repeat(length)}\n${text}`)).toEqual(papersOf(text));
});

it.each(['huggingface.co', 'hf.co', 'hf-mirror.com'])('parts pages of %s by their addresses', (host) => {
  const text = (TEXTS.get('hf-search/markdown-bold-titles.md') ?? '').replaceAll('huggingface.co', host);
  const page = `URL: https://${host}/papers\n\n${text}\n`;
  expect(papersOf(page.repeat(2))).toEqual([page, page].flatMap(papersOf));
});
