// Whether the writer of a page breaks lines behind hyphens within words, as Python's textwrap does, and html2text with it.
import type { Line } from '../text/lines.ts';
import { mendBrokenWords } from './inline.ts';
import { wrappingOf } from './wrapped.ts';

/** Whether the first lines of a page show it: by an address that goes on in the next line, or by words alone. */
export const breaksAtHyphens = (look: readonly Line[]): boolean =>
  look.some(({ text }) => text.endsWith('-') && ADDRESS.test(lastWord(text))) || breaksWords(look);

/** No address ends in a hyphen: it goes on in the next line. */
const ADDRESS = /^\W*https?:\/\//;
const lastWord = (text: string): string => text.slice(Math.max(text.lastIndexOf(' '), text.lastIndexOf('(')) + 1);

/** One such line may be its author's own. */
const LEAST_BROKEN = 2;

/** Lines end in hyphens, and nowhere was a word left whole of which a part had room on the line above. */
function breaksWords(look: readonly Line[]): boolean {
  const { widthAt } = wrappingOf(look);
  let broken = 0;
  for (const [i, { text }] of look.entries()) {
    const below = look[i + 1]?.text ?? '';
    const part = FIRST_PART.exec(below)?.[0];
    if (text.endsWith('-') && BROKEN.test(text) && isBroken(`${text}\n${below}`)) broken++;
    else if (part !== undefined && text.trim() !== '' && text.length + 1 + part.length <= widthAt(text)) return false;
  }
  return broken >= LEAST_BROKEN;
}

const isBroken = (lines: string): boolean => mendBrokenWords(lines) !== lines;

/** A line of prose that ends within a word. */
const BROKEN = /\s\S*\p{L}{2}-$/u;
/** What could have been parted from a word. */
const FIRST_PART = /^\p{L}{2,40}-(?=\p{L}{2})/u;
