// Dashes, ties, quotes, lone dollars.
import type { TextNode } from '../text-tree.ts';
import type { Place } from './place.ts';

/** How many hyphens stand there. */
export function countDashes(text: string, at: number): number {
  let end = at;
  while (text[end] === '-') end++;
  return end - at;
}

/** Reads the hyphens at `at`. */
export function readDash(text: string, at: number): TextNode[] | null {
  const run = /^-+/.exec(text.slice(at, at + 5))?.[0].length ?? 0;
  const before = text[at - 1] ?? '';
  const after = text[at + run] ?? '';
  if (run > 3 || before === '-' || /[<!>|+=]/.test(before) || /[>|+=]/.test(after)) return null;
  if (/\s/.test(before) !== /\s/.test(after) && /[A-Za-z]/.test(after)) return null;
  if (before === '' || after === '' || isInLink(text, at)) return null;
  return [{ kind: 'dash', start: at, end: at + run, long: run === 3 }];
}

/** Whether an address goes on there. */
const isInLink = (text: string, at: number): boolean => /https?:\/\/\S*$/.test(text.slice(Math.max(0, at - 200), at));

/** Reads a tie. It stands between two words; before a number the sign also says "about", and between a number and a letter "up to" (1~N). */
export function readTie(text: string, at: number): TextNode[] | null {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  const isTie = /\d/.test(before)
    ? COUNT.test(text.slice(Math.max(0, at - 16), at)) && COUNTED.test(text.slice(at + 1, at + 12))
    : /[\p{L}.,:;)\]}%$]/u.test(before) && /[\p{L}\p{N}(\\[$]/u.test(after);
  return !isTie || isInLink(text, at) ? null : [{ kind: 'tie', start: at, end: at + 1 }];
}

const COUNT = /(?:^|[\s(+<>=/≈∼±-]|sim|approx|pm)\d[\d.,]{0,12}$/;
const COUNTED = /^(?:(?!(?:inf|max|now|present|today)(?![a-z]))[A-Za-z][A-Za-z\d]|\$\\)/;

/** A quotation that a straight quote closes, as TeX prints it too: ``so". */
const STRAIGHT = /^``(?:[^`"'\s]|\s(?!["'])|'(?!'))+"(?![A-Za-z0-9"])/;

/** Reads a quote of TeX. */
export function readQuote(place: Place, at: number): TextNode[] | null {
  const { text } = place;
  if (text.startsWith('``', at) && text[at + 2] !== '`' && text[at - 1] !== '`') {
    const closed = STRAIGHT.exec(text.slice(at, at + 200))?.[0].length;
    if (closed !== undefined) place.double = at + closed - 1;
    else if (!text.slice(at, at + 400).includes("''")) return null;
    else place.quotes++;
    return [{ kind: 'quote', start: at, end: at + 2, open: true, double: true }];
  }
  if (text[at] === '"')
    return place.double === at ? [{ kind: 'quote', start: at, end: at + 1, open: false, double: true }] : null;
  if (text.startsWith("''", at))
    return place.quotes-- > 0 ? [{ kind: 'quote', start: at, end: at + 2, open: false, double: true }] : null;
  if (text[at] === '`') {
    const run = /^`[^`'\n]{1,60}'(?![A-Za-z0-9])/.exec(text.slice(at, at + 64));
    if (run === null || !/[\s([-]|^$/.test(text[at - 1] ?? '')) return null;
    place.single = at + run[0].length - 1;
    return [{ kind: 'quote', start: at, end: at + 1, open: true, double: false }];
  }
  return place.single === at ? [{ kind: 'quote', start: at, end: at + 1, open: false, double: false }] : null;
}

/** Reads a dollar that nothing pairs with, glued behind a word: what is left of a formula. Currencies stay. */
export function readDollar(text: string, at: number): TextNode[] | null {
  if (/^\\(?:href|url)\{/.test(text.slice(at + 1, at + 7))) return [{ kind: 'nothing', start: at, end: at + 1 }]; // no formula
  if (
    /[a-z}]$/.test(text[at - 1] ?? '') &&
    /^(?:[\s.,;:)]*$|[\s,;:)]\s?\D|\.\s)/.test(text.slice(at + 1, at + 4)) &&
    !/[\d]/.test(text.slice(at + 1, at + 3))
  )
    return [{ kind: 'nothing', start: at, end: at + 1 }];
  return null;
}
