// No text is held without end: a page may be one paragraph of gigabytes.
import { expect, it } from 'vitest';
import { MAX_TEXT } from '../../src/markup/limits.ts';
import { MARKUPS } from '../../src/markup/markups.ts';

const LINE = 'word '.repeat(100_000);
const WRAPPED = Array.from({ length: 20 }, (_, i) => ({ text: 'a wrapped line of forty characters or so', number: i }));

it.each(MARKUPS.map(({ name, open }) => [name, open] as const))('%s cuts a long paragraph', (_, open) => {
  const reader = open(WRAPPED);
  const texts = ['Some text', ...Array.from({ length: 20 }, () => LINE), '[', LINE, LINE, '', LINE, LINE, LINE, LINE];
  const blocks = texts.flatMap((text, i) => [...reader.push({ text, number: i + 1 })]);
  blocks.push(...reader.end());
  const longest = Math.max(...blocks.map(({ text }) => text.length));
  expect(longest).toBeLessThan(MAX_TEXT + 2 * LINE.length);
  expect(blocks.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(texts.length);
});

it('html cuts a long row of pictures', () => {
  const html = MARKUPS.find(({ name }) => name === 'html')?.open([]);
  const text = '<a href="https://example.org/a/b/c"><img src="x"></a>'.repeat(1000);
  const blocks = Array.from({ length: 100 }, (_, i) => [...(html?.push({ text, number: i + 1 }) ?? [])]).flat();
  expect(blocks.filter(({ parts }) => parts.length > 0).length).toBeGreaterThan(1);
});

it.each(['markdown', 'reflinks'])('%s reads a bracket once that many lines leave open', (name) => {
  const reader = MARKUPS.find((markup) => markup.name === name)?.open([]);
  const texts = Array.from({ length: 20 }, () => ['[a', ...Array.from({ length: 130 }, () => 'b'), '']).flat();
  const blocks = texts.flatMap((text, i) => [...(reader?.push({ text, number: i + 1 }) ?? [])]);
  blocks.push(...(reader?.end() ?? []));
  expect(blocks.filter(({ kind }) => kind === 'paragraph').map(({ lines }) => lines.length)).toEqual(
    Array(20).fill(131),
  );
});
