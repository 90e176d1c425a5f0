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
  /** What marks an item in the input: `1)`, `-`. */
  readonly mark?: string;
  /** Heading level, 1 to 6. */
  readonly level?: number;
  /** First and last line number, where several blocks share a line and `lines` went to another one. */
  readonly at?: readonly [number, number];
  /** What a `data` block is the data of. */
  readonly name?: string;
}

/** The name of a `data` block without text: an attribute was so long that it was not kept. */
export const TOO_LONG = 'too long';

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

/**
 * A text of a block, with its mark where it is the whole block and of an abstract: a number stands there in the abstract itself, and so does a dash below a text
 * of it (`isBelow`); in front of a whole text a dash is the writer's.
 */
export const withMark = (shown: string, { text, mark }: Block, isBelow: boolean): string =>
  mark !== undefined && shown === text && (isBelow || /\d/.test(mark)) ? `${mark} ${shown}` : shown;

/** The lines of a block as the page showed them. */
export const shownLines = ({ shown, lines }: Block): readonly string[] => shown ?? lines.map(({ text }) => text);
