// What a markup is: it knows one way in which scrapers write a page down, and turns its lines into blocks.
import type { Line } from '../text/lines.ts';
import type { Block } from './block.ts';

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
