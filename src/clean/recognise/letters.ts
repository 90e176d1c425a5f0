// A Greek letter that is mathematics once in a text is so wherever it stands by itself, but in a phrase of English; so is the sign behind a factor.
import { parseMath } from '../read/parse.ts';
import { GREEK, SYMBOLS } from '../tables/symbols.ts';
import type { Formula } from '../text-tree.ts';
import { blockedRanges } from './blocked.ts';
import { isInPhrase } from './facts.ts';
import { isProse } from './phrases.ts';
import type { Piece, Verdict } from './piece.ts';
import { spanToken } from './tokens.ts';

/** Lets the letters among the judged names agree with those that hold. */
export function agreeOnLetters(
  text: string,
  facts: ReadonlyMap<Piece, Uint8Array>,
  verdicts: Map<Piece, Verdict>,
  origin: string,
): void {
  const shown = shownLetters(text, verdicts, origin);
  if (shown.size === 0) return;
  for (const [piece, known] of facts) {
    if (verdicts.get(piece)?.holds || !piece.whole || isInPhrase(known)) continue;
    if (isShown(text, piece.start, piece.end, shown)) verdicts.set(piece, { odds: 0, holds: true });
  }
}

/** How sure it is that a letter which the text shows elsewhere is one here. */
const AGAIN = 0.9;

/** The letters that were taken for prose where other places of the text show them, as formulas; `found` are those that are there, in order. */
export function lettersAgain(
  text: string,
  verdicts: ReadonlyMap<Piece, Verdict>,
  found: readonly Formula[],
  origin: string,
): readonly Formula[] {
  const shown = shownLetters(text, verdicts, origin);
  if (shown.size === 0) return [];
  let places = [...text.matchAll(LETTERS)].filter(({ 0: name, index }) =>
    isShown(text, index, index + name.length, shown),
  );
  places = outside(
    places,
    found.flatMap(({ start, end }) => [start, end]),
  );
  if (places.length > 0) places = outside(places, blockedRanges(text, []));
  return places.flatMap(({ 0: name, index: start }): Formula[] => {
    const end = start + name.length;
    if (isProse(text, start, end)) return [];
    const body = parseMath([spanToken(text, start, end, true)]);
    return [{ start, end, body, intact: false, certainty: AGAIN, evidence: `${name}, as elsewhere in the text` }];
  });
}

/** Those that touch none of the ranges (pairs of offsets); both are in order. */
function outside(places: readonly RegExpExecArray[], ranges: readonly number[]): RegExpExecArray[] {
  let at = 0;
  return places.filter(({ 0: name, index }) => {
    while (at < ranges.length && (ranges[at + 1] ?? 0) <= index) at += 2;
    return (ranges[at] ?? Infinity) >= index + name.length;
  });
}

const LETTERS = new RegExp(`(?<![A-Za-z\\\\])(?:${[...GREEK].join('|')}|times)(?![A-Za-z])`, 'g');

const isShown = (text: string, start: number, end: number, shown: ReadonlySet<string>): boolean => {
  const name = text.slice(start, end);
  return shown.has(name) && (name !== 'times' || isFactor(text, start, end));
};

/** Whether "times" stands behind a number and before a word: where a text writes "7.6times less", "14 times less" is the same. */
const isFactor = (text: string, start: number, end: number): boolean =>
  /(?:^|[^\w^_{.])\d[\d.,]{0,8} ?$/.test(text.slice(Math.max(0, start - 12), start)) &&
  /^ [a-z]/.test(text.slice(end, end + 2));

/** Whether a text has the letter itself, or its command and dollars, which no page leaves: what else it calls so is a word. */
export const isLetterShown = (text: string, name: string): boolean =>
  text.includes(SYMBOLS.get(name)?.unicode ?? name) || (text.includes('$') && text.includes(`\\${name}`));

function shownLetters(text: string, verdicts: ReadonlyMap<Piece, Verdict>, origin: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [{ start, end }, { holds }] of verdicts) {
    const name = holds && end - start > 1 ? text.slice(start, end) : '';
    if (
      (GREEK.has(name) && !isLetterShown(origin, name)) ||
      (name === 'times' && /\d/.test(text[start - 1] ?? '') && isFactor(text, start, end))
    )
      names.add(name);
  }
  return names;
}
