// The block whose lines still come.
import type { Line } from '../text/lines.ts';
import type { Block } from './block.ts';
import { MAX_LINES, MAX_TEXT } from './limits.ts';

/** Holds the lines of the block that is open; without any, none is. */
export class OpenBlock {
  lines: Line[] = [];
  #chars = 0;

  /** Takes the next line. */
  hold(line: Line): void {
    this.lines.push(line);
    this.#chars += line.text.length;
  }

  /** Whether no text has more: the block is to be closed. */
  get isLong(): boolean {
    return this.lines.length >= MAX_LINES || this.#chars >= MAX_TEXT;
  }

  /** Returns what the lines make, if there are any. */
  close(read: (lines: readonly Line[]) => Block): Block[] {
    if (this.lines.length === 0) return [];
    const block = read(this.lines);
    this.lines = [];
    this.#chars = 0;
    return [block];
  }
}
