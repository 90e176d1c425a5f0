// What a program or an editor wrote in front of every line of a text: line numbers, the time of a log, blanks, the marks of a quotation.
import type { Line } from './lines.ts';

/** Takes the margin off the lines of one input. */
export interface MarginReader {
  /** Takes the next line. */
  push(line: Line): void;
  /** Hands on the lines that still wait. */
  end(): void;
}

/** How much of a text is looked at; where its first few lines have nothing in common they are enough. */
const LOOK_LINES = 400;
const LOOK_CHARS = 1 << 16;
const FEW_LINES = 8;

/** Makes a reader that finds out from the first lines whether there is a margin, and hands each line on to `next`. */
export function createMarginReader(next: (line: Line) => void): MarginReader {
  let held: Line[] = [];
  let chars = 0;
  let shown = 0;
  /** Undefined while it is not known. */
  let margin: RegExp | null | undefined;

  function push(line: Line): void {
    if (margin === null) return next(line);
    if (margin) return next(withoutMargin(line, margin));
    held.push(line);
    chars += line.text.length;
    if (line.text.trim() !== '') shown++;
    const isEnough = held.length >= LOOK_LINES || chars >= LOOK_CHARS || line.partial === true;
    if (!isEnough && shown !== FEW_LINES) return;
    const found = marginOf(held);
    if (isEnough || !found) release(found);
  }

  /** The end of the text may have cut off the margin of its last line. */
  const end = (): void => release(marginOf(held, true));

  function release(found: RegExp | null = null): void {
    const lines = held;
    held = [];
    margin = found;
    for (const line of lines) next(found ? withoutMargin(line, found) : line);
  }

  return { push, end };
}

/** The line as the input has it. */
export const withMargin = (line: Line): Line =>
  line.margin === undefined ? line : { ...line, text: line.margin + line.text };

function withoutMargin(line: Line, margin: RegExp): Line {
  const found = margin.exec(line.text)?.[0] ?? '';
  return found === '' ? line : { ...line, text: line.text.slice(found.length), margin: found };
}

const NUMBER = String.raw`[ \t]*[[(L]?(\d{1,7})`;
const TIME = String.raw`\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?`;

/** What stands between a number or a time and the text: the same in front of each line. */
const BEHIND = [String.raw`\]?[ \t]*[:|│→]`, String.raw`\t`, String.raw`[.)\]]:?`, ' '];

/** The pattern of the margin that all lines have, if there is one; `isAll`: no more lines come. */
function marginOf(lines: readonly Line[], isAll = false): RegExp | undefined {
  const texts = lines.filter(({ text }) => text.trim() !== '');
  if (texts.length < LEAST_LINES) return undefined;
  const whole = isAll ? texts.slice(0, -1) : texts;
  return numbersOf(whole) ?? timesOf(whole) ?? indentOf(texts);
}

/** Fewer lines may have the same in front of them by chance. */
const LEAST_LINES = 5;

/** Numbers that count the lines, or those that have a text. */
function numbersOf(lines: readonly Line[]): RegExp | undefined {
  const number = new RegExp(`^${NUMBER}`);
  let before: number | undefined;
  for (const { text } of lines) {
    const found = number.exec(text)?.[1];
    if (found === undefined || (before !== undefined && Number(found) !== before + 1)) return undefined;
    before = Number(found);
  }
  return behind(NUMBER, lines);
}

function timesOf(lines: readonly Line[]): RegExp | undefined {
  return behind(TIME, lines);
}

/** The pattern with what stands behind it on all lines; a line without a text may have lost the blanks at its end. */
function behind(pattern: string, lines: readonly Line[]): RegExp | undefined {
  const found = BEHIND.map((each) => new RegExp(`^${pattern}(?:${each}|$)`)).find((each) =>
    lines.every(({ text }) => each.test(text)),
  );
  if (!found) return undefined;
  const rests = lines.map(({ text }) => text.replace(found, '')).filter((rest) => rest !== '');
  const same = rests.length < LEAST_LINES ? '' : (/^.*[\s:|\]>-]/.exec(commonStart(rests))?.[0] ?? '');
  return same === '' ? found : new RegExp(`${found.source}(?:${escaped(same)})?`);
}

/** Blanks in front of every line, or the marks of a quotation. */
function indentOf(lines: readonly Line[]): RegExp | undefined {
  const words = lines.map(({ text }) => text).filter((text) => /[^ \t>]/.test(text));
  if (words.length === 0) return undefined;
  const indent = /^[ \t>]*/.exec(commonStart(words))?.[0] ?? '';
  return indent === '' ? undefined : new RegExp(`^${indent}|^[ \\t>]*$`);
}

function commonStart(texts: readonly string[]): string {
  return texts.reduce((common, text) => {
    let length = 0;
    while (length < common.length && common.charAt(length) === text.charAt(length)) length++;
    return common.slice(0, length);
  });
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
