// How text browsers wrap lines: at which column, which line goes on in the next one, and what stood between the two.
import type { Line } from '../text/lines.ts';

/** How the lines of one page are wrapped. */
export interface Wrapping {
  /** The column at which lines are wrapped that begin as this one; unlimited when they are not. */
  widthAt(text: string): number;
  /** W3m wraps between any two marks, also in the midst of a command or an address. */
  readonly tears: boolean;
}

/** Nothing is wrapped at less. */
const LEAST_WIDTH = 32;

/** Text with lines of so many characters is not wrapped, unless many of them are equally long. */
export const UNWRAPPED = 160;

/** Of so many long lines one may stand out, and two of a few: those of headings and long addresses, or a scraper's own. */
const OUTLIERS = 20;
const SOME_OUTLIERS = 2;
/** Full lines are that near to the width, and are at least one of so many. */
const NEAR = 8;
const LEAST_FULL = 10;

/** Headings and paragraphs have margins of their own: so many lines that begin at one column show where they end. */
const ENOUGH_LINES = 10;

/** No margin is much narrower than the page: where it seems so, none of its lines is full. */
const LEAST_OWN = 0.6;

/** Finds out from the first lines of a page how they are wrapped. */
export function wrappingOf(look: readonly Line[]): Wrapping {
  const wrapped = look.map(({ text }) => text).filter(isWrapped);
  const lengths = new Map<number, number[]>();
  for (const text of wrapped) lengths.set(indentOf(text), [...(lengths.get(indentOf(text)) ?? []), text.length]);
  const enough = [...lengths].filter(([, those]) => those.length >= ENOUGH_LINES);
  const usual = widthOf(wrapped.map((text) => text.length));
  const own = enough.map(([indent, those]) => [indent, widthOf(those)] as const);
  const widths = new Map(own.filter(([, width]) => width >= usual * LEAST_OWN || usual === Number.POSITIVE_INFINITY));
  const tears = !look.some(({ text }) => /^ {3}[^\s*•+]/.test(text));
  return { widthAt: (text) => widths.get(indentOf(text)) ?? usual, tears };
}

/** Can its length say something? An address may stand alone however long it is, and lines that are drawn too. */
const isWrapped = (text: string): boolean =>
  text.length >= LEAST_WIDTH && /\p{L}/u.test(text) && /\S\s+\S+\s+\S/.test(text);

/** The greatest length that many lines nearly have. */
function widthOf(unsorted: readonly number[]): number {
  const lengths = [...unsorted].sort((a, b) => b - a);
  const most = Math.floor(lengths.length / OUTLIERS);
  const usual = lengths[most] ?? LEAST_WIDTH;
  const width = lengths.slice(0, Math.max(most, SOME_OUTLIERS) + 1).find((length, i) => {
    const near = lengths.slice(i).filter((other) => other >= length - NEAR);
    return (near[1] ?? 0) >= length - 3 && near.length * LEAST_FULL >= lengths.length;
  });
  return width ?? (usual >= UNWRAPPED ? Number.POSITIVE_INFINITY : usual);
}

/** Whether the next line's first word had no room on this one. */
export function isFull(text: string, next: string, width: number): boolean {
  return text.length + 1 + (/\S+/.exec(next)?.[0].length ?? 0) > width;
}

/** Lynx centres the first heading of a page, and wraps it so. */
export function areCentred(above: string, text: string, width: number): boolean {
  const [left, right] = [indentOf(above), indentOf(text)];
  if (right < 3 || left === right || LABEL.test(text)) return false;
  const isWrapped = above.length >= LEAST_WIDTH || isFull(above.trim(), text, width - NEAR);
  return isWrapped && Math.abs(left + above.length - (right + text.length)) <= 2;
}

/** "Title: ", at the beginning of a line. */
const LABEL = /^\s*[A-Z][\w-]{2,16}: /;

/** The column at which a line begins. */
export const indentOf = (text: string): number => text.length - text.trimStart().length;

/** Joins wrapped lines with one space, or with none where a line was torn. */
export function joinWrapped(lines: readonly Line[], { widthAt, tears }: Wrapping): string {
  let joined = '';
  let above = '';
  for (const { text } of lines) {
    const shown = text.trim();
    const isTorn = above !== '' && (isCut(above, widthAt(above)) || (tears && isTornApart(joined, shown)));
    joined += joined === '' || isTorn ? shown : ` ${shown}`;
    above = text;
  }
  return joined;
}

/** Lynx cuts a word that is longer than a line: it fills the line. */
const isCut = (above: string, width: number): boolean =>
  above.length >= width && above.length <= width + 2 && !/\s/.test(above.trim());

/** Whether w3m has put the end of a word into the next line. */
function isTornApart(above: string, below: string): boolean {
  const word = above.slice(Math.max(0, above.length - LONGEST_WORD)).match(/\S+$/)?.[0] ?? '';
  if (below.startsWith('{')) return /[\^_]$|\\[A-Za-z]+(?:\{\S*\})?$/.test(word);
  const address = /https?:\S*$/.exec(word)?.[0];
  if (address === undefined) return TORN.some(([end, start]) => end.test(word) && start.test(below));
  return isRestOfAddress(address, /^\S+/.exec(below)?.[0] ?? '');
}

/** How the two halves end and begin. A backslash behind a full stop is LaTeX's "vs.\ ", and a blank follows. */
const TORN: readonly (readonly [RegExp, RegExp])[] = [
  [/\\$/, /^[a-z\d%&$#,;!]/],
  [/(?:^|[^.\w])\\$/, /^[A-Z]/],
  [/\w=$/, /^\d/],
  [/[A-Za-z]\/$/, /^[A-Za-z]/],
  [/[)\]]$/, /^-[A-Za-z]/],
];

const LONGEST_WORD = 400;

/** Whether a word is the end of an address: what is no word of a sentence, or what an address cannot be without. */
function isRestOfAddress(address: string, word: string): boolean {
  if (/^[/?&#=~]./.test(word)) return true;
  if (!/[/?&#=~:]$/.test(address)) return false;
  if (/:\/*$|[?&#=~]$/.test(address) || /^https?:\/\/(?:www\.)?git(?:hub|lab)\.com\/(?:[^/]+\/)?$/.test(address))
    return true;
  return /[\w)][/_\-.=?&#~][\w(]|\d|[a-z][A-Z]/.test(word);
}
