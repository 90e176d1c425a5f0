// The numbers that lynx and elinks write before the text of links.
import type { Line } from '../text/lines.ts';
import type { Part } from './block.ts';
import { isMuch } from './look.ts';

/** Takes the numbers out of the texts of one page, which come in order. */
export interface LinkNumbers {
  read(text: string): Part[];
  /** What a number leads to. */
  define(number: string, url: string): void;
  /** Another page begins. */
  reset(): void;
}

/** A number counts as a link's when it is the next one; "[text][7]" and "[7]: address" are of other markups. */
const MARK = /(?<!\])\[(\d{1,5})\](?![:(])/g;

/** Numbers may be lost with lines that somebody took out. */
const MAX_GAP = 3;

/** Whether the first lines of a page have numbers that follow one another, as its writer's habit. */
export const hasLinkNumbers = (look: readonly Line[]): boolean => isMuch(chainOf(look).length, look);

/** Makes a reader of numbers when the first lines of the page have them. */
export function linkNumbers(look: readonly Line[]): LinkNumbers | undefined {
  const [first] = chainOf(look);
  return first === undefined ? undefined : createNumbers(first);
}

/** The numbers of links in the first lines; a page that was cut off at its top begins later than 1. */
function chainOf(look: readonly Line[]): number[] {
  const marks = look.flatMap(({ text }) =>
    text.includes('[') ? [...text.matchAll(MARK)].filter((mark) => isTight(text, mark)) : [],
  );
  // Citations in an abstract, [1], [2] and [3], stand inside of lines, and no word touches them.
  const opening = marks.filter(({ index, input }) => /^[\s*+#@•o-]*$/.test(input.slice(0, index))).length;
  const touching = marks.filter(({ index, input, 0: { length } }) => /^\p{L}/u.test(input.slice(index + length)));
  if (opening * LEAST_OPENING < marks.length && touching.length * 2 < marks.length) return [];
  const numbers = marks.map(numberOf);
  const present = new Set(numbers);
  const start = numbers.findIndex((n) => present.has(n + 1) && present.has(n + 2));
  if (start < 0) return [];
  const chain: number[] = [];
  for (const n of numbers.slice(start)) if (chain.length === 0 || follows(n, (chain.at(-1) ?? 0) + 1)) chain.push(n);
  return chain.length < MIN_CHAIN ? [] : chain;
}

const MIN_CHAIN = 6;
/** One link of so many begins a line, at the least. */
const LEAST_OPENING = 6;

const numberOf = (mark: RegExpExecArray): number => Number(mark[1]);

/** The text of a link stands right behind its number. */
const isTight = (text: string, mark: RegExpExecArray): boolean =>
  !/^(?:\s+\S|[,.;)\]!?])/.test(text.slice(mark.index + mark[0].length));

/** Whether a number is the next one, or one of the next. */
export const follows = (number: number, next: number): boolean => number >= next && number <= next + MAX_GAP;

function createNumbers(first: number): LinkNumbers {
  const urls = new Map<string, string>();
  let next = first;

  function read(text: string): Part[] {
    if (!text.includes('[')) return [{ text }];
    const parts: Part[] = [];
    let from = 0;
    let url: string | undefined;
    const flush = (to: number): void => {
      const shown = text.slice(from, to);
      if (url === undefined) parts.push({ text: shown });
      else parts.push(...linkParts(shown, url));
    };
    for (const mark of text.matchAll(MARK)) {
      const number = numberOf(mark);
      if (number !== next && !(follows(number, next) && isTight(text, mark))) continue;
      flush(mark.index);
      next = number + 1;
      url = urls.get(String(number)) ?? '';
      from = mark.index + mark[0].length;
    }
    flush(text.length);
    return parts.filter((part) => part.text !== '' || part.url !== undefined);
  }

  return {
    read,
    define: (number, url) => void urls.set(number, url),
    reset: () => {
      urls.clear();
      next = 1;
    },
  };
}

/** Nothing says where the text of a link ends: at the latest before a dot between the facts of a paper. */
function linkParts(text: string, url: string): Part[] {
  const end = text.search(/ · |·(?=\s?[A-Z][a-z]{2} \d)/);
  return end < 0 ? [{ text, url }] : [{ text: text.slice(0, end), url }, { text: text.slice(end) }];
}
