// Code in running text: what its author wants to be seen as it stands.

/** `code`, and the options of a command: --alpha. */
const QUOTED = /(?<![`\\])`[^`'\n]{1,120}(?<!\\)`(?!`)|(?<=^|[ (]|[ (]["'])--[a-z][a-z-]{1,40}(?![A-Za-z^_{])/g;
/** A pattern that text is matched with, a version that is asked for, a commit: ^(a|b)*$, /\.exe/i, ^GET, ^1.2.3, HEAD~3. */
const PATTERN =
  /\^(?<=(?:^|[\s("'])\^)(?:(?=[^\s{]*[*+?|[])[^\s{]{1,120}\$(?=[\s.,;:)"']|$)|[A-Z]{3}[^\s_^]{0,60}|\d+\.\d+\.\d+)|\/(?<=(?:^|[\s("'])\/)[^\s/]{0,60}\\[^\s/]{1,60}\/[gimsuy]?(?!\w)|HEAD[~^]\d{0,3}(?!\w)/g;

const KINDS: readonly (readonly [pattern: RegExp, isWorth: (text: string) => boolean])[] = [
  [QUOTED, (text) => text.includes('`') || text.includes('--')],
  [PATTERN, (text) => text.includes('^') || text.includes('HEAD~') || (text.includes('\\') && text.includes('/'))],
];

/** Where code stands in a text: pairs of offsets, by kind. */
export function codeRanges(text: string): (readonly [start: number, end: number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (const [pattern, isWorth] of KINDS) {
    if (!isWorth(text)) continue;
    for (const { 0: found, index } of text.matchAll(pattern)) ranges.push([index, index + found.length]);
  }
  return ranges;
}
