// Text as text browsers write it: numbers of links, addresses below, lines wrapped or not.
import { expect, it } from 'vitest';
import type { Block } from '../../src/markup/block.ts';
import { dump } from '../../src/markup/dump.ts';
import type { Line } from '../../src/text/lines.ts';

function blocks(texts: readonly string[]): Block[] {
  const lines: Line[] = texts.map((text, i) => ({ text, number: i + 1 }));
  const reader = dump.open(lines);
  return [...lines.flatMap((line) => [...reader.push(line)]), ...reader.end()];
}

const LINKED = ['[1]a', '[2]b [3]c', '', '   see [1] and [9] · end[4] 7', '[5]', '8', '[6]d', '', '[7]e [8]f'];

it('takes only the next number for one of a link, and a dot for the end of its text', () => {
  const parts = blocks([...LINKED, 'References', '', '   4. https://x.org/4', '   6. file:///d'])
    .filter((block) => block.kind !== 'rule')
    .flatMap((block) => block.parts.map(({ text, url }) => [text, url]));
  expect(parts).toContainEqual([' 7', 'https://x.org/4']);
  expect(parts).toContainEqual(['d', '/d']);
  expect(parts).toContainEqual(['   see [1] and [9] · end'.trim(), undefined]);
});

it('joins what was wrapped, and leaves lines apart that had room', () => {
  const wrapped = 'a wrapped line of a text that goes on until the margin is near, as';
  const texts = blocks([wrapped, wrapped, wrapped, 'it ends', 'Another text']).map((block) => block.text);
  expect(texts).toEqual([`${wrapped} ${wrapped} ${wrapped} it ends`, 'Another text']);
});

it.each([
  ['numbers', (i: number) => `[${i}]`.repeat(20)],
  ['one number', () => '[1]'.repeat(200)],
  ['addresses', (i: number) => `   ${i}. https://x.org`],
  ['heads', (i: number) => (i % 2 ? 'References' : `   ${i}. https://x.org`)],
  ['brackets', () => '['.repeat(500)],
  ['spaces', () => `${' '.repeat(500)}x`],
])('stays linear on %s', (_, text) => {
  const lines = Array.from({ length: 20_000 }, (_, i) => text(i));
  const read = blocks([...LINKED, ...lines]);
  expect(new Set(read.flatMap((block) => block.lines)).size).toBeGreaterThanOrEqual(lines.length);
});

it('takes citations in abstracts for no links', () => {
  const cited = 'We follow [1], [2], [3], [4] and [5], and for waves [6] or [7]. As in [8], all holds.';
  expect(dump.score(Array.from({ length: 5 }, (_, i) => ({ text: cited, number: i + 1 })))).toBeLessThan(0.1);
});
