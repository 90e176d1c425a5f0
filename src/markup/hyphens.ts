// Whether the writer of a page breaks lines behind hyphens within words, as Python's textwrap does, and html2text with it.
import type { Line } from '../text/lines.ts';
import { wrappingOf } from './wrapped.ts';

/**
 * Whether the writer of a page does so, by its first lines: an address goes on in the next line, or nowhere was a word left
 * whole of which a part had room on the line above. Who does not has a hyphen at the end of a line only where a blank
 * stood behind it, which is rare.
 */
export const breaksAtHyphens = (look: readonly Line[]): boolean =>
  look.some(({ text }) => text.endsWith('-') && ADDRESS.test(lastWord(text))) || !leavesWordsWhole(look);

/** No address ends in a hyphen: it goes on in the next line. */
const ADDRESS = /^\W*https?:\/\//;
const lastWord = (text: string): string => text.slice(Math.max(text.lastIndexOf(' '), text.lastIndexOf('(')) + 1);

function leavesWordsWhole(look: readonly Line[]): boolean {
  const { widthAt } = wrappingOf(look);
  return look.some(({ text }, i) => {
    const part = FIRST_PART.exec(look[i + 1]?.text ?? '')?.[0];
    return part !== undefined && text.trim() !== '' && text.length + 1 + part.length <= widthAt(text);
  });
}

/** What could have been parted from a word. */
const FIRST_PART = /^\p{L}{2,40}-(?=\p{L}{2})/u;
