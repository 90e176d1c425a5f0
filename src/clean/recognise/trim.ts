// The ends of a formula: marks of the sentence and brackets whose partner is prose stay outside.
import type { Piece } from './piece.ts';
import { SHAPE } from './shapes.ts';

const OPEN = '([';
const CLOSE = ')]';

/** Drops from both ends what belongs to the sentence. */
export function trimmed(text: string, run: readonly Piece[]): readonly Piece[] {
  let first = 0;
  let last = run.length;
  const char = (i: number): string => {
    const piece = run[i];
    return piece === undefined || piece.command || piece.end - piece.start !== 1 ? '' : (text[piece.start] ?? '');
  };
  while (
    last > first &&
    (isStop(char(last - 1)) ||
      isScript(char(last - 1)) ||
      (isOne(char(last - 1), CLOSE) && balance(first, last, char) < 0))
  )
    last--;
  if (last > first + 1 && char(last - 1) === "'" && char(last - 2) === "'" && isQuoted(text, run[first]?.start ?? 0))
    last -= 2;
  while (first < last && (isStop(char(first)) || (isOne(char(first), OPEN) && balance(first, last, char) > 0))) first++;
  // Omega-S is the name of a thing: its hyphen is no minus
  if (last - first === 3 && run[first]?.command && isOne(char(last - 2), '-') && /^[A-Z]$/.test(char(last - 1)))
    if (!run[last - 2]?.blank && !run[last - 1]?.blank) last -= 2;
  return run.slice(first, last);
}

/**
 * Takes in the brackets right behind a formula that close what opens in it: of O(sqrt{max}) the last one may have been left
 * to the sentence, and so may the rest of a set, {0.1, 0.5}.
 */
export function closed(text: string, run: readonly Piece[]): readonly Piece[] {
  const last = run.at(-1);
  if (last === undefined) return run;
  const rest = restOfSet(text, run);
  if (rest.length > 0) return [...run, ...rest];
  if (text[last.start] === '}' && braceDepth(text, run) === -1) return withBrace(text, run);
  const more: Piece[] = [];
  const take = (at: number): number => {
    const blank = text[at - 1] === ' ';
    more.push({ ...last, start: at, end: at + 1, command: false, shape: SHAPE.closeBracket, whole: true, blank });
    return at + 1;
  };
  let at = last.end;
  for (let open = countOpen(text, run, OPEN, CLOSE); open > 0 && isOne(text[at] ?? '', CLOSE); open--) at = take(at);
  if (/^ ?\}/.test(text.slice(at, at + 2)) && opensArgument(text, run)) take(text[at] === ' ' ? at + 1 : at);
  return more.length === 0 ? run : [...run, ...more];
}

/** Whether the last brace that a formula leaves open begins an argument or a script, and no set: frac{1}{K. */
function opensArgument(text: string, run: readonly Piece[]): boolean {
  let depth = 0;
  for (const { start, command } of run.toReversed()) {
    if (text[start] === '}') depth++;
    else if (text[start] === '{' && --depth < 0) return !command && /[}^_\d]/.test(text[start - 1] ?? '');
  }
  return false;
}

/** How many of the brackets that open in a formula it does not close. */
function countOpen(text: string, run: readonly Piece[], opening: string, closing: string): number {
  let open = 0;
  for (const { start, end, command } of run) {
    if (command || end - start !== 1) continue;
    if (isOne(text[start] ?? '', opening)) open++;
    else if (isOne(text[start] ?? '', closing) && open > 0) open--;
  }
  return open;
}

/** How many more braces open in a formula than close. */
const braceDepth = (text: string, run: readonly Piece[]): number =>
  run.reduce((depth, { start }) => depth + (text[start] === '{' ? 1 : text[start] === '}' ? -1 : 0), 0);

/** A brace that begins no argument of a command. */
const LONE_BRACE = /(?:^|[^A-Za-z}\]*])\{$/;

/** 1.1{^circ}: the brace that opens right before a formula which closes it is part of it; of any other the closing one is left to the sentence. */
function withBrace(text: string, run: readonly Piece[]): readonly Piece[] {
  const [first] = run;
  if (first === undefined || !LONE_BRACE.test(text.slice(Math.max(0, first.start - 3), first.start))) return run;
  const brace = { ...first, end: first.start, start: first.start - 1, command: false };
  return [brace, ...run.slice(0, -1), ...run.slice(-1).map((piece) => ({ ...piece, command: false }))];
}

/** What stands between the end of a formula and the brace that closes a set in it: numbers, letters and commas. */
function restOfSet(text: string, run: readonly Piece[]): Piece[] {
  const last = run.at(-1);
  if (!last || braceDepth(text, run) !== 1) return [];
  const rest = REST_OF_SET.exec(text.slice(last.end, last.end + LONGEST_REST))?.[0];
  if (rest === undefined) return [];
  return [...rest.matchAll(/\d+(?:\.\d+)?|[A-Za-z]|\S/g)].map(({ 0: found, index }) => {
    const start = last.end + index;
    return {
      ...last,
      start,
      end: start + found.length,
      command: found === '}',
      margin: Infinity,
      blank: rest[index - 1] === ' ',
    };
  });
}

const REST_OF_SET = /^(?:[,\s]+(?:-?\d+(?:\.\d+)?|[A-Za-z](?![A-Za-z])|\.{3}))+\s?\}/;
const LONGEST_REST = 80;

const LONGEST_QUOTATION = 300;

/** Whether a quotation is open there: what looks like two primes at the end of a formula closes it. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_QUOTATION), at);
  return before.lastIndexOf('``') > before.lastIndexOf("''");
}

/** Nothing is raised or lowered: `x_`, `^_^`. */
const isScript = (char: string): boolean => isOne(char, '_^');
const isStop = (char: string): boolean => isOne(char, '.,;:?"~');
const isOne = (char: string, set: string): boolean => char !== '' && set.includes(char);

/** How many more brackets open than close. */
function balance(first: number, last: number, char: (i: number) => string): number {
  let depth = 0;
  for (let i = first; i < last; i++) depth += isOne(char(i), OPEN) ? 1 : isOne(char(i), CLOSE) ? -1 : 0;
  return depth;
}
