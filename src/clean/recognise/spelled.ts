// Greek letters that are spelled out because they are words or names, in a text that shows no sign of mathematics.
import { GREEK } from '../tables/symbols.ts';

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
export function isSpelledOut(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  if (!GREEK.has(name)) return false;
  const before = text.slice(Math.max(0, start - 32), start);
  const after = text.slice(end, end + 32);
  const isCapital = /^[A-Z]/.test(name);
  if (/["'“‘]$/.test(before) && /^["'”’]/.test(after)) return true; // somebody speaks of the name
  if (name === 'lambda' && /(?<![A-Za-z])(?:an?|each|every) $/i.test(before) && /^(?:[.,;:)]|$)/.test(after))
    return true;
  if (/^(?:zeta|theta|sigma)$/.test(name) && /^ (?:functions?|models?)(?![a-z])/.test(after)) return true; // by custom
  if (/^(?:Pi|iota)$/.test(name) && !/^(?:[-_^{(]| \d)/.test(after)) return true; // the sign of a product, and "not one iota"
  if (/(?<![A-Za-z])(?:words?|syllables?|particles?) $/.test(before)) return true;
  if (/[A-Z][a-z]+(?:'s|s'|’s) $/.test(before) && !after.startsWith('-')) return true; // Kruskal's gamma
  if (/(?<![A-Za-z])[A-Z]{2,5} $/.test(before) && /^(?:[,.](?: |$)| (?:and|are|in|is|or)(?![a-z]))/.test(after))
    return true; // PKC alpha
  if (/(?:^|[.!?] )(?:An?|The) $/.test(before) && /^ (?:is|has|can|may) /.test(after)) return true;
  if (SAID_AFTER.test(after) || isInList(before, name, after)) return true;
  if (LETTER_WORDS.has(name) && isThing(before, after)) return true;
  return (
    ((isCapital || LETTER_WORDS.has(name)) && isBeforeNoun(before, after)) || (isCapital && isProperName(before, after))
  );
}

/** What is told of words and names, of no letter: "the beta was closed", "Sigma will open", "Lee et al.", "psi et al.". */
const SAID_AFTER = /^ (?:was|were|will|has been|et al)(?![A-Za-z])/;

/** "in beta", "the delta, where", "an alpha of 3 percent", "beta 3", "5.5 beta", "sell alpha": all that English does with its four. */
const isThing = (before: string, after: string): boolean =>
  (/(?:^|[.!?] )(?:As|By|For|With) $/.test(before) && /^ [a-z]/.test(after)) ||
  (/(?<![A-Za-z])[Ii]n $/.test(before) && !after.startsWith('-')) ||
  (/(?<![A-Za-z])[Tt]he $/.test(before) &&
    /^(?:[,.;:)](?: |$)|$| (?:is|was|of|to|and|in|for|on|at|by|with|or|which|that|has|are|then|from|as)(?![A-Za-z]))/.test(
      after,
    )) ||
  (/(?<![A-Za-z])[Aa]n? $/.test(before) && /^ of [a-z\d]/.test(after)) ||
  /^ \d/.test(after) ||
  /\d\.\d{1,3} $/.test(before) ||
  /(?<![A-Za-z])(?:adjust|closed|deliver|display|open|premultiplied|public|seek|sell|set) $/i.test(before);

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

function isProperName(before: string, after: string): boolean {
  const isFirst = before === '' || /[.:!?] $/.test(before);
  if (isFirst && !/^[-_^{('*]/.test(after)) return true; // "Omega: a benchmark", "Delta flies"
  if (/(?:^|[.!?:] )(?:At|Between|By|From|In|With|Against) $/.test(before)) return true; // "At Delta, pilots"
  if (/(?<![A-Za-z])(?:at|against|[Ff]ans of) $/.test(before) && /^(?:[,.;]| and )/.test(after)) return true;
  if (
    /(?:^|[.!?:] )(?!The|Let|For|When|If|Here|This|Then|Given)[A-Z][a-z]{2,} $/.test(before) &&
    !after.startsWith('-')
  )
    return true; // "Hurricane Delta"
  if (/(?:introduce|present|propose|release|called|named) $/.test(before) && /^(?:,| \(|-[a-z]+-[A-Z])/.test(after))
    return true;
  const isListed = /(?<![A-Za-z])[A-Z][A-Za-z]*[a-z][\w.-]*, (?:and |or )?$/.test(before);
  if (/(?<![A-Za-z])(?:named|called) $/.test(before) && /^(?:[,.;]| (?:and|by|in|or)(?![a-z]))/.test(after))
    return true;
  if (isListed && /^(?:[,.;)]| and |-[A-Z][a-z])/.test(after)) return true;
  if (/^(?:,|,? and|,? or)? [A-Z][a-z]{2}/.test(after)) return true; // Lambda Bay, "Phi and Llama"
  const isInTitle = isFirst || /(?<![A-Za-z])[A-Z][a-z]+ $/.test(before);
  return isInTitle && /^-[A-Z][a-z]/.test(after); // a capital like its neighbours'
}

/** A capital before another word with one, whatever the text is about: Delta Airlines, Sigma Chi, Phi-3-mini. */
export const isNamed = (text: string, start: number, end: number): boolean =>
  /^(?:Delta|Lambda|Omega|Phi|Pi|Psi|Sigma|Theta|Xi)$/.test(text.slice(start, end)) &&
  /(?:^|[a-z.,;:("]) ?$/.test(text.slice(Math.max(0, start - 2), start)) &&
  (/^(?: [A-Z][a-z]{2}|-\d(?:\.\d)?-[a-z]{3})/.test(text.slice(end, end + 10)) ||
    (/ (?:Alpha|Beta|Chi|Eta|Iota|Kappa|Mu|Nu|Rho|Tau|Zeta) $/.test(text.slice(Math.max(0, start - 7), start)) &&
      !/[_^{(]/.test(text[end] ?? '')));
