// Greek letters that are spelled out because they are words or names, in a text that shows no sign of mathematics.
import { GREEK } from '../tables/symbols.ts';
import type { Piece } from './piece.ts';
import { ANY, isAt, type Place } from './places.ts';

/** The letters that English uses as words. */
const LETTER_WORDS: ReadonlySet<string> = new Set(['alpha', 'beta', 'gamma', 'delta']);

/** What follows a letter that stands for itself: "an alpha that depends", "at level alpha with", "an alpha fraction". */
const AFTER_LETTER: ReadonlySet<string> = new Set(
  `according does from have into must only over subject such that then under used using when where which while with
  decreases denotes depends grows goes increases measures represents satisfies satisfying taking takes tends
  fraction fractions level levels parameter parameters proportion quantile quantiles quantities value values`.split(
    /\s+/,
  ),
);

/** Whether the name of a letter is a word there, or a name: "alpha annealing", "Mistral, Phi, and Qwen", "Delta-Arm Workspace". */
export function isSpelledOut(text: string, { start, end }: Piece): boolean {
  const name = text.slice(start, end);
  if (!GREEK.has(name)) return false;
  const before = text.slice(Math.max(0, start - 32), start);
  const after = text.slice(end, end + 32);
  if (isAt(WORDS, before, after) || isAt(SOME_WORDS.get(name) ?? [], before, after)) return true;
  if (isInList(before, name, after)) return true;
  const isCapital = /^[A-Z]/.test(name);
  if (!isCapital && !LETTER_WORDS.has(name)) return false;
  return isBeforeNoun(before, after) || isAt(isCapital ? NAMES : THINGS, before, after);
}

/** Where every letter is a word. */
const WORDS: readonly Place[] = [
  [/["'“‘]$/, /^["'”’]/], // somebody speaks of the name
  [ANY, /^ ["“]/], // the tau "the hammer"
  [/(?<![A-Za-z])Greek $/, ANY],
  [/(?<![A-Za-z])(?:words?|syllables?|particles?) $/, ANY],
  [/(?<![A-Za-z])(?:names?|letters?) $/, /^(?! ?[_^{(=])/],
  [/(?<!so[- ])(?:called|named|spelled|said) $/, /^(?:[.,;]|$| (?:and|or|in|\d+) )/], // "benchmarks named tau"
  [/[A-Z][a-z]+(?:'s|s'|’s) $/, /^(?!-)/], // Kruskal's gamma
  [/(?<![A-Za-z])[A-Z]{2,5} $/, /^(?:[,.](?: |$)| (?:and|are|in|is|or)(?![a-z]))/], // PKC alpha
  [/(?:^|[.!?] )(?:An?|The) $/, /^(?: (?:is|has|can|may) |, an? )/], // "A kappa is a spirit"
  [/(?:^|[.!?] )An? $/, /^ [a-z]{3,}s /], // "A kappa holds a cup"
  [/(?:^|[.!?] )The $/, /^ (?:of an? [a-z]|in [A-Za-z]{4,} [a-z]{3})/], // "The kappa in old prints"
  [/(?:meaning|price|story|taste) of $/, /^(?:[.,;:]|$)/],
  [/(?<![A-Za-z])[Aa]n? $/, /^ of \d/], // a kappa of 0.7
  [/(?<![A-Za-z])(?:[Tt]heir|[Hh]is|[Hh]er|[Yy]our|[Mm]y) $/, /^(?!-)/], // "thanked their beta"
  [ANY, /^ (?:supercomputer|cluster|server|airline|telescope|satellite|spacecraft|app|browser)s?(?![a-z])/],
  [ANY, /^ [A-Z][a-z]{3,}(?:i|is|ae|ids)(?![a-z])/], // a star, a shower of meteors: rho Ophiuchi, eta Aquariids
  [ANY, /^\.(?:[a-z]|[A-Z][A-Za-z]+\()/], // xi.dot, a file; mu.Lock(), a call
  [ANY, /^ (?:was|were|will|has been|is set|et al)(?![A-Za-z])/], // "the beta was closed", "psi et al."
];

/** Where some letters are words, or written out by custom. */
const SOME_WORDS: ReadonlyMap<string, readonly Place[]> = new Map([
  ['omega', [[/alpha and the $/, ANY]]],
  ['lambda', [[/(?<![A-Za-z])(?:an?|each|every) $/i, /^(?:[.,;:)]|$)/]]],
  ...['zeta', 'theta', 'sigma'].map((name) => [name, [[ANY, /^ (?:functions?|models?)(?![a-z])/]]] as const),
  ...['Pi', 'iota'].map((name) => [name, [[ANY, /^(?![-_^{(]| \d)/]]] as const), // the sign of a product, "not one iota"
]);

/** Where the four that English uses as words are such. */
const THINGS: readonly Place[] = [
  [/(?:^|[.!?] )(?:As|By|For|With) $/, /^ [a-z]/],
  [/(?<![A-Za-z])[Ii]n $/, /^(?!-)/], // in beta
  [
    /(?<![A-Za-z])[Tt]he $/,
    /^(?:[,.;:)](?: |$)|$| (?:is|was|of|to|and|in|for|on|at|by|with|or|which|that|has|are|then|from|as)(?![A-Za-z]))/,
  ], // the delta, where
  [/(?<![A-Za-z])[Aa]n? $/, /^ (?:of [a-z]|(?:against|for|from|to|with) (?:an?|the) )/], // an alpha of the portfolio, a delta to the base
  [ANY, /^ \d/], // beta 3
  [/\d\.\d{1,3} $/, ANY], // version 5.5 beta
  [/(?<![A-Za-z])[A-Z]{2,5}-$/, /^(?![_^{(-])/], // TNF-alpha
  [ANY, /^-\d [a-z]{5}/], // alpha-1 antitrypsin
  [/(?<![A-Za-z])phase $/, /^(?:[.,;]|$)/], // of a crystal
  [
    /(?<![A-Za-z])(?:adjust|chas(?:e|ing)|closed|deliver|display|ask(?:ed)? for|earn|open|pa(?:y|id) for|premultiplied|public|seek|sell|set) $/i,
    ANY,
  ],
];

/** Where capitals are names. */
const NAMES: readonly Place[] = [
  [/(?:^|[.:!?] )$/, /^(?![-_^{('*])|^-\d [a-z]{4}/], // "Omega: a benchmark", "Delta flies", Sigma-1 receptors
  [/(?<![A-Za-z])in $/, /^, in [A-Z]/], // "slides in Gamma, in Tome"
  [/(?<!so[- ])(?:called|named) $/, /^-[A-Z][a-z]/], // called Psi-Lite
  [/(?:^|[.!?:] )(?:At|Between|By|From|In|With|Against) $/, ANY], // "At Delta, pilots"
  [/(?<![A-Za-z])(?:at|against|[Ff]ans of) $/, /^(?:[,.;]| and )/],
  [/(?:^|[.!?:] )(?!The|Let|For|When|If|Here|This|Then|Given)[A-Z][a-z]{2,} $/, /^(?!-)/], // Hurricane Delta
  [/(?<![A-Za-z])by $/, /^ and (?:by |(?:\w+ )?(?:co-?authors|colleagues)(?![a-z]))/],
  [/(?<![A-Za-z])on $/, /^ and on [A-Z]/],
  [ANY, /^['’]s (?![a-z]-)[a-z]/], // Lambda's briefs
  [/(?<![A-Za-z])(?:[Cc]alls?|[Aa]n?) $/, /^ (?:\d|function|watch|mug|in its )/], // calls Lambda 12 times
  [/(?:introduce|present|propose|release|called|named) $/, /^(?:,| \(|-[a-z]+-[A-Z])/],
  [/(?<![A-Za-z])(?:named|called) $/, /^(?:[,.;]| (?:and|by|in|or)(?![a-z]))/],
  [/(?<![A-Za-z])[A-Z][A-Za-z]*[a-z][\w.-]*, (?:and |or )?$/, /^(?:[,.;)]| and |-[A-Z][a-z])/], // in a list of names
  [ANY, /^(?:,|,? and|,? or)? [A-Z][a-z]{2}/], // Lambda Bay, "Phi and Llama"
  [/(?:^|[.:!?] |(?<![A-Za-z])[A-Z][a-z]+ )$/, /^-[A-Z][a-z]/], // in a title, a capital like its neighbours'
];

/** Three letters in a row are named as letters: "alpha, beta and gamma". */
function isInList(before: string, name: string, after: string): boolean {
  const left = LISTED_BEFORE.exec(before)?.[0] ?? '';
  const right = LISTED_AFTER.exec(after)?.[0] ?? '';
  return left.length + right.length > 0 && THREE.test(left + name + right);
}

const NAME = [...GREEK].join('|');
const PART = '(?:, and |, or |, | and | or )';
const LISTED_BEFORE = new RegExp(`(?<![A-Za-z])(?:(?:${NAME})${PART}){1,3}$`);
const LISTED_AFTER = new RegExp(`^(?:${PART}(?:${NAME})(?![A-Za-z_^{(])){1,3}`);
const THREE = new RegExp(`^(?:${NAME})${PART}(?:${NAME})${PART}(?:${NAME})`);

/** A delta controller, beta densities. */
function isBeforeNoun(before: string, after: string): boolean {
  const next = /^ ([a-z]{4,})/.exec(after)?.[1];
  return next !== undefined && !AFTER_LETTER.has(next) && !/[\d_^{}=<>+*/|] ?$|-$/.test(before);
}

/** A capital before another word with one, whatever the text is about: Delta Airlines, Sigma Chi, Phi-3-mini. */
export const isNamed = (text: string, start: number, end: number): boolean =>
  /^(?:Delta|Lambda|Omega|Phi|Pi|Psi|Sigma|Theta|Xi)$/.test(text.slice(start, end)) &&
  /(?:^|[a-z.,;:("]) ?$/.test(text.slice(Math.max(0, start - 2), start)) &&
  (/^(?: [A-Z][a-z]{2}|-\d(?:\.\d)?-[a-z]{3})/.test(text.slice(end, end + 10)) ||
    (/ (?:Alpha|Beta|Chi|Eta|Iota|Kappa|Mu|Nu|Rho|Tau|Zeta) $/.test(text.slice(Math.max(0, start - 7), start)) &&
      !/[_^{(]/.test(text[end] ?? '')));
