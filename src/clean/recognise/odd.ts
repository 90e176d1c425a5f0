// Names of commands that are words elsewhere: in English, in other languages, in code, and in other trades.
import { GREEK } from '../tables/symbols.ts';
import { wordHash } from './hash.ts';
import { commandKey, getLexicon, levelOf } from './lexicon.ts';
import type { Piece } from './piece.ts';
import { ANY, type Places, standsFree, standsIn } from './places.ts';
import { SHAPE } from './shapes.ts';

/** Signs of mathematics in a text, below which a name that may be a word is one. */
export const FEW = 3;

/**
 * Whether a name is one that no formula has there: int8, mp4, bf16, `rm -rf`, List<int>, "the prod server", "per le
 * traduzioni"; of some names only in a text with few signs of mathematics (`strength`).
 */
export function isNeverMath(text: string, { start, end, whole, shape }: Piece, strength: number): boolean {
  const name = text.slice(start, end);
  if (standsIn(CODE, name, text, start, end)) return true;
  if (!whole) return false;
  if (isQuoted(text, start, end)) return true;
  const after = text.slice(end, end + 14);
  const before = text.slice(Math.max(0, start - 14), start);
  if (name === 'ell' && strength < FEW)
    return (
      (DETERMINED.test(before) || /(?<![A-Za-z])[Tt]he [A-Z][a-z]+ $/.test(before)) &&
      /^(?: [a-z]{2}|[.,;])/.test(after)
    ); // of cloth
  if (shape === SHAPE.structureName && !hasArgument(name, before, after)) return true;
  if (!ODD_WORDS.has(name) && !(RARE_WORDS.has(name) && (strength === 0 || DETERMINED.test(before)))) return false;
  return isBetweenWords(text, start, end);
}

/** Names that count as signs of mathematics only because prose has them seldom. */
export const WORDLIKE_NAMES: ReadonlySet<string> = new Set(
  'epsilon perp gg approx dagger ddagger circ neq vee digamma neg'.split(' '),
);

/** Whether a name says nothing of mathematics where it stands: circ-Abc1, the word "perp", a dagger in red. */
export const isWordlike = (text: string, start: number, end: number): boolean =>
  isBetweenWords(text, start, end) ||
  isQuoted(text, start, end) ||
  standsIn(CODE, text.slice(start, end), text, start, end);

/** Somebody speaks of the word: "perp", the word alpha. */
const isQuoted = (text: string, start: number, end: number): boolean =>
  (/["“]/.test(text[start - 1] ?? '') && /["”]/.test(text[end] ?? '')) ||
  (/(?<![A-Za-z])[Ww]ords? $/.test(text.slice(Math.max(0, start - 7), start)) && !/[_^{(]/.test(text[end] ?? ''));

/** Whether words or marks of prose stand on both sides, and no name of a command. */
function isBetweenWords(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 14), start);
  const after = text.slice(end, end + 14);
  const left = /(?<![A-Za-z])([A-Za-z][a-z]+) $/.exec(before)?.[1];
  const right = /^ ([a-z]{2,})/.exec(after)?.[1];
  if (left !== undefined ? GREEK.has(left) : !/(?:^|[.,;:("] ?|(?<![A-Za-z])[Aa] )$/.test(before)) return false;
  if (right !== undefined ? isCommandName(right) : !/^(?:[.,;:?!)"] ?|$)/.test(after)) return false;
  return left !== undefined || right !== undefined;
}

/** Whether there may be something behind a name that takes something: in "(bf)", "<text>", "the command rm deletes" there is nothing. */
const hasArgument = (name: string, before: string, after: string): boolean =>
  !/^[.,;:!?)>\]"']/.test(after) &&
  !(/^(?:acute|check|grave|ring)$/.test(name) && /^ \d/.test(after)) &&
  !(FONTS.test(name) && /[a-z]{2,} $/.test(before) && /^ (?:\(|[a-z]{3,})/.test(after));

const FONTS = /^(?:bf|rm|it|sl|sc|tt|sf|em|bold|text)$/;

const DETERMINED = /(?<![A-Za-z])(?:[Tt]he|[Aa]n?|[Oo]ur|[Ee]ach|[Tt]his|[Tt]hat|[Ii]n) $/;

const ALONE = /(?<![A-Za-z])$/;

/** Where names are types, units, formats of files and words of programs. */
const CODE: Places = new Map([
  ['approx', [[ALONE, /^\./]]],
  ['bf', [[ALONE, /^16/]]],
  ['Box', [[ALONE, /^<[a-z]/]]],
  ['circ', [[ALONE, /^(?:-[A-Z]| ?RNA)/]]],
  ['Diamond', [[ALONE, /^,/]]],
  [
    'int',
    [
      [ALONE, /^(?:4|8|16|32|64)(?!\d)/],
      [/(?<![A-Za-z])u$/, /^(?:8|16|32|64)(?!\d)/],
      [/<$/, /^>/],
    ],
  ],
  ['log', [[ALONE, /^4j/]]],
  ['mp', [[ALONE, /^[34](?!\d)/]]],
  ['mu', [[ALONE, /^ni(?![A-Za-z])/]]], // "un espace muni d'une norme"
  ['ni', [[/(?<![A-Za-z])mu$/, /^(?![A-Za-z])/]]],
  ['ne', [[/[a-z]{3} $/, /^ \d+ [a-z]{3}/]]], // "speakers say ne 3 times"
  ['pm', [[/n$/, ANY]]], // npm
  ['pounds', [[ALONE, /^(?![A-Za-z]| ?\d)/]]],
  ['prod', [[/(?<![A-Za-z])(?:in|to) $/, /^(?! ?[_^{(\\])/]]], // a server
  ['rm', [[ALONE, /^ -/]]],
  ['wp', [[ALONE, /^-[a-z]{3}/]]],
]);

/** Names of operators that are words of English, of code or of other languages too. */
const ODD_WORDS: ReadonlySet<string> = new Set(
  'prod ast backslash beth gimel int le neg ni ne pm cap cup bot div wp'.split(' '),
);
/** The same where little else speaks of mathematics. */
const RARE_WORDS: ReadonlySet<string> = new Set(
  'sim circ bullet dagger ddagger approx forall neq neg perp gg'.split(' '),
);

/** Whether a word is the name of a letter, of a function or of another command that prose does not use. */
const isCommandName = (word: string): boolean => {
  const { commands, slots } = getLexicon();
  const hash = wordHash(word, 0, word.length);
  const command = commands.get(commandKey(hash, 0));
  return command !== undefined && (command.greek || command.shape === SHAPE.functionName || levelOf(slots, hash) < 3);
};

/** Whether it is an operator that is a word somewhere else too, with nothing to its left: the forall loop, "le monde", the perp fled. */
export const isAmongWords = (text: string, start: number, end: number): boolean =>
  /^(?:forall|le|ne|ni|perp|vee)$/.test(text.slice(start, end)) &&
  /(?:^|[.,;:("] ?|(?<![A-Za-z])(?:[Tt]he|[Aa]n?) )$/.test(text.slice(Math.max(0, start - 5), start)) &&
  !GREEK.has(/^ ([a-z]{2,12})/.exec(text.slice(end, end + 13))?.[1] ?? 'pi');

/** Whether it is a piece of two or three letters, or a name that other words and other trades use too. */
export function isOdd(text: string, { start, end, shape, whole, level }: Piece): boolean {
  const isShort = end - start <= 3;
  if (!whole) return isShort;
  const name = text.slice(start, end);
  if (shape === SHAPE.structureName || ODD_NAMES.has(name)) return true;
  if (isShort && shape !== SHAPE.relName && /\d/.test(text[end] ?? '')) return true;
  const isLetterOrOperator = shape === SHAPE.ordName || (shape === SHAPE.binName && name !== 'times');
  return isLetterOrOperator && level > 0 && !GREEK.has(name) && standsFree(text, start, end); // a silver bullet
}

/** Names that mislead in a text that says next to nothing of mathematics. */
export const ODD_NAMES: ReadonlySet<string> = new Set(
  'wp sb sp bot top nabla eth mho flat sharp natural angle square'.split(' '),
);
