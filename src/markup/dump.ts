// Text as a text browser lays a page out (lynx, w3m, inscriptis, pandoc -t plain): bullets, names of pictures, lines wrapped at one width.
import type { Line } from '../text/lines.ts';
import { type Block, blank, blockOf, type Part, partOf, rule } from './block.ts';
import { readAddresses } from './link-addresses.ts';
import { hasLinkNumbers, type LinkNumbers, linkNumbers } from './link-numbers.ts';
import { isBlank, linesWith } from './look.ts';
import type { Markup, MarkupReader } from './markup.ts';
import { OpenBlock } from './open-block.ts';
import { isSeparator } from './plain.ts';
import { isUrlLine } from './url-lines.ts';
import { areCentred, indentOf, isFull, joinWrapped, type Wrapping, wrappingOf } from './wrapped.ts';

/** A page without any markup but its layout; links are numbered, or lost. */
export const dump: Markup = {
  name: 'dump',
  description: 'text as text browsers lay it out (lynx, w3m, inscriptis)',
  score,
  open,
};

/** The numbers of links are a sure sign; bullets are one that plain text shows too; the rest is tried last. */
function score(look: readonly Line[]): number {
  if (linesWith(look, '\\\\', /^\s*\\\\$/) >= 2) return 0; // a mailing
  if (hasLinkNumbers(look)) return 0.75;
  return look.filter(({ text }) => SET_IN.test(text)).length >= 2 ? 0.2 : 0.04;
}

/** A bullet as only the layout of a page has it: set in, or with room behind it. */
const SET_IN = /^\s{2,}[*•◦▪+o#@](?:\s|$)|^-\s{3}\S/;

/** Elinks writes the number of a link around an item in front of its bullet. */
const BULLET = /^\s*(?:\[\d+\])?[*•◦▪](?:\s|$)|^\s{4,}[+o#@-](?:\s|$)|^\s*-(?:\s{3}|$)/;
const BULLET_MARK = /^\s*[*•◦▪+o#@-](?:\s+|$)/;

/** Text browsers write a picture as its file's name, pandoc as what it is called, both in brackets; lynx marks buttons. */
const PICTURE = /^\[(?!\d+\])[^[\]\s]{0,80}\](?=\S|$)|\[\]|\(BUTTON\) ?/g;

/** Without numbers of links, one in brackets is the name of a picture too. */
const LONE_PICTURE = /^\[[^[\]\s]{1,80}\]$/;

function open(look: readonly Line[]): MarkupReader {
  const numbers = linkNumbers(look);
  const reader = readLaidOut(isPandocs(look) ? NEVER_APART : wrappingOf(look), numbers);
  return numbers ? readAddresses(reader, numbers) : reader;
}

/** Pandoc wraps no headings, so lines do not tell its width; but it leaves a blank line between any two texts. */
const isPandocs = (look: readonly Line[]): boolean =>
  look.filter(({ text }) => PANDOC_ITEM.test(text)).length >= 2 && !look.some(({ text }) => OTHER_ITEM.test(text));

const PANDOC_ITEM = /^- {3}\S/;
const OTHER_ITEM = /^\s{2,}[*•◦▪+o#@]\s/;

const NEVER_APART: Wrapping = { widthAt: () => 0, tears: false };

function readLaidOut(wrapping: Wrapping, numbers: LinkNumbers | undefined): MarkupReader {
  const block = new OpenBlock();
  const close = (): Block[] => block.close((lines) => toBlock(lines, wrapping, numbers));
  /** Below "References" lynx may list addresses without numbers. */
  let listed = false;

  function push(line: Line): Block[] {
    if (isBlank(line.text)) return [...close(), blank(line)];
    listed = HEAD.test(line.text) || (listed && isUrlLine(line.text));
    if (listed || isRule(line.text)) return [...close(), rule(line)];
    const done = block.isLong || startsBlock(line.text, block.lines, wrapping) ? close() : [];
    block.hold(line);
    return done;
  }

  return { push, end: close };
}

/** Whether a line only separates: fields of forms are drawn so too, with a number, and elinks lists addresses without one. */
const isRule = (text: string): boolean => isSeparator(text.trimStart()) || RULE.test(text);

const HEAD = /^\s*(?:References|(?:Visible|Hidden) links:?)\s*$/;

const RULE = /^\s*(?:(?:\[\d+\]|[*•] )?[-=_═─━]{5,}|\. \S.*|(?:Visible|Hidden) links:?)\s*$|^\t(?:file|https?):\S+\s*$/;

/** Whether a line is no continuation of the one above: it has a bullet or a label, is set in otherwise, or its first word would have had room there. */
function startsBlock(text: string, lines: readonly Line[], { widthAt }: Wrapping): boolean {
  const above = lines.at(-1)?.text;
  if (above === undefined) return false;
  if (/^\s*(?:\[\d+\])?[*•◦▪]/.test(text) && BULLET.test(text)) return true;
  if (FIELD.test(text) || DATED.test(text) || DATED.test(above)) return true;
  const width = widthAt(above);
  if (areCentred(above, text, width)) return false;
  const isTerm = lines.length === 1 && indentOf(text) > indentOf(above); // set in as what it defines, where it goes on
  if (!isFull(above, text, width)) return !(isTerm && OPEN.test(above));
  return !isTerm && !isItem(lines) && indentOf(text) !== indentOf(above);
}

/** A bracket is open at the end of the line. */
const OPEN = /[([][^()[\]]*$/;

/** Pages that say one thing in each line name it. */
const FIELD =
  /^\s*\[\d+\] arXiv:|^\s*Submitted by(?: \S+)?$|^\s*(?:Title|Authors?|Comments|Subjects|Journal-ref|(?:Related )?DOI|Report(?:-no| number)|(?:ACM|MSC)-class):(?:\s|$)/;

/** The end of what is known of a paper: its date, and the number of comments. */
const DATED = /·\s?(?:Published on )?[A-Z][a-z]{2} \d{1,2}(?:, \d{4,7})?(?:\[\d+\])?\s?\d*\s*$/;

function toBlock(lines: readonly Line[], wrapping: Wrapping, numbers: LinkNumbers | undefined): Block {
  const text = joinWrapped(lines, wrapping);
  const joined = numbers || !LONE_PICTURE.test(text) ? text : '';
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
  return partOf(shown, url);
}
