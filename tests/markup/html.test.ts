// HTML that no browser would have saved so.
import { expect, it } from 'vitest';
import { TOO_LONG } from '../../src/markup/block.ts';
import { html } from '../../src/markup/html.ts';

it('gives up an attribute that never ends, and loses no line', () => {
  const reader = html.open([]);
  const long = 'x'.repeat(1 << 20);
  const texts = ['<p>Above</p>', '<div data-props="', ...Array.from({ length: 40 }, () => long), '<p>Below</p>'];
  const blocks = texts.flatMap((text, i) => [...reader.push({ text, number: i + 1 })]);
  blocks.push(...reader.end());
  const names = blocks.flatMap((block) => (block.kind === 'data' ? block.name : []));
  expect(names).toEqual([TOO_LONG]);
  expect(blocks.at(0)?.text).toBe('Above');
  expect(blocks.some((block) => block.text === 'Below')).toBe(true);
  expect(blocks.reduce((sum, block) => sum + block.lines.length, 0)).toBe(texts.length);
});
