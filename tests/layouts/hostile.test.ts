// Texts that no page has: what takes time in proportion to the square of their length never comes to its end here.
import { expect, it } from 'vitest';
import { sift } from '../../src/index.ts';
import { LAYOUT_NAMES, MARKUP_NAMES } from '../../src/option-values.ts';

const LONG = 200_000;

/** Pages with a hostile stretch at each place where a layout looks closely. */
const PAGES: { readonly [layout: string]: (long: string) => string } = {
  'arxiv-digest': (long) =>
    `# Showing new listings for Friday, 15 May 2026\n${long}x\n\nKeyword list: [${long}]\n\n#### A${long}b\n - **Authors:** A${long}B\n - **Subjects:** c${long}x (cs.CL)\n - **Arxiv link:** ${long}\n - **Abstract**\n x${long}y\n\nby ${long}z`,
  'arxiv-listing': (long) =>
    `[1] arXiv:2411.13560 [pdf, html, other]\nTitle: A${long}b\nAuthors: A${long}B\nSubjects: c${long}x (cs.CL)\n\n${long}x`,
  'arxiv-mailing': (long) =>
    `${long}x\n\n\\\\\narXiv:2408.10000\nTitle: A${long}b\nAuthors: A${long}B\nCategories: cs.CL\n\\\\\n  x${long}y\n\\\\`,
  'arxiv-search': (long) =>
    `arXiv:2411.13560 [pdf, other] cs.CL\nA${long}b\n\nAuthors: A${long}B\n\nAbstract: x${long}y\n\n${long}z\n\nSubmitted 1 May, 2024; ${long}`,
  'hf-paper': (long) =>
    `arxiv:2512.15603\n\n# A${long}b\n\nSubmitted by a${long}b\n\nAuthors: A${long}B\n\nAbstract\n\nx${long}y [2${long}x](https://huggingface.co/login?next=/papers/2512.15603)`,
  'hf-trending': (long) =>
    `# Trending Papers\n\nby AK and the research community\n\n### [A${long}b](/papers/2512.15603)\n\nx${long}y\n\n2 authors\n\n- ·${long}\n\nGitHub 1${long}k`,
  'hf-search': (long) => `Daily Papers\n\n# A${long}b\n\n[2${long}x][7]\n\nx${long}\ny\n\n· Jul 1${long}2`,
};

const named = (names: readonly string[]): string[] => names.filter((name) => name !== 'auto').sort();

it('knows a page of each layout', () => expect(Object.keys(PAGES).sort()).toEqual(named(LAYOUT_NAMES)));

it.each(Object.keys(PAGES).flatMap((layout) => named(MARKUP_NAMES).map((markup) => [layout, markup])))(
  '%s as %s stays linear',
  (layout = '', markup = '') => {
    for (const unit of [' ', '1', '(', '[', '"', ',', ' and', '. A', '+ 1 author']) {
      const text = PAGES[layout]?.(unit.repeat(LONG / unit.length)) ?? '';
      expect(() => sift(text, { layout, markup, math: 'raw' })).not.toThrow();
    }
    const nested = `${'('.repeat(LONG / 2)}${')'.repeat(LONG / 2)}`;
    expect(() => sift(PAGES[layout]?.(nested) ?? '', { layout, markup, math: 'raw' })).not.toThrow();
  },
);
