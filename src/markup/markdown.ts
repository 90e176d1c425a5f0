// Markdown as scrapers write it: headings, items, paragraphs, and links that go on over blank lines.
import { parseShownDate } from '../text/dates.ts';
import type { Line } from '../text/lines.ts';
import { type Block, blank, blockOf, rule, textOf } from './block.ts';
import { breaksAtHyphens } from './hyphens.ts';
import { type InlineHabits, mendBrokenWords, readInline } from './inline.ts';
import { isBlank, isMuch, linesWith, startsInk } from './look.ts';
import type { Markup, MarkupReader } from './markup.ts';
import { OpenBlock } from './open-block.ts';
import { indentOf } from './wrapped.ts';

/** Markdown with its links inline. */
export const markdown: Markup = {
  name: 'markdown',
  description: 'Markdown with links, as reader tools and crawlers write it',
  score,
  open: (look) => readMarkdown(habitsOf(look)),
};

/** Headings, and links at the start of lines; abstracts have either at times, but not in so many of a page's lines. */
function score(lines: readonly Line[]): number {
  const headings = linesWith(lines, '#', /^ {0,3}#{1,6} \S/);
  const links = linesWith(lines, '](', /(?<!\\)\[[^[\]]{0,300}\]\((?:https?:|[/#.<])/);
  const first = links > 0 ? linesWith(lines, '](', /^\W*(?:\d+[.)] )?\[[^[\]]{0,300}\]\(/) : 0;
  if (headings + first > 0 && isMuch(headings + links, lines)) return 0.5;
  if (headings >= 3 && isMuch(headings * 3, lines)) return 0.3; // its links were left out, its abstracts wrapped
  if (headings > 0 && linesWith(lines, ':', /^:\s{1,4}Title:/) > 0) return 0.3; // arXiv's listings are lists of definitions
  return headings >= 2 && linesWith(lines, '<', CONTAINER) >= 2 ? 0.02 : 0; // pandoc leaves most of a page's tags in
}

/** The first lines of a page are asked about once for each markup that is tried, and once more to read it. */
const asked = new WeakMap<readonly Line[], InlineHabits>();

/** The habits of the writer of a page. */
export function habitsOf(look: readonly Line[]): InlineHabits {
  const known = asked.get(look);
  if (known !== undefined) return known;
  const habits = {
    escapes: escapesPunctuation(look),
    wrapsHeadings: wrapsHeadings(look),
    breaksAtHyphens: breaksAtHyphens(look),
  };
  asked.set(look, habits);
  return habits;
}

/** Whether the writer of the page wraps headings like any other text: only long ones go on in the next line. */
function wrapsHeadings(look: readonly Line[]): boolean {
  const goOn = look.filter(({ text }, i) => isHeading(text) && !isBlank(look[i + 1]?.text ?? ''));
  const isWrapped = goOn.every(({ text }) => text.length >= LONG_HEADING);
  return goOn.length > 0 && isWrapped && linesWith(look, '#', HEADING) > goOn.length;
}

const LONG_HEADING = 60;

/** Whether the writer of the page put backslashes before its punctuation, rather than the page showing LaTeX. */
function escapesPunctuation(look: readonly Line[]): boolean {
  let escaped = 0;
  let bare = 0;
  /** Addresses that a writer left as they were say nothing against its escapes elsewhere. */
  let inAddresses = 0;
  for (const { text } of look) {
    const all = text.replace(/\]\([^()\s]*/g, '');
    const prose = all.replace(ADDRESSES, '');
    escaped += (prose.match(ESCAPED)?.length ?? 0) + (prose.match(ESCAPED_IN_LATEX)?.length ?? 0) / 2;
    for (const address of all.includes('://') ? (all.match(ADDRESSES) ?? []) : []) inAddresses += escapesIn(address);
    if (/[)\]]\{[.#]\w/.test(text)) escaped += 3; // only pandoc writes classes behind links, and it always escapes
    bare += prose.match(/[^\s\\_*](?:_|\*)[^\s_*]/g)?.length ?? 0;
  }
  return escaped + Math.max(0, inAddresses) / 2 > Math.max(bare, ONE_IN_LATEX);
}

const ADDRESSES = /https?:\/\/\S+/g;
/** How many underscores of an address have a backslash more than have none: no address has one of its own, but LaTeX's. */
const escapesIn = (address: string): number =>
  (address.match(/\\_/g)?.length ?? 0) - (address.match(/(?<!\\)_/g)?.length ?? 0);

/** Backslashes that no LaTeX has: before Markdown's own signs, in "don't", before a lone vote, doubled before LaTeX's escapes and words. */
const ESCAPED = /^\\-$|\\[*[\]`+<@]|\w\\'(?:[dmst]|ll|re|ve)(?![a-z])|\\\^\d|\\\\[%&$_#,;{}]|\\\\[a-z]{2}/gi;
/** Those that LaTeX has too, in few texts: one alone says nothing. */
const ESCAPED_IN_LATEX = /(?<!\\)\\[_#>~.-]/g;
const ONE_IN_LATEX = 0.5;

/** A link may go on over so many lines; then its bracket is taken for text. */
const MAX_LINK_LINES = 120;

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
const OPENS_LINK = /^(?:\s*#{1,6}\s)?\W*\[/;
const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])(?:\s+|$)/;
/** Items in items stand on one line where the outer one has no text. */
const ITEM_MARK = /^\s*(?:(?:[-*+•](?:\s+|$))+|\d{1,3}[.)](?:\s+|$))/;
/** "6. Feb.", with the link to its comments behind it, is a day in many languages. */
const NUMBER_AND_WORD = /^\s*(\d{1,2}\. \p{L}{3,12}\.?(?: \d{4})?)\s*(?:\[|$)/u;
/** What a definition list says of the line above. */
const DEFINITION = /^:\s{1,4}\S/;
const RULE = /^\s{0,3}(?:-[- ]{2,}|\*[* ]{2,}|_[_ ]{2,}|={3,}|`{3,}\w*|~{3,}\w*)$/;
/** Where pandoc writes down that a part of the page begins or ends. */
const CONTAINER =
  /^\s*(?:(?::\s{1,4})?:{3,}(?:\s*[\w{].*)?|<\/?(?:div|section|main|article|header|footer|nav)(?:\s[^<>]*)?>)\s*$/;
const UNDERLINE = /^(?:={3,}|-{3,})\s*$/;

/** Makes the reader that Markdown and reference links share. */
export function readMarkdown(habits: InlineHabits): MarkupReader {
  const block = new OpenBlock();
  /** Brackets that the lines so far left open. */
  let depth = 0;
  /** The first of them began a line: it may be a link that goes on over blank lines. */
  let opensLink = false;
  /** How many lines stand before the first blank one inside such a link. */
  let paragraphEnd = 0;

  function close(read = toBlock): Block[] {
    depth = paragraphEnd = 0;
    return block.close((lines) => read(lines, habits));
  }

  function hold(line: Line, bracketsCount: boolean): void {
    block.hold(line);
    if (!bracketsCount) return;
    const before = depth;
    depth = bracketDepth(line.text, before, /(?:^|\s)\[\s*$/.test(block.lines[0]?.text ?? ''));
    if (before === 0 && depth > 0) opensLink = OPENS_LINK.test(line.text);
  }

  const isInLink = (): boolean => depth > 0 && opensLink;

  function push(line: Line): readonly Block[] {
    const done: Block[] = [];
    while (isInLink() && isText(line.text)) done.push(...giveUp());
    done.push(...(isInLink() ? goOn(line) : read(line, true)));
    return done;
  }

  /** Whether a line shows that the open bracket above it was no link's. */
  const isText = (text: string): boolean =>
    (paragraphEnd > 0 || isBlank(text)) &&
    (block.lines.length >= MAX_LINK_LINES || block.isLong || /^#{1,6} \[/.test(text));

  /** Reads a line outside an open bracket; one that was text after all is not looked for again. */
  function read(line: Line, bracketsCount: boolean): Block[] {
    const { text } = line;
    if (isBlank(text)) return [...close(), blank(line)];
    if (isRule(text))
      return block.lines.length > 0 && UNDERLINE.test(text) ? underline(line) : [...close(), rule(line, text.trim())];
    const above = startsBlock(text, block.lines, habits.wrapsHeadings === true) ? close() : [];
    hold(line, bracketsCount);
    return block.isLong ? [...above, ...close()] : above;
  }

  function underline(line: Line): Block[] {
    block.hold(line);
    return close(toUnderlined);
  }

  /** Reads a line inside an open bracket that may be a link's. */
  function goOn(line: Line): Block[] {
    if (isBlank(line.text)) paragraphEnd ||= block.lines.length;
    hold(line, true);
    const ends = paragraphEnd > 0 ? depth === 0 : block.isLong || (depth === 0 && endsLink(line.text));
    return ends ? close() : [];
  }

  /** The bracket was text after all: what came behind its paragraph is read anew. */
  function giveUp(): Block[] {
    const rest = block.lines.splice(paragraphEnd || block.lines.length);
    return [...close(), ...rest.flatMap((line) => read(line, false))];
  }

  return { push, end: () => (paragraphEnd === 0 ? close() : [...giveUp(), ...close()]) };
}

const isHeading = (text: string): boolean => (text.startsWith('#') || !startsInk(text)) && HEADING.test(text);

const isRule = (text: string): boolean =>
  (!startsInk(text) || '-*_=`~:<'.includes(text.charAt(0))) && (RULE.test(text) || CONTAINER.test(text));

const isItem = (text: string): boolean =>
  ITEM.test(text) && parseShownDate(NUMBER_AND_WORD.exec(text)?.[1] ?? '') === undefined;

/**
 * Whether a line ends the block above it: a wrapped sentence may have a dash or a number at the start of a line; a
 * heading has one line, and those of its title that are set in (titles on arXiv are wrapped so).
 */
function startsBlock(text: string, lines: readonly Line[], wrapsHeadings: boolean): boolean {
  const above = lines.at(-1)?.text;
  if (above === undefined) return false;
  if (isHeading(text) || /^\s*!?\[\s*$/.test(text) || DEFINITION.test(text)) return true;
  if (isItem(text) && (ITEM.test(above) || isNextOfList(text, above) || !isMidSentence(text, above))) return true;
  // Set in, but less than the item above, it is none of its text: inscriptis leaves no blank line behind a list.
  if (isItem(lines[0]?.text ?? '') && text.startsWith(' ') && isSetOut(text, lines[0]?.text ?? '')) return true;
  const isLonger = wrapsHeadings && above.length >= LONG_HEADING;
  return isHeading(lines[0]?.text ?? '') && !text.startsWith('  ') && !isLonger && !opensAnchor(lines);
}

/** Whether a line is less set in than the one above. */
const isSetOut = (text: string, above: string): boolean => indentOf(text) < indentOf(above);

/** A numbered item below text that is set in, and is not so itself, goes on with the list that the text is an item of. */
const isNextOfList = (text: string, above: string): boolean => /^\s*\d/.test(text) && isSetOut(text, above);

const isMidSentence = (text: string, above: string): boolean =>
  /^\s*\d/.test(text) || (text.length > 30 && above.length > 40 && !/[.!?:)\]"']\s*$|:\/\/\S+\s*$/.test(above));

/** Whether a link that was left as a tag goes on behind these lines: pandoc wraps headings so. */
const opensAnchor = (lines: readonly Line[]): boolean =>
  lines.length < MAX_ANCHOR_LINES &&
  /<a\s/.test(lines[0]?.text ?? '') &&
  !lines.some((line) => line.text.includes('</a>'));

const MAX_ANCHOR_LINES = 8;

const endsLink = (text: string): boolean => /[)\]]\s*$/.test(text);

/**
 * How many brackets are open after a line; a closing one without an opening one counts nothing. Where the first stands alone
 * at the end of its line (`isAlone`), only what leads somewhere closes it, and does so whatever stands open in the text.
 */
function bracketDepth(text: string, open: number, isAlone: boolean): number {
  let depth = open;
  if (open === 0 && !text.includes('[')) return 0;
  if (isAlone && open > 0 && /^\s*\](?:\(|\[\d+\])/.test(text)) return 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 92) i++;
    else if (char === 91) depth++;
    else if (char === 93 && depth > (isAlone ? 1 : 0)) depth--;
  }
  return depth;
}

/** A heading, whose last line is the one below it. */
function toUnderlined(lines: readonly Line[], habits: InlineHabits): Block {
  const level = lines.at(-1)?.text.startsWith('=') ? 1 : 2;
  return { ...blockOf('heading', readInline(joined(lines.slice(0, -1)), habits), lines), level };
}

function toBlock(lines: readonly Line[], habits: InlineHabits): Block {
  const first = lines[0]?.text ?? '';
  const heading = isHeading(first) ? HEADING.exec(first) : null;
  if (heading) {
    const rest = lines.slice(1).map((line) => line.text.trim().replace(/^#{1,6}\s+/, '')); // Rust's html2text marks each line
    const title = (heading[2] ?? '').replace(/(?<!#)#+$/, '').trimEnd();
    const shown = [title.replace(/\{#[^{}]*\}$/, ''), ...rest].join('\n');
    return { ...blockOf('heading', readInline(shown, habits), lines), level: heading[1]?.length ?? 1 };
  }
  const kind = isItem(first) ? 'item' : 'paragraph';
  const text = joined(lines);
  const mark = kind === 'item' ? (ITEM_MARK.exec(text)?.[0] ?? '') : '';
  const read = blockOf(kind, readInline(text.slice(mark.length), habits), lines);
  const block = mark === '' ? read : { ...read, mark: mark.trim() };
  if (lines.length === 1 || block.parts.length > 0) return block;
  const mended = habits.breaksAtHyphens ? mendBrokenWords(text) : text;
  const isEscaped = habits.escapes && text.includes('\\');
  if (mended === text && !isEscaped) return block;
  const shown = mended.split('\n');
  return { ...block, shown: isEscaped ? shown.map((line) => textOf(readInline(line, habits))) : shown };
}

const joined = (lines: readonly Line[]): string => lines.map((line) => line.text.trim()).join('\n');
