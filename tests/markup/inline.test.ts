// Markdown inside a paragraph: what is a link, what is text, and whose backslash it is.
import { describe, expect, it } from 'vitest';
import { readInline } from '../../src/markup/inline.ts';

const shown = (text: string, escapes = false, breaksAtHyphens = false): unknown =>
  readInline(text, { escapes, breaksAtHyphens, resolve: () => '' }).map((part) =>
    part.url === undefined ? part.text : [part.text, part.url],
  );

describe('readInline', () => {
  it('tells links from brackets', () => {
    expect(shown('see [a](/x "t") and [0, 1) or [b]')).toEqual(['see ', ['a', '/x'], ' and [0, 1) or [b]']);
  });

  it('drops pictures and keeps the words beside them', () => {
    expect(shown('[![logo](https://x/y.png)OCC](https://x/occ)')).toEqual([['OCC', 'https://x/occ']]);
  });

  it('reads parentheses inside an address', () => {
    expect(shown('[a](https://x/b_(c))')).toEqual([['a', 'https://x/b_(c)']]);
  });

  it('leaves a backslash to LaTeX unless the writer of the page escapes', () => {
    expect(shown('90\\% of x\\_y')).toEqual(['90\\% of x\\_y']);
    expect(shown('90\\% of x\\_y', true)).toEqual(['90\\% of x_y']);
  });

  it('takes hard breaks for spaces', () => {
    expect(shown('one\\\\\ntwo\\  three')).toEqual(['one two three']);
  });

  it('puts together what was broken within an address, and behind hyphens where the writer breaks lines so', () => {
    const text = '[pre-\ntrained](https://x/a-\nb\n"t") and post-\nand mid-\ntrained';
    expect(shown(text)).toEqual([['pre- trained', 'https://x/a-b'], ' and post- and mid- trained']);
    expect(shown(text, false, true)).toEqual([['pre-trained', 'https://x/a-b'], ' and post- and mid-trained']);
    expect(shown('an image-\nand-text cup, pre-\nand post-tea', false, true)).toEqual([
      'an image-and-text cup, pre- and post-tea',
    ]);
  });

  it("drops pandoc's classes and names, and no braces of LaTeX", () => {
    expect(shown('[·]{.dot} Jul [7](/x){#a .b} \\sqrt[3]{x}')).toEqual(['· Jul ', ['7', '/x'], ' \\sqrt[3]{x}']);
  });

  it('keeps tags that are no markup', () => {
    expect(shown('<think> and <br> and <a id="x"></a>')).toEqual(['<think> and   and ']);
  });

  it.each(['[', '![', '](', '[](', '\\', '<', '[[', 'a-\n', '[](a-\n'])('stays linear on %j', (unit) => {
    const habits = { escapes: true, breaksAtHyphens: true };
    const text = unit.repeat(1_000_000 / unit.length); // a square of this takes hours
    expect(readInline(text, habits).length).toBeGreaterThan(0);
  });
});
