// The numbers that lynx and elinks write before the text of links, and the list of addresses below the page.
import type { Line } from '../text/lines.ts';
import { type Block, isMuch, MAX_HELD, type MarkupReader, NO_PARTS, type Part } from './block.ts';

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

const follows = (number: number, next: number): boolean => number >= next && number <= next + MAX_GAP;

function createNumbers(first: number): LinkNumbers {
  const urls = new Map<string, string>();
  let next = first;

  function read(text: string): Part[] {
    const parts: Part[] = [];
    let from = 0;
    let url: string | undefined;
    const flush = (to: number): void => {
      const shown = text.slice(from, to);
      if (url === undefined) parts.push({ text: shown });
      else parts.push(...linkParts(shown, url));
    };
    if (!text.includes('[')) return [{ text }];
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

const HEAD = /^\s*(?:References|Links:)\s*$/;
const GROUP = /^\s*(?:Visible|Hidden) links:?\s*$/;
const REFERENCE = /^\s{0,6}(\d{1,5})\. (\S+)\s*$/;
/** Elinks writes the title of a link behind its number, and the address below. */
const TITLED = /^\s{0,6}(\d{1,5})\. \S.*$/;
const BELOW_TITLE = /^\t(\S+)\s*$/;

/** A line that waits, and whether it is of the list of addresses. */
interface Held {
  readonly line: Line;
  readonly isReference: boolean;
}

/** Holds the lines of a page until the addresses below it have been read. */
export function readReferences(reader: MarkupReader, numbers: LinkNumbers): MarkupReader {
  let held: Held[] | undefined = [];
  let chars = 0;
  /** How many addresses have been read since the head of their list; -1 outside of it. */
  let listed = -1;
  /** The number of the last address, or of the title whose address comes next. */
  let last = '';

  function push(line: Line): Iterable<Block> {
    if (HEAD.test(line.text)) listed = 0;
    else if (listed >= 0 && line.text.trim() !== '' && !take(line.text)) return [...endList(), ...push(line)];
    const next = { line, isReference: listed >= 0 && line.text.trim() !== '' };
    if (!held) return read(next);
    held.push(next);
    chars += line.text.length;
    return chars > MAX_HELD ? release() : [];
  }

  /** Reads a line of the list; false for any other. */
  function take(text: string): boolean {
    const [, below] = BELOW_TITLE.exec(text) ?? [];
    const [, number = last, url = below] = REFERENCE.exec(text) ?? [];
    if (url !== undefined && number !== '') numbers.define(number, url.replace(/^file:\/\/(?:localhost)?(?=\/)/, ''));
    else if (!takeTitle(text)) return GROUP.test(text);
    if (url !== undefined) last = number;
    listed++;
    return true;
  }

  /** A title has the next number: anything else with a number belongs to another page. */
  function takeTitle(text: string): boolean {
    const [, number] = TITLED.exec(text) ?? [];
    if (number === undefined || !follows(Number(number), Number(last) + 1)) return false;
    last = number;
    return true;
  }

  /** Behind the list another page may come, with numbers and addresses of its own. */
  function endList(): Block[] {
    const page = listed > 0;
    listed = -1;
    last = '';
    if (!page) return [];
    const blocks = [...release()];
    numbers.reset();
    held = [];
    chars = 0;
    return blocks;
  }

  function* release(): Generator<Block> {
    const lines = held ?? [];
    held = undefined;
    for (const line of lines) yield* read(line);
    yield* reader.end();
  }

  function read({ line, isReference }: Held): Iterable<Block> {
    if (!isReference) return reader.push(line);
    return [...reader.end(), { kind: 'rule', text: line.text, parts: NO_PARTS, lines: [line] }];
  }

  return { push, end: release };
}
