// Wrapped lines: at which column, and how two halves are put together again.
import { expect, it } from 'vitest';
import { joinWrapped, wrappingOf } from '../../src/markup/wrapped.ts';
import type { Line } from '../../src/text/lines.ts';

const linesOf = (texts: readonly string[]): Line[] => texts.map((text, i) => ({ text, number: i + 1 }));

/** So many lines that end within a few columns of a width. */
const full = (width: number, count: number, indent = ''): string[] =>
  Array.from({ length: count }, (_, i) =>
    `${indent}${'word and '.repeat(200)}`.slice(0, width - (i % 4)).replace(/ $/, 's'),
  );

it('finds the width of each margin, whatever stands out', () => {
  const { widthAt } = wrappingOf(
    linesOf([...full(74, 40, '   '), ...full(78, 12), `Captured from ${'somewhere '.repeat(20)}`, ...full(300, 1)]),
  );
  expect([widthAt('   set in'), widthAt('heading'), widthAt('      other')]).toEqual([74, 78, 78]);
});

it('takes wide pages for wrapped where many lines are equally long, and others for unwrapped', () => {
  expect(wrappingOf(linesOf(full(990, 12))).widthAt('')).toBe(990);
  const paragraphs = Array.from({ length: 30 }, (_, i) => 'word and '.repeat(40 + i * 7));
  expect(wrappingOf(linesOf(paragraphs)).widthAt('')).toBe(Number.POSITIVE_INFINITY);
});

const torn = (above: string, below: string): string =>
  joinWrapped(linesOf([above, below]), { widthAt: () => 70, tears: true });

it.each([
  ['limited (\\', 'emph{i.e.} one)', 'limited (\\emph{i.e.} one)'],
  ['limited (\\emph', '{i.e.} one)', 'limited (\\emph{i.e.} one)'],
  ['and x^', '{2} more', 'and x^{2} more'],
  ['8\\', '% more', '8\\% more'],
  ['(N=', '20) more', '(N=20) more'],
  ['the system (FOG)', '-based one', 'the system (FOG)-based one'],
  ['entities/', 'backgrounds', 'entities/backgrounds'],
  ['at https:', '//x.org/y.', 'at https://x.org/y.'],
  ['at https:/', '/x.org/y.', 'at https://x.org/y.'],
  ['at https://', 'x.org', 'at https://x.org'],
  ['at https://x.org', '/a/b and', 'at https://x.org/a/b and'],
  ['at https://x.org/', 'a-b.html', 'at https://x.org/a-b.html'],
  ['at https://github.com/', 'kettle', 'at https://github.com/kettle'],
  ['at https://github.com/lab/', 'kettle', 'at https://github.com/lab/kettle'],
  ['at https://youtu.be/', 'OpRuCb.', 'at https://youtu.be/OpRuCb.'],
])('puts together what w3m tears: %s|%s', (above, below, joined) => {
  expect(torn(above, below)).toBe(joined);
});

it.each([
  ['at https://x.org/', 'and more'],
  ['at https://x.org/.', 'It is'],
  ['see vs.\\', 'Other'],
  ['the set', '{1, 2}'],
  ['a = ', '2'],
  ['the cost', '-5 and'],
])('leaves a blank between words: %s|%s', (above, below) => {
  expect(torn(above, below)).toBe(`${above.trim()} ${below}`);
});

it('puts together a word that lynx cut at the width, and only there', () => {
  const address = `   https://x.org/${'a'.repeat(53)}`;
  const join = (above: string): string => joinWrapped(linesOf([above, '   bc.']), { widthAt: () => 70, tears: false });
  expect(join(address)).toBe(`${address.trim()}bc.`);
  expect(join(`${address}aaaa`)).toBe(`${address.trim()}aaaa bc.`);
  expect(join('   at https://x.org/')).toBe('at https://x.org/ bc.');
});
