// Code in running text: what its author wants to be seen as it stands.

// The look behind stands after the first characters: V8 finds those fast.
/** `code` */
const QUOTED = /`(?<![`\\]`)[^`'\n]{1,120}(?<!\\)`(?!`)/g;
/** An option of a command: --alpha. */
const OPTION = /--(?<=(?:^|[ (]|[ (]["'])--)[a-z][a-z-]{1,40}(?![A-Za-z^_{])/g;
/** A pattern that text is matched with, a version that is asked for, a commit: ^(a|b)*$, /\.exe/i, ^GET, ^1.2.3, HEAD~3. */
const PATTERN =
  /\^(?<=(?:^|[\s("'])\^)(?:(?=[^\s{]{0,120}[*+?|[])[^\s{]{1,120}\$(?=[\s.,;:)"']|$)|[A-Z]{3}[^\s_^]{0,60}|\d+\.\d+\.\d+)|\/(?<=(?:^|[\s("'])\/)[^\s/]{0,60}\\[^\s/]{1,60}\/[gimsuy]?(?!\w)|HEAD[~^]\d{0,3}(?!\w)/g;

const KINDS: readonly (readonly [pattern: RegExp, isWorth: (text: string) => boolean])[] = [
  [QUOTED, (text) => text.includes('`')],
  [OPTION, (text) => text.includes('--')],
  [PATTERN, (text) => text.includes('^') || text.includes('HEAD~') || (text.includes('\\') && text.includes('/'))],
];

/** A stretch of code: its offsets. */
export type CodeRange = readonly [start: number, end: number];

const NONE: readonly CodeRange[] = [];

/** Where code stands in a text, in order and apart from each other. */
export function codeRanges(text: string): readonly CodeRange[] {
  const kinds = KINDS.filter(([, isWorth]) => isWorth(text));
  if (kinds.length === 0) return NONE;
  const found = kinds.flatMap(([pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: code, index }): CodeRange => [index, index + code.length]),
  );
  const ranges: CodeRange[] = [];
  for (const range of found.sort(([a], [b]) => a - b)) if (range[0] >= (ranges.at(-1)?.[1] ?? 0)) ranges.push(range);
  return ranges;
}

/** Whether the character at an offset is in one of the ranges, which are in order. */
export function isInCode(ranges: readonly CodeRange[], at: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? Infinity) <= at;
}
