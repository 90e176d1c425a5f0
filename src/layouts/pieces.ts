// The lines of a block as pieces of their own, for pages that say one thing in each line.
import { type Block, partsOf, shownLines } from '../markup/block.ts';

/** One line of a block, or the block itself where its lines say nothing of what the page showed. */
export interface Piece {
  readonly text: string;
  readonly urls: readonly string[];
  /** Numbers of its first and last line. */
  readonly first: number;
  readonly last: number;
}

/** Cuts a block of plain text into its lines; a block with links, or of HTML, is one piece. */
export function piecesOf(block: Block): Piece[] {
  if (block.parts.length === 0 && block.at === undefined && block.lines.length > 1 && !block.lines.some(hasSpan))
    return shownLines(block).map((text, i) => pieceOf(text, block.lines[i]?.number ?? 1));
  const first = block.at?.[0] ?? block.lines[0]?.number ?? 1;
  const last = block.at?.[1] ?? block.lines.at(-1)?.number ?? first;
  return [{ text: shown(block.text), urls: partsOf(block).flatMap(({ url }) => url ?? []), first, last }];
}

const pieceOf = (text: string, line: number): Piece => ({ text: shown(text), urls: [], first: line, last: line });

/** Pandoc leaves tags or classes within a text, and wraps it. */
const hasSpan = ({ text }: Block['lines'][number]): boolean => /<span[\s>]|\]\{[.#]/.test(text);

/** Scrapers write a colon in front of what a definition list says. */
const shown = (text: string): string => text.replace(/^\s*:\s+/, '').trim();
