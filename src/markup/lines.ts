// Text in which every line is a piece of the page: what BeautifulSoup's get_text("\n") and its kin give.

import type { Line } from '../text/lines.ts';
import { endsSentence } from '../text/sentences.ts';
import { type Block, blank, NO_PARTS } from './block.ts';
import { MAX_LINES } from './limits.ts';
import type { Markup, MarkupReader } from './markup.ts';
import { attachUrls, hasUrlLines, isUrlLine } from './url-lines.ts';
import { isFull, UNWRAPPED } from './wrapped.ts';

/** The texts of a page, one a line, with or without blank lines between. Tried late, unless many lines end early. */
export const lines: Markup = {
  name: 'lines',
  description: 'one line for each text of the page (get_text)',
  score,
  open,
};

/** Paragraphs with lines that end long before there is no room are none; labels have lines of their own in any text. */
function score(look: readonly Line[]): number {
  if (look.some(({ text }) => text.startsWith('\\\\') || LABELLED.test(text))) return weakly(look);
  const texts = look.map(({ text }) => text.trim());
  const pairs = texts
    .slice(1)
    .flatMap((below, i) => (below === '' || texts[i] === '' ? [] : [[texts[i] ?? '', below]]));
  const early = pairs.filter(([above = '', below = '']) => endsEarly(above, below) && !goesOn(above)).length;
  const long = pairs.filter(([above = '', below = '']) => isAboveLong(above, below) && !goesOn(above)).length;
  return (early >= LEAST_EARLY || long >= LEAST_LONG) && (early + long) * 2 > pairs.length ? 0.15 : weakly(look);
}

const weakly = (look: readonly Line[]): number =>
  look.some(({ text }) => text.length >= UNWRAPPED) || look.filter(({ text }) => LONE_MARK.test(text)).length > 3
    ? 0.05
    : 0;

/** Two lines together that are so short would have had room in one, and so many of them are no accident. */
const EARLY = 50;
const LEAST_EARLY = 4;
/** The same of lines right above one that is longer than wrapped lines are: a title, and its abstract in a line of its own. */
const LEAST_LONG = 2;

const endsEarly = (above: string, below: string): boolean => above.length + below.length < EARLY;
const isAboveLong = (above: string, below: string): boolean => above.length < UNWRAPPED && below.length >= UNWRAPPED;

const LABELLED = /^\s*(?:Title|Authors?|Comments|Subjects|Categories|Date): \S/;

/** A mark that stood between two links of a line. */
const LONE_MARK = /^\s*[[\],;|·]\s*$/;
/** At most this many characters of a text are put together: lists of names and links are shorter. */
const MAX_CHARS = 10_000;

const LABEL = /^[A-Z][A-Za-z-]{2,16}(?: [A-Za-z]{2,8})?:$/;

/** Whether a text goes on in the next line: behind an open bracket, a comma, a label. */
function goesOn(text: string): boolean {
  const closed = text.lastIndexOf(']');
  return text.lastIndexOf('[') > closed + (closed < 0 ? 0 : 1) || text.endsWith(',') || LABEL.test(text);
}

/** A line that the one before goes on in: marks that begin no text. */
const CLOSES = /^(?:[,;.:?!)\]]|\[$|\[ ?[a-z]+(?: ?, [a-z]+)* ?\]$|\((?!\d+\)))/;

/** The most characters that a line of a text has, and one of a title. */
interface Widths {
  readonly text: number;
  readonly title: number;
}

/** Texts of arXiv keep its line ends; a title begins behind its label there. */
const ARXIV: Widths = { text: 79, title: 79 - 'Title: '.length };

/** The width at which a mail program or a printer wrapped the page, if one did: sentences show it that go on in the next line. */
function widthsOf(look: readonly Line[]): Widths {
  const broken = look
    .map(({ text }, i) => [text.trimEnd(), look[i + 1]?.text.trim() ?? ''] as const)
    .filter(
      ([above, below]) => above.length >= SHORT && above.length < UNWRAPPED && BELOW.test(below) && !goesOn(above),
    )
    .filter(([above]) => !endsSentence(above));
  const width = Math.max(...broken.map(([above]) => above.length));
  const full = broken.filter(([above, below]) => isFull(above, below, width));
  const isWrapped =
    full.length >= LEAST_BROKEN && full.length * 10 >= broken.length * 9 && look.every(isNoLonger(width));
  return isWrapped ? { text: width, title: width } : ARXIV;
}

/** How the rest of a sentence begins. */
const BELOW = /^\p{Ll}+[ ,.;:)-]/u;
const LEAST_BROKEN = 4;

/** Whether a line with several words has no more characters. */
const isNoLonger =
  (width: number) =>
  ({ text }: Line): boolean =>
    text.trimEnd().length <= width || !/\S\s+\S+\s+\S/.test(text);

/** The last line of a text seldom is that short without a full stop; what stands below a text is. */
const SHORT = 45;
/** The shortest text that may be a title. */
const TITLE = 15;

/**
 * Whether a text that was wrapped where it comes from goes on in the next line: its first word had no room. A capital
 * letter behind a line without a full stop may begin the abstract below a title, unless the line itself is below one.
 */
function isWrapped(above: string, line: string, isAbstract: boolean, widths: Widths): boolean {
  if (above.length > widths.text || line.length > widths.text || LABEL.test(line)) return false;
  const text = line.trim();
  if (/^ {2}\S/.test(line) && !above.startsWith(' ')) return isFull(above, text, widths.title) && !endsSentence(above);
  const isTitle = !isAbstract && above.length >= TITLE && /^\p{Ll}/u.test(text) && !endsSentence(above);
  if (!isFull(above, text, isTitle ? widths.title : widths.text)) return false;
  if (endsSentence(above)) return text.length >= SHORT || endsSentence(text);
  return isAbstract || !/^\p{Lu}/u.test(text);
}

/** A text that may go on, and the empty lines below it. */
interface Held {
  readonly block: Block;
  readonly blanks: Line[];
  /** It is no title: it has wrapped lines, or a title above it. */
  readonly isAbstract: boolean;
}

function open(look: readonly Line[]): MarkupReader {
  /** Addresses have lines of their own, and go with the text above them. */
  const ownUrls = hasUrlLines(look);
  const widths = widthsOf(look);
  let held: Held | undefined;

  function push(line: Line): Block[] {
    const text = line.text.trim();
    if (text === '') {
      if (!held) return [blank(line)];
      held.blanks.push(line);
      return held.blanks.length < MAX_LINES ? [] : release();
    }
    const isUrl = ownUrls && (isUrlLine(text) || (held !== undefined && isUrlLine(held.block.text)));
    const longer = held && !isUrl ? goOn(held, line, text, widths) : undefined;
    const isAbstract = held !== undefined && isTitle(held);
    const done = longer ? [] : release();
    held = longer ?? { block: { kind: 'paragraph', text, parts: NO_PARTS, lines: [line] }, blanks: [], isAbstract };
    return done;
  }

  function release(): Block[] {
    const done = held ? [held.block, ...held.blanks.map(blank)] : [];
    held = undefined;
    return done;
  }

  const reader = { push, end: release };
  return ownUrls ? attachUrls(reader) : reader;
}

/** What is held together with the next line, unless that begins a text of its own. */
function goOn({ block, blanks, isAbstract }: Held, line: Line, text: string, widths: Widths): Held | undefined {
  const above = blanks.length === 0 ? block.lines.at(-1)?.text.trimEnd() : undefined;
  const wrapped = above !== undefined && isWrapped(above, line.text.trimEnd(), isAbstract, widths);
  if (!wrapped && !goesOn(block.text) && !CLOSES.test(text)) return undefined;
  if (block.lines.length + blanks.length >= MAX_LINES || block.text.length >= MAX_CHARS) return undefined;
  const gap = /^[,;.:?!)\]]/.test(text) || block.text.endsWith('[') ? '' : ' ';
  const whole = block.text + gap + text;
  const lines = [...block.lines, ...blanks, line];
  return {
    block: { ...block, text: whole, parts: [{ text: whole }], lines },
    blanks: [],
    isAbstract: isAbstract || wrapped,
  };
}

/** Whether an abstract may come right below. */
const isTitle = ({ block, blanks }: Held): boolean =>
  blanks.length === 0 && block.text.length >= TITLE && !/[.!]$/.test(block.text);
