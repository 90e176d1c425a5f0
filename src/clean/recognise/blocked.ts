// What is never mathematics: addresses, names of files and of variables.
import type { Formula } from '../text-tree.ts';

const ADDRESS = /(?:https?|ftp):\/\/[^\s{}()<>"]+|www\.[^\s{}()<>"]+|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,64})+|[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,64}){0,4}\.(?:com|org|net|io|edu|ai)\/[^\s{}()<>"]*|(?<![A-Za-z0-9_{}^\\])[A-Za-z]{3,40}(?:_[A-Za-z0-9]{2,40})*_[A-Za-z]{3,40}(?![A-Za-z0-9{}^\\])/g;
const HINT = /:\/\/|www\.|@|\.(?:com|org|net|io|edu|ai)\/|[A-Za-z]_[A-Za-z0-9]{2}/;

/** Pairs of offsets of all that must stay as it is, and of the formulas that were read already. */
export function blockedRanges(text: string, formulas: readonly Formula[]): number[] {
  const ranges = formulas.map(({ start, end }) => [start, end] as const);
  if (HINT.test(text)) for (const match of text.matchAll(ADDRESS)) ranges.push([match.index, match.index + match[0].length]);
  return ranges.sort(([a], [b]) => a - b).flat();
}
