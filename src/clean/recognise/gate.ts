// Names that are words too (alpha, lambda, times): what they need in a text that shows no other sign of mathematics.

import { PROSE_AFTER, PROSE_BEFORE } from '../tables/collocations.ts';
import { SIZERS } from '../tables/commands.ts';
import type { Evidence } from './scan.ts';
import { SHAPE } from './shapes.ts';

/** A piece of the way that was found: a span that is no prose. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly command: boolean;
  /** Log odds of this reading. */
  readonly margin: number;
  readonly shape: number;
  /** Whether it is a whole run, and how common that is in prose. */
  readonly whole: boolean;
  readonly level: number;
  readonly blank: boolean;
}

/** Mean log odds that free-standing names must reach in a text without signs: with lone letters, and without. */
const LEAST_WITH_LETTERS = -0.5;
const LEAST = 0.75;
/** Log odds that a relation or an operator between blanks must reach in a text without signs. */
const LEAST_ALONE = 2;
/** The same for "in", "to" and "times", which prose uses most: where the author is sure to write the sign, in a text with lone letters, and else. */
const LEAST_SMALL_IF_SURE = 1.2;
const LEAST_SMALL_WITH_LETTERS = 2.5;
const LEAST_SMALL = 5;
/** Log odds for a name that may be part of another name: a whole run, and a piece of one. */
const LEAST_DOUBTFUL = 2;
const LEAST_DOUBTFUL_PIECE = 4.5;

/** Log odds from which a name counts as one that this author writes. */
const SURE = 4;
const isSure = ({ margin }: Piece): boolean => margin >= SURE;

/** Says of each piece of a text whether it may stay a command. */
export function makeGate(
  text: string,
  pieces: readonly (Piece | null)[],
  evidence: Evidence,
  margin: number,
): (piece: Piece) => boolean {
  const commands = pieces.filter((piece): piece is Piece => piece?.command === true);
  // an author who wrote \in once writes it again; one who never did writes "in"
  const sure = new Set(commands.filter(isSure).map(({ start, end }) => text.slice(start, end)));
  const halves = new Set(commands.filter(({ start }) => isHalf(text, start)));
  const words = commands.filter(({ whole, level }) => whole && level >= 1);
  const prose = new Set(words.filter(({ start, end }) => isProse(text, start, end)));
  if (evidence.strength > 0)
    return (piece) =>
      !prose.has(piece) &&
      !halves.has(piece) &&
      piece.margin >= least(text, piece, evidence.strength, sure) + margin &&
      (evidence.strength > 2 || piece.margin >= leastDoubtful(piece) || !isDoubtful(text, piece));
  const free = words.filter(
    ({ start, end, shape }) =>
      standsFree(text, start, end) &&
      !(shape === SHAPE.relName && end - start > 2 && /^ \d/.test(text.slice(end, end + 2))),
  );
  const names = free.filter(({ shape, level }) => shape === SHAPE.ordName && level > 2);
  const mean = names.reduce((sum, { margin }) => sum + margin, 0) / Math.max(1, names.length);
  const open = prose.size === 0 && mean >= (evidence.letters > 0 ? LEAST_WITH_LETTERS : LEAST);
  const small = evidence.letters > 0 ? LEAST_SMALL_WITH_LETTERS : LEAST_SMALL;
  const freeSet = new Set(free);
  return (piece) => {
    if (piece.margin < least(text, piece, evidence.strength, sure) + margin || halves.has(piece)) return false;
    if (isDoubtful(text, piece) && piece.margin < leastDoubtful(piece)) return false;
    if (!freeSet.has(piece)) return !prose.has(piece);
    if (prose.has(piece)) return false;
    if (piece.shape !== SHAPE.ordName) return piece.margin >= (piece.level > 5 ? small : LEAST_ALONE);
    if (piece.level <= 2) return true;
    return open && (piece.margin >= LEAST_DOUBTFUL || !isCapital(text, piece.start));
  };
}

/** The rest of a word whose first letters stand in a font: \textbf{P}oint. */
const isHalf = (text: string, start: number): boolean =>
  text[start - 1] === '}' &&
  /(?:text[a-z]{2}|emph|underline)\{[A-Za-z]{1,4}\}$/.test(text.slice(Math.max(0, start - 18), start));

const RARE_NAMES = new Set(['wp', 'bot', 'top', 'nabla', 'eth', 'mho', 'flat', 'sharp', 'natural', 'angle', 'square']);

/** What a sizer makes bigger stands right behind it: anything else follows the word big. */
const SIZED = /^ ?[()[\]{}|/<>\\.]|^ ?(?:[lr]?[vV]ert|[lr](?:angle|floor|ceil|br|group)|[uUdD])/;

/** The log odds that a reading needs: small words between blanks the most, then pieces of a run. */
function least(text: string, { start, end, whole, shape }: Piece, strength: number, sure: ReadonlySet<string>): number {
  const length = end - start;
  if (length === 1) return /[{}]/.test(text[start] ?? '') ? 0 : 2;
  const name = text.slice(start, end);
  if (shape === SHAPE.structureName && SIZERS.has(name) && !SIZED.test(text.slice(end, end + 7))) return 20;
  if (name === 'sb' || name === 'sp') return 6;
  // in a text that says next to nothing else of mathematics: npm, iPhone, bot
  if (strength <= 1 && !whole && length <= 3) return 3;
  if (strength <= 1 && whole && shape === SHAPE.ordName && RARE_NAMES.has(name)) return 2.5;
  if (strength <= 1 && whole && shape === SHAPE.structureName) return 3;
  if (strength <= 1 && whole && length <= 3 && shape !== SHAPE.relName && /\d/.test(text[end] ?? '')) return 2.5;
  if (!whole) return length === 2 && isInWord(text, start, end) ? 6 : 0.5;
  const small = (name === 'in' || name === 'to') && text[start - 1] === ' ' && text[end] === ' ';
  if (!small) return 0.2;
  return sure.has(name) ? LEAST_SMALL_IF_SURE : LEAST_SMALL;
}

/** Two letters with many others around: NewtonRewards. */
const isInWord = (text: string, start: number, end: number): boolean =>
  /[A-Za-z]{3}$/.test(text.slice(Math.max(0, start - 3), start)) && /^[A-Za-z]{4}/.test(text.slice(end, end + 4));

const leastDoubtful = ({ whole }: Piece): number => (whole ? LEAST_DOUBTFUL : LEAST_DOUBTFUL_PIECE);

/** A name that may be part of another name: the mu of Emu, Sigma with its capital, the hat of Chat. */
function isDoubtful(text: string, { start, end, shape, whole }: Piece): boolean {
  if (whole) return shape === SHAPE.ordName && isCapital(text, start) && standsFree(text, start, end);
  if (shape === SHAPE.relName || shape === SHAPE.binName) return false;
  const before = /[A-Za-z]*$/.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? '';
  const after = /^[A-Za-z]*/.exec(text.slice(end, end + 12))?.[0] ?? '';
  return before.length + after.length > 1 || /^[A-Z]$/.test(before) || (end - start < 4 && /^[A-Z]$/.test(after));
}

const isCapital = (text: string, at: number): boolean => text.charCodeAt(at) < 97;

/** Only blanks, hyphens and marks of prose beside it, and words beyond. */
function standsFree(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  const after = text.slice(end, end + 3);
  return (
    /(?:^|[A-Za-z.,;:'")\d] |[ a-z]-|["'(])$/.test(before) &&
    /^(?:[.,;:?!)"']|-[A-Za-z\d]| (?:[A-Za-z\d(]|$)|$)/.test(after) &&
    !/^ [b-zB-HJ-Z][ ,.)]/.test(`${after} `)
  );
}

/** Behind "3 times": 5 days. */
const COUNTED = /^ \d[\d,.]* (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?![A-Za-z])/;

/** Phrases in which the name is a word: "lambda calculus", "Raspberry Pi", "alpha to omega". */
export function isProse(text: string, start: number, end: number): boolean {
  if (/^2[a-z]{2}/.test(text.slice(end, end + 3)) || /[a-z]{2}2$/.test(text.slice(Math.max(0, start - 3), start)))
    return true;
  if (/^[_^({]/.test(text.slice(end, end + 1))) return false;
  const name = text.slice(start, end).toLowerCase();
  const next = /^[- ]([A-Za-z]+|\d)/.exec(text.slice(end, end + 24))?.[1]?.toLowerCase() ?? '';
  const last = /([A-Za-z']+)[- ]$/.exec(text.slice(Math.max(0, start - 24), start))?.[1]?.toLowerCase() ?? '';
  if (name === 'times' && COUNTED.test(text.slice(end, end + 24))) return true;
  if (PROSE_AFTER.get(name)?.has(next) === true || PROSE_BEFORE.get(name)?.has(last) === true) return true;
  return PROSE_BEFORE.has(name) && (last === 'letter' || last === 'letters');
}
