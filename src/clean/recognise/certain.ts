// Places where the characters around a name leave no other reading, so that no odds are asked.
import { GREEK } from '../tables/symbols.ts';
import { ANY, type Places, standsIn } from './places.ts';

/** A letter that names a map, and what it goes from: "f: X", "phi_1 colon mathcal{H}". */
const MAP = /(?:phi|psi|pi|alpha|tau|sigma|rho|Phi|Psi|[^A-Za-z][A-Za-z])(?:_\S{1,6}|')? ?(?::|colon) ?\S{1,16} $/;

/** A letter, or the name of one. */
const VARIABLE = new RegExp(`(?:^|[^A-Za-z\\\\])(?:[b-zB-HJ-Z]|[\u03b1-\u03c9]|${[...GREEK].join('|')}) $`);

const CERTAIN: Places = new Map([
  [
    'times',
    [
      [/\d$/, ANY], // 8timesA800, 2.5times faster
      [/(?:^|[ (])$/, /^\d/], // times1000
      [/\d $/, /^ ?-+ ?\d+(?:\.\d+)? times/], // 1.8 times-2.8 times
      [/\d times ?-+ ?\d+(?:\.\d+)? $/, ANY],
      [
        /(?<![A-Za-z])(?:an?|and|by|in|is|than|to|million) $/,
        /^ \d[\d.]*(?![\d.%]| (?:in|of|out|times|years?|days?|hours?|minutes?|seconds?))/,
      ], // by times 3.5
      [/(?:^|[ (])\d[\d,.]* $/, /^ \d[\d,.]*(?![\d%]| (?:times|in|of|out|years?|days?|hours?|minutes?|seconds?))/], // 2 times 2
      [/\d ?(?:mm|cm|m|nm|um|km|px|pixels?) $/, /^ \d[\d.]* ?(?:mm|cm|m|nm|um|km|px|pixels?)(?![A-Za-z])/], // 5 mm times 5 mm
      [/\([a-z]{1,20} $/, /^ [a-z]{1,20} (?:rightarrow|mapsto|to) [a-z]/], // (state times action rightarrow state)
    ],
  ],
  ['left', [[ANY, /^ ?l(?:floor|ceil|angle|brace|brack|vert|Vert)/]]],
  ['right', [[ANY, /^ ?r(?:floor|ceil|angle|brace|brack|vert|Vert)/]]],
  ['over', [[/\{ ?[^{} ]{1,16} $/, /^ .*\}/]]], // {a over b}
  ['pm', [[/\($/, /^ ?\d/]]], // (pm 1.59)
  ['to', [[MAP, /^ (?:math|ell|\[|\(|[A-Za-z]?[A-Z](?![a-z]{2}))/]]], // f: X to Y
  ['in', [[VARIABLE, /^ ?[[(]-?(?:\d[\w./]{0,8}|infty|∞), ?[^()[\],]{1,12}[)\]]/]]], // delta in (0,1)
  ['neq', [[ANY, ANY]]],
  ['geq', [[ANY, ANY]]],
  ['leq', [[ANY, ANY]]],
  ['top', [[/\^$/, /^(?!-?\d)/]]], // A^top B: a word would have braces
  ['bot', [[/\^$/, /^(?!-?\d)/]]],
  ['iint', [[ANY, /^[_^]/]]],
  ['oint', [[ANY, /^[_^]/]]],
  ['Re', [[/(?:^|[^A-Za-z])$/, /^(?:\^\{?[dnmklNMDK](?![A-Za-z])|_\+)/]]], // Re^d: for many authors the real numbers
  ['cap', [[/[A-Z]{2,}\}? $/, /^ (?:co-?)?[A-Z]{2,}/]]], // NP cap coNP
  ['dots', [[/[\w}),] ?, ?$/, /^ ?[,.]/]]], // 1,dots,k
  ['bullet', [[/(?:^|[.:;] )$/, /^ ?[A-Z]/]]], // an item of a list
]);

const FIRST: ReadonlySet<string> = new Set([...CERTAIN.keys()].map((name) => name.slice(0, 1)));
const LONGEST = Math.max(...[...CERTAIN.keys()].map(({ length }) => length));

/** Whether the name `text[start..end)` can be nothing but a command. */
export function isCertain(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST || !FIRST.has(text[start] ?? '')) return false; // most are none of them
  return standsIn(CERTAIN, text.slice(start, end), text, start, end);
}

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
 * Where in a run of letters a name stands that no word holds there: a relation (PneqNP, xinR^d, TrightarrowI), or the
 * letter before another (lambdaL_1).
 */
export function nameIn(text: string, start: number, end: number): readonly [from: number, to: number] | null {
  const run = text.slice(start, end);
  if (!MAY_HOLD.test(run)) return null;
  const [before, after] = [text.slice(Math.max(0, start - 4), start), text.charAt(end)];
  const found = NAMES_IN.find(
    ([pattern, left, right]) => pattern.test(run) && left.test(before) && right.test(after),
  )?.[0];
  const [, first = '', name = ''] = found?.exec(run) ?? [];
  return name === '' ? null : [start + first.length, start + first.length + name.length];
}

const LETTER = `[A-Za-z]|${[...GREEK].join('|')}`;
const SCRIPT = /[\^_]/;

/**
 * Whether a capital and the name of a relation are one name, and no formula: "Lin" with more capitals behind it (LinAA), or
 * where it ends a phrase elsewhere ("Max Lin, "); "Psim" where nothing stands to its right.
 */
export function isOneName(text: string, start: number, end: number): boolean {
  const second = text[start + 1];
  if ((second !== 'i' && second !== 's') || end - start > LONGEST_NAME) return false; // most are none
  const run = text.slice(start, end);
  if (/^[A-Z]sim$/.test(run)) return /^ ?[,.;|)]/.test(text.slice(end, end + 2));
  return (
    /^[A-Z]in[A-Z]{2,}$/.test(run) || (/^[A-Z]in$/.test(run) && [...',.;)'].some((sign) => text.includes(run + sign)))
  );
}

const LONGEST_NAME = 10;

/** What one of the patterns below needs: most runs have none of it. */
const MAY_HOLD = /eq|notin|set|arrow|[a-z][A-Z]|^(?:sin|cos|tan|log|ln|exp)/;

/** Patterns with what stands before and behind the name; what has to stand around the run. */
const NAMES_IN: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [new RegExp(`^((?:${LETTER}|[A-Z]{2,8}))(neq|leq|geq|notin)[A-Z]{0,4}$`), ANY, ANY],
  [new RegExp(`^((?:${LETTER}|[A-Z]{2,8}))((?:sub|sup)set(?:eq)?)[A-Z]{1,4}$`), ANY, ANY],
  [/^([A-Za-z]*?)(?<!hook|twohead)((?:[Ll]ong)?(?:[Ll]eft)?(?:[Rr]ight|[Ll]eft)arrow)([A-Za-z]*)$/, ANY, ANY],
  [new RegExp(`^((?:${LETTER}))(in)[A-Z]$`), ANY, SCRIPT], // xinR^d
  [new RegExp(`^()(${[...GREEK].filter((name) => name.length > 3).join('|')})[A-Z]$`), ANY, SCRIPT], // lambdaL_{adv}
  [new RegExp(`^((?:${LETTER}))(sim)[A-Z]{1,3}$`), ANY, /[\^_(]/], // xsimN(0,1)
  [new RegExp(`^()(sinh?|cosh?|tanh?|log|ln|exp)(?:${[...GREEK].join('|')})$`), ANY, ANY], // sinTheta
  [/^([A-Z])(to)[A-Z]$/, /(?<![A-Za-z])[A-Za-z] ?: ?$/, ANY], // f:XtoY
];
