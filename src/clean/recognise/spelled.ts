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
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  const isCapital = /^[A-Z]/.test(name);
  if (/["'“‘]$/.test(before) && /^["'”’]/.test(after)) return true; // somebody speaks of the name
  if (name === 'lambda' && /(?<![A-Za-z])(?:an?|each|every) $/i.test(before) && /^(?:[.,;:)]|$)/.test(after))
    return true;
  if (/^(?:zeta|theta|sigma)$/.test(name) && /^ (?:functions?|models?)(?![a-z])/.test(after)) return true; // by custom
  return (
    ((isCapital || LETTER_WORDS.has(name)) && isBeforeNoun(before, after)) || (isCapital && isProperName(before, after))
  );
}

/** A delta controller, beta densities. */
function isBeforeNoun(before: string, after: string): boolean {
  const next = /^ ([a-z]{4,})/.exec(after)?.[1];
  return next !== undefined && !AFTER_LETTER.has(next) && !/[\d_^{}=<>+*/|] ?$|-$/.test(before);
}

function isProperName(before: string, after: string): boolean {
  const isFirst = before === '' || /[.:!?] $/.test(before);
  if (isFirst && after.startsWith(':')) return true; // "Omega: a benchmark"
  if (/(?:introduce|present|propose|release|called|named) $/.test(before) && /^(?:,| \(|-[a-z]+-[A-Z])/.test(after))
    return true;
  const isListed = /(?<![A-Za-z])[A-Z][A-Za-z]*[a-z][\w.-]*, (?:and |or )?$/.test(before);
  if (isListed && /^(?:[,.;)]| and |-[A-Z][a-z])/.test(after)) return true;
  if (/^ [A-Z][a-z]{2}/.test(after)) return true; // Lambda Bay
  const isInTitle = isFirst || /(?<![A-Za-z])[A-Z][a-z]+ $/.test(before);
  return isInTitle && /^-[A-Z][a-z]/.test(after); // a capital like its neighbours'
}
