import { describe, expect, it } from 'vitest';
import { createLineSplitter, type Line } from '../../src/text/lines.ts';
import { createMarginReader, withMargin } from '../../src/text/margin.ts';

const PAGE = [
  'Daily Papers',
  '',
  '  Kettle: Warm-Starting',
  '* 2 authors',
  '',
  '1',
  'Small models fail.',
  'Next',
  '',
  'End',
];

function readLines(text: string) {
  const splitter = createLineSplitter();
  const read: Line[] = [];
  const margin = createMarginReader((line) => read.push(line));
  for (const line of [...splitter.push(text), ...splitter.end()]) margin.push(line);
  margin.end();
  return read;
}

const shown = (text: string): string[] => readLines(text).map((line) => line.text);

describe('the margin of a text', () => {
  it.each<[name: string, mark: (line: string, number: number) => string]>([
    ['cat -n', (line, number) => `${String(number).padStart(6)}\t${line}`],
    ['grep -n', (line, number) => `${number}:${line}`],
    ['an arrow', (line, number) => `${String(number).padStart(5)}→${line}`],
    ['a bar', (line, number) => `${String(number).padStart(3)} | ${line}`],
    ['a bar, trimmed', (line, number) => `${String(number).padStart(3)} | ${line}`.trimEnd()],
    ['a name and a number', (line, number) => `L${number}: ${line}`],
    ['a log', (line, number) => `2026-10-02 07:15:0${number % 10},120 INFO scraper: ${line}`],
    ['times in brackets', (line, number) => `[07:15:0${number % 10}] ${line}`],
    ['a quotation', (line) => `> ${line}`],
    ['a quotation, trimmed', (line) => `> ${line}`.trimEnd()],
    ['a tab', (line) => (line === '' ? line : `\t${line}`)],
    ['blanks', (line) => `    ${line}`],
  ])('is taken off: %s', (_, mark) => {
    const marked = PAGE.map((line, i) => mark(line, i + 1));
    expect(shown(marked.join('\n'))).toEqual(PAGE);
    expect(readLines(marked.join('\n')).map((line) => withMargin(line).text)).toEqual(marked);
  });

  it.each<[name: string, lines: readonly string[]]>([
    ['the page itself', PAGE],
    ['numbers that do not count', ['1. A', '2. B', '2. C', '3. D', '4. E', '5. F']],
    ['four lines', ['1: A', '2: B', '3: C', '4: D']],
    ['all lines but one', [...PAGE.slice(0, 5).map((line) => `> ${line}`), 'Text', '> 1', '> Small']],
  ])('is none: %s', (_, lines) => {
    expect(shown(lines.join('\n'))).toEqual(lines);
  });

  it('is not looked for in more than the first lines', () => {
    const read: Line[] = [];
    const margin = createMarginReader((line) => read.push(line));
    const given = Array.from({ length: 9 }, (_, i) => {
      margin.push({ text: `Line ${i}`, number: i + 1 });
      return read.length;
    });
    expect(given).toEqual([0, 0, 0, 0, 0, 0, 0, 8, 9]);
  });
});
