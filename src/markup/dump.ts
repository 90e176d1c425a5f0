// Text as a text browser lays a page out (lynx, w3m, inscriptis, pandoc -t plain): bullets, names of pictures, lines wrapped at one width.
import type { Line } from '../text/lines.ts';
import { type Block, blank, blockOf, count, type Markup, type MarkupReader, NO_PARTS, type Part } from './block.ts';
import { hasLinkNumbers, type LinkNumbers, linkNumbers, readReferences } from './link-numbers.ts';
import { isSeparator, joinLines } from './plain.ts';

/** A page without any markup but its layout; links are numbered, or lost. */
export const dump: Markup = {
  name: 'dump',
  description: 'text as text browsers lay it out (lynx, w3m, inscriptis)',
  score,
  open,
};

/** The numbers of links are a sure sign; bullets are one that plain text shows too; the rest is tried last. */
function score(look: readonly Line[]): number {
  if (count(look, '\\\\', /^\s*\\\\$/) >= 2) return 0; // a mailing
  if (hasLinkNumbers(look)) return 0.75;
  return look.filter(({ text }) => SET_IN.test(text)).length >= 2 ? 0.2 : 0.04;
}

/** A bullet as only the layout of a page has it: set in, or with room behind it. */
const SET_IN = /^\s{2,}[*•◦▪+o#@](?:\s|$)|^-\s{3}\S/;

const BULLET = /^\s*[*•◦▪](?:\s|$)|^\s{4,}[+o#@-](?:\s|$)|^\s*-(?:\s{3}|$)/;
const BULLET_MARK = /^\s*[*•◦▪+o#@-](?:\s+|$)/;

/** Text browsers write a picture as its file's name, pandoc as what it is called, both in brackets; lynx marks buttons. */
const PICTURE = /^\[(?!\d+\])[^[\]\s]{0,80}\](?=\S|$)|\[\]|\(BUTTON\) ?/g;

/** W3m wraps lines between any two marks. */
const TORN = /([\^_]) \{/g;

/** A paragraph is cut here: no abstract has so many lines, and memory must stay bounded. */
const MAX_LINES = 2000;

function open(look: readonly Line[]): MarkupReader {
  const numbers = linkNumbers(look);
  const reader = readLaidOut(widthOf(look), numbers);
  return numbers ? readReferences(reader, numbers) : reader;
}

function readLaidOut(width: number, numbers: LinkNumbers | undefined): MarkupReader {
  let lines: Line[] = [];

  function close(): Block[] {
    if (lines.length === 0) return [];
    const block = toBlock(lines, numbers);
    lines = [];
    return [block];
  }

  function push(line: Line): Block[] {
    const { text } = line;
    if (text === '' || text.trim() === '') return [...close(), blank(line)];
    if (isSeparator(text.trimStart())) return [...close(), { kind: 'rule', text, parts: NO_PARTS, lines: [line] }];
    const above = lines.at(-1)?.text;
    const done =
      above !== undefined && (lines.length >= MAX_LINES || startsBlock(text, above, isItem(lines), width))
        ? close()
        : [];
    lines.push(line);
    return done;
  }

  return { push, end: close };
}

/** Whether a line is no continuation of the one above: it has a bullet, is set in otherwise, or its first word would have had room there. */
function startsBlock(text: string, above: string, isItem: boolean, width: number): boolean {
  if (/^\s*[*•◦▪]/.test(text) && BULLET.test(text)) return true;
  if (areCentred(above, text)) return false;
  if (!isItem && indentOf(text) !== indentOf(above)) return true;
  const word = /\S+/.exec(text)?.[0].length ?? 0;
  return above.length + 1 + word <= width;
}

/** Lynx centres the first heading of a page, and wraps it so. */
function areCentred(above: string, text: string): boolean {
  const [left, right] = [indentOf(above), indentOf(text)];
  if (left < 3 || right < 3 || left === right || above.length < LEAST_WIDTH || LABEL.test(text)) return false;
  return Math.abs(left + above.length - (right + text.length)) <= 2;
}

/** "Title: ", at the beginning of a line. */
const LABEL = /^\s*[A-Z][\w-]{2,16}: /;

/** Nothing is wrapped at less, and what has longer lines is not wrapped at all. */
const LEAST_WIDTH = 48;
const UNWRAPPED = 160;

/** The column at which the page's lines are wrapped; unlimited when they are not. A few stand out: those of long addresses, or a scraper's own. */
function widthOf(look: readonly Line[]): number {
  const lengths = look.flatMap(({ text }) =>
    text.length >= LEAST_WIDTH && /\S\s+\S+\s+\S/.test(text) ? text.length : [],
  );
  lengths.sort((a, b) => b - a);
  const width = lengths[Math.floor(lengths.length / 20)] ?? LEAST_WIDTH;
  return width >= UNWRAPPED ? Number.POSITIVE_INFINITY : width;
}

const indentOf = (text: string): number => text.length - text.trimStart().length;

function toBlock(lines: readonly Line[], numbers: LinkNumbers | undefined): Block {
  const joined = joinLines(lines).replace(TORN, '$1{');
  const item = isItem(lines);
  const parts = numbers ? numbers.read(joined) : [{ text: joined }];
  const shown = parts
    .map((part, i) => tidy(part, i === 0 && item))
    .filter((part) => part.text !== '' || part.url !== undefined);
  const at = [lines[0]?.number ?? 0, lines.at(-1)?.number ?? 0] as const;
  return { ...blockOf(item ? 'item' : 'paragraph', shown, lines), at };
}

const isItem = (lines: readonly Line[]): boolean => BULLET.test(lines[0]?.text ?? '');

function tidy({ text, url }: Part, bullet: boolean): Part {
  const shown = (bullet ? text.replace(BULLET_MARK, '') : text).replace(PICTURE, '');
  return url === undefined ? { text: shown } : { text: shown, url };
}
