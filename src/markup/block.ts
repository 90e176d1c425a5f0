// What every markup reader makes of the lines: blocks, as the page showed them.
import type { Line } from '../text/lines.ts';

/** A stretch of a block: plain text, or a link with the text that carries it ("" for an image without words). */
export interface Part {
  readonly text: string;
  /** Where the link leads, as the page wrote it; "" when the writer left it to a definition that is not there. */
  readonly url?: string;
}

/**
 * One block of the page. `text` has wrapped lines joined with one space and is free of markup;
 * `lines` are the input lines it came from, so that nothing is lost whatever becomes of it.
 */
export interface Block {
  /** `rule` is a line that only separates; `data` holds in `text` the JSON that a page carries for its own scripts. */
  readonly kind: 'heading' | 'paragraph' | 'item' | 'blank' | 'rule' | 'data';
  readonly text: string;
  /** Texts and links in their order; empty when the block is one text without a link. */
  readonly parts: readonly Part[];
  readonly lines: readonly Line[];
  /** The lines as the page showed them, where the input has marks of a quotation in front of them. */
  readonly shown?: readonly string[];
  /** It stands outside of the quotation that holds the page. */
  readonly aside?: true;
  /** Heading level, 1 to 6. */
  readonly level?: number;
  /** First and last line number, where several blocks share a line and `lines` went to another one. */
  readonly at?: readonly [number, number];
  /** What a `data` block is the data of. */
  readonly name?: string;
}

/** The name of a `data` block without text: an attribute was so long that it was not kept. */
export const TOO_LONG = 'too long';

/** Turns the lines of one page into blocks. */
export interface MarkupReader {
  /** Takes the next line; returns the blocks that it completes. Every line comes back in exactly one block. */
  push(line: Line): Iterable<Block>;
  /** Returns the blocks that are still open. */
  end(): Iterable<Block>;
}

/** How a scraper wrote a page down. One file each; the rows stand in `markups.ts`. */
export interface Markup {
  readonly name: string;
  readonly description: string;
  /** A page may be one line of any length: its lines say nothing. */
  readonly anyLines?: true;
  /** How sure the first lines of a page make it that this is the markup: 0 (no sign) to 1 (certain). */
  score(lines: readonly Line[]): number;
  /** Makes a reader; the first lines of the page show the habits of its writer. */
  open(look: readonly Line[]): MarkupReader;
  /** What it may be in detail, where it only says what stands in front of the lines of another markup. */
  readings?(lines: readonly Line[]): readonly Markup[];
}

/** How many lines have the pattern; `part` is a part of all that it takes, and quicker to find. */
export const count = (lines: readonly Line[], part: string, pattern: RegExp): number =>
  lines.reduce((sum, { text }) => sum + (text.includes(part) && pattern.test(text) ? 1 : 0), 0);

/** Whether so many marks of a markup among the lines of a page are its writer's habit, and not what one of its texts shows. */
export const isMuch = (marks: number, lines: readonly Line[]): boolean =>
  marks >= 2 && marks * MOST_LINES_A_MARK >= lines.reduce((sum, { text }) => sum + (isBlank(text) ? 0 : 1), 0);

const MOST_LINES_A_MARK = 10;

/** A text is cut behind so many lines: no abstract has so many, and memory must stay bounded. */
export const MAX_LINES = 2000;
/** The same in characters. */
export const MAX_TEXT: number = 1 << 20;

/** So many characters are held back to wait for the addresses of links; what is longer goes on without them. */
export const MAX_HELD = 8_000_000;

/** Whether a line shows nothing. */
export const isBlank = (text: string): boolean => text === '' || (!startsInk(text) && text.trim() === '');

/** Whether a text begins with a character that is neither white space nor far from ASCII; most lines are settled by it. */
export function startsInk(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > 32 && first < 127;
}

/** The block of an empty line. */
export const blank = (line: Line): Block => ({ kind: 'blank', text: '', parts: NO_PARTS, lines: [line] });

/** The block of a line that only separates. */
export const rule = (line: Line, text: string = line.text): Block => ({
  kind: 'rule',
  text,
  parts: NO_PARTS,
  lines: [line],
});

/** For blocks that are one text without a link. */
export const NO_PARTS: readonly never[] = [];

/** A text, or a link when there is a URL. */
export const partOf = (text: string, url?: string): Part => (url === undefined ? { text } : { text, url });

/** What parts show, one behind the other. */
export const textOf = (parts: readonly Part[]): string => parts.map((part) => part.text).join('');

/** Makes a block of its parts. */
export function blockOf(kind: Block['kind'], parts: readonly Part[], lines: readonly Line[]): Block {
  const linked = parts.some((part) => part.url !== undefined);
  return { kind, text: textOf(parts).trim(), parts: linked ? parts : NO_PARTS, lines };
}

/** The texts and links of a block in order, also where it is one text. */
export function partsOf(block: Block): readonly Part[] {
  return block.parts.length > 0 ? block.parts : [block];
}

/** The lines of a block as the page showed them. */
export const shownLines = ({ shown, lines }: Block): readonly string[] => shown ?? lines.map(({ text }) => text);
