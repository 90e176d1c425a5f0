// What a run of letters is as a whole: several names side by side, a name between letters, or one word all the same.
import { GREEK, SYMBOLS } from '../tables/symbols.ts';
import { wordHash } from './hash.ts';
import { getLexicon, levelOf } from './lexicon.ts';

/** "ltimes m" is l times m: the semidirect product has groups on its sides. */
export const isProduct = (text: string, start: number, end: number): boolean =>
  end - start === 6 && /^[lr]times ?[a-z](?:times)?(?![A-Za-z])/.test(text.slice(start, end + 8));

/** Whether a run of letters is three names of Greek letters or more, or two of capitals: SigmaPiSigma, PiSigma. */
export function isGreekRun(text: string, start: number, end: number): boolean {
  if (end - start < SHORTEST) return false;
  let count = 0;
  for (let at = start; at < end; count++) {
    const name = greek.get(text.charAt(at))?.find((each) => text.startsWith(each, at));
    if (name === undefined) return false;
    at += name.length;
    if (at > end) return false;
  }
  return count > 2 || (count === 2 && TWO_CAPITALS.test(text.slice(start, end)));
}

const SHORTEST = 4;
const TWO_CAPITALS = /^[A-Z][a-z]+[A-Z][a-z]+$/;
/** The names by their first letters: most runs begin with none. */
const greek = new Map<string, string[]>();
for (const name of GREEK) greek.set(name.charAt(0), [...(greek.get(name.charAt(0)) ?? []), name]);

/** Whether a run of letters is the logarithm of a logarithm, of something that mathematics puts there: loglog n, logloglog(n). */
export function isLogRun(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < SHORTEST || length > 12 || text[start] !== 'l') return false;
  return LOGS.test(text.slice(start, end)) && LOGGED.test(text.slice(end, end + 14));
}

const LOGS = /^(?:(?:log){2,4}|(?:ln){2,4})$/;
const LOGGED = new RegExp(`^(?:[(|{^_]| ?(?:[B-HJ-Zb-z]|${[...GREEK].join('|')})(?![A-Za-z]))`);

/** The name of an angle bracket that a run of letters begins or ends with, where the other bracket is glued to a word nearby: langlequery, answerrangle. */
export function angleIn(text: string, start: number, end: number): 'langle' | 'rangle' | null {
  if (end - start < 7) return null;
  if (text.startsWith('langle', start)) return CLOSED.test(text.slice(end, end + NEARBY)) ? 'langle' : null;
  if (!text.startsWith('rangle', end - 6) || WORDS.test(text.slice(start, end))) return null;
  return OPENED.test(text.slice(Math.max(0, start - NEARBY), start)) ? 'rangle' : null;
}

const NEARBY = 120;
const CLOSED = /^[^{}]*?rangle(?![A-Za-z])/;
const OPENED = /(?<![A-Za-z])langle[^{}]*$/;
const WORDS = /(?:st|w|quad)rangle$/;

/**
 * Where in a run of letters a name stands that no word holds there: a relation between letters (PneqNP, xinR^d), an arrow
 * (imagerightarrowtext), a function before a letter (sinTheta), a letter before another (lambdaL_1).
 */
export function nameIn(text: string, start: number, end: number): readonly [from: number, to: number] | null {
  const run = text.slice(start, end);
  if (!MAY_HOLD.test(run)) return null; // most have none
  const [, before = '', name = ''] =
    ARROW.exec(run) ?? relationIn(run, text, start, end) ?? functionIn(run) ?? letterIn(run, text[end]) ?? [];
  return name === '' ? null : [start + before.length, start + before.length + name.length];
}

const MAY_HOLD = /eq|notin|set|arrow|harpoons|[a-z][A-Z]|^(?:sin|cos|tan|log|ln|exp)/;
const ARROW =
  /^([A-Za-z]*?)(?<!hook|twohead)((?:[Ll]ong)?(?:[Ll]eft)?(?:[Rr]ight|[Ll]eft)arrow|rightleftharpoons)[A-Za-z]*$/;
const RELATION = /^([A-Za-z]+?)(neq|leq|geq|notin|(?:sub|sup)set(?:eq)?|in|sim|to)([A-Z]{0,4})$/;

/** A relation behind a letter, by what stands behind it. */
function relationIn(run: string, text: string, start: number, end: number): readonly string[] | null {
  const found = RELATION.exec(run);
  const [, left = '', name = '', right = ''] = found ?? [];
  const isLetter = left.length === 1 || GREEK.has(left);
  const next = text.charAt(end);
  switch (name) {
    case 'in':
      return isLetter && right.length === 1 && isScript(next) ? found : null; // xinR^d
    case 'sim':
      return isLetter && /^[A-Z]{1,3}$/.test(right) && (isScript(next) || next === '(') ? found : null; // xsimN(0,1)
    case 'to':
      return /^[A-Z]to[A-Z]$/.test(run) && MAP.test(text.slice(Math.max(0, start - 4), start)) ? found : null;
    default:
      return (isLetter || /^[A-Z]{2,8}$/.test(left)) && (right !== '' || !name.includes('set')) ? found : null;
  }
}

const isScript = (char: string | undefined): boolean => char === '^' || char === '_';
/** f:XtoY */
const MAP = /(?<![A-Za-z])[A-Za-z] ?: ?$/;

function functionIn(run: string): readonly string[] | null {
  const found = /^()(sinh?|cosh?|tanh?|log|ln|exp)([A-Za-z]+)$/.exec(run);
  return GREEK.has(found?.[3] ?? '') ? found : null;
}

function letterIn(run: string, next: string | undefined): readonly string[] | null {
  const found = isScript(next) ? /^()([A-Za-z]{4,})[A-Z]$/.exec(run) : null;
  return GREEK.has(found?.[2] ?? '') ? found : null;
}

/**
 * Whether a capital and the name of a relation are one name, and no formula: "Lin" with more capitals behind it (LinAA), or
 * where it ends a phrase elsewhere ("Max Lin, "); "Psim" where nothing stands to its right.
 */
export function isOneName(text: string, start: number, end: number): boolean {
  const second = text[start + 1];
  if ((second !== 'i' && second !== 's') || end - start > LONGEST_NAME) return false; // most are none
  const run = text.slice(start, end);
  if (/^[A-Z]sim$/.test(run)) return /^ ?[,.;|)]/.test(text.slice(end, end + 2));
  return /^[A-Z]in[A-Z]{2,}$/.test(run) || (/^[A-Z]in$/.test(run) && endsPhrase(text, run));
}

const LONGEST_NAME = 10;

/** Whether a run stands before a mark of prose somewhere in a text; each of the few such runs is looked for once. */
function endsPhrase(text: string, run: string): boolean {
  if (asked.text !== text) asked = { text, ends: new Map() };
  const known = asked.ends.get(run) ?? [...',.;)'].some((sign) => text.includes(run + sign));
  asked.ends.set(run, known);
  return known;
}

let asked = { text: '', ends: new Map<string, boolean>() };

/** Whether a run that could be cut is a word all the same: Emu2, the rest of textbf{L}arge. */
export function isWordHere(text: string, start: number, end: number, level: number): boolean {
  if (text[start - 1] === '}')
    return /^[a-z]{3}/.test(text.slice(start, end)) && INITIAL.test(text.slice(Math.max(0, start - 18), start));
  return level > 0 && end - start === 3 && /^[A-Z](?:mu|nu|xi|pi)$/.test(text.slice(start, end));
}

const INITIAL = /(?:text(?:bf|it|sc|sl|tt)|emph|underline)\{[A-Z]{1,4}\}$/;

/** Whether a run stands below a letter as a whole word: L_{hint}, theta_init. */
export const isLabel = (text: string, start: number, end: number, level: number): boolean =>
  (text[start - 1] === '_' || (text[start - 1] === '{' && text[start - 2] === '_' && text[end] === '}')) &&
  ((level > 1 && end - start > 3) || /^(?:init|pin|win)$/.test(text.slice(start, end)));

/** Whether a part of a run is a word rather than a symbol, or variables side by side. */
export function isWord(text: string, start: number, end: number): boolean {
  const part = text.slice(start, end);
  if (part.length < 3 || SYMBOLS.has(part)) return false;
  return levelOf(getLexicon().slots, wordHash(text, start, end)) > 0 || (NAME.test(part) && !GREEK_FIRST.test(part));
}

const NAME = /^(?:[A-Z]{3,}|[A-Z][a-z]{3,})$/;
const GREEK_FIRST = new RegExp(`^(?:${[...GREEK].join('|')})`);
