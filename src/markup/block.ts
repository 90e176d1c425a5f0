// What every markup reader makes of the lines: blocks, as the page showed them.
import type { Line } from '../text/lines.ts';

/** A link inside a block: where it leads and the text that carries it ("" for an image without words). */
export interface Anchor {
  readonly url: string;
  readonly text: string;
}

/**
 * One block of the page. `text` has wrapped lines joined with one space and is free of markup;
 * `lines` are the input lines it came from, so that nothing is lost whatever becomes of it.
 */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'blank' | 'rule';
  readonly text: string;
  readonly anchors: readonly Anchor[];
  readonly lines: readonly Line[];
  /** Heading level, 1 to 6. */
  readonly level?: number;
}

/** Turns the lines of one page into blocks. */
export interface MarkupReader {
  /** Takes the next line; returns the blocks that it completes. Every line comes back in exactly one block. */
  push(line: Line): readonly Block[];
  /** Returns the blocks that are still open. */
  end(): readonly Block[];
}

/** How a scraper wrote a page down. One file each; the rows stand in `markups.ts`. */
export interface Markup {
  readonly name: string;
  readonly description: string;
  /** How sure the first lines of a page make it that this is the markup: 0 (no sign) to 1 (certain). */
  score(lines: readonly Line[]): number;
  open(): MarkupReader;
}
