// The lines that a block of a saved page shows: mails in plain text are nothing else.
import type { Line } from '../text/lines.ts';
import { type Block, shownLines } from './block.ts';
import { plain } from './plain.ts';

const NO_LINES: readonly never[] = [];

/** The lines of the block that is open. */
export class KeptLines {
  /** In how many elements the page is that keep their line ends. */
  depth = 0;
  #lines: Line[] = [];
  #text = '';

  /** Adds a text that stands in a line of the input. */
  write(text: string, line: number): void {
    if (this.depth === 0) this.#text += text;
    else
      text.split('\n').forEach((piece, at) => {
        if (at > 0) this.end(line);
        this.#text += piece;
      });
  }

  /** Ends a line of the block. */
  end(line: number): void {
    const text = this.depth > 0 ? this.#text : this.#text.replace(/^[ \t\n]+/, '').replaceAll('\n', ' ');
    this.#lines.push({ text: text.replaceAll('\xa0', ' ').trimEnd(), number: line });
    this.#text = '';
  }

  /** Gives what has come since the last time; nothing where it is one line. */
  take(line: number): readonly Line[] {
    if (this.#lines.length > 0) this.end(line);
    this.#text = '';
    return this.#lines.length === 0 ? NO_LINES : this.#lines.splice(0);
  }
}

/** What stands between the parts of a mailing's entries. */
const PART_END = /^\s*\\\\(?:$|\s+\()/;

/** Whether lines are those of a mailing. */
export const areOfMailing = (lines: readonly Line[]): boolean => lines.some(({ text }) => PART_END.test(text));

/** Reads the lines of a mail; each block is told with its own, as the page showed them. */
export function readMailLines(lines: readonly Line[]): Block[] {
  const reader = plain.open(lines);
  const blocks = [...lines.flatMap((line) => [...reader.push(line)]), ...reader.end()];
  return blocks.map((block) => ({ ...block, shown: shownLines(block), at: extentOf(block.lines) }));
}

const extentOf = (lines: readonly Line[]): [number, number] => [lines[0]?.number ?? 0, lines.at(-1)?.number ?? 0];
