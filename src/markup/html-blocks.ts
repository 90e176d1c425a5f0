// What becomes of a saved page: its texts and links, and the lines that they came from.
import type { Line } from '../text/lines.ts';
import { type Block, NO_PARTS, type Part, partOf } from './block.ts';
import { MAX_TEXT } from './limits.ts';

/** The texts and links of the block that is open. */
export class Texts {
  /** Where the link leads that is open. */
  url: string | undefined;
  /** The line in which the block begins. */
  first = 0;
  readonly #parts: Part[] = [];
  #text = '';
  /** Characters of the texts, and of the addresses: pictures are links without a text. */
  #chars = 0;

  /** Whether no text has more: the block is to be ended. */
  get isLong(): boolean {
    return this.#chars > MAX_TEXT;
  }

  /** Adds a text that stands in a line. */
  write(text: string, line: number): void {
    if (this.#text === '' && this.#parts.length === 0) this.first = line;
    this.#text += text;
    this.#chars += text.length;
  }

  /** Adds the blank that a line break is. */
  space(): void {
    this.#text += ' ';
  }

  /** Begins a link; an anchor without an address is none. */
  openLink(url: string | undefined): void {
    this.#endPart();
    this.url = url;
    this.#chars += url?.length ?? 0;
  }

  /** Ends the link. */
  closeLink(): void {
    this.fillLink();
    this.#endPart();
    this.url = undefined;
  }

  /** A link shows at least a blank: without a text it is a picture's. */
  fillLink(): void {
    if (this.#text === '' && this.url !== undefined) this.#text = ' ';
  }

  #endPart(): void {
    const text = this.#text.replace(/\s+/g, ' ');
    const isGap = text === ' ' && this.#parts.length === 0 && this.url === undefined;
    if (text !== '' && !isGap) this.#parts.push(partOf(text, this.url));
    this.#text = '';
  }

  /** Gives what has come since the last time. */
  take(): Part[] {
    this.#endPart();
    this.#chars = 0;
    return this.#parts.splice(0);
  }
}

/** The blocks that are done, and the lines that none of them has yet. */
export class Output {
  /** The number of the line that is read. */
  line = 0;
  /** Characters of the lines without a block. */
  unclaimed = 0;
  readonly #lines: Line[] = [];
  readonly #blocks: Block[] = [];

  /** Takes the next line. */
  read(line: Line): void {
    this.line = line.number;
    this.#lines.push(line);
    this.unclaimed += line.text.length;
  }

  /** Adds a block, which has the lines since the one before, up to the last that it shows. */
  add(block: Omit<Block, 'lines'>, last: number = this.line): void {
    const end = last < this.line ? this.#lines.findIndex(({ number }) => number > last) : -1;
    const lines = this.#lines.splice(0, end < 0 ? this.#lines.length : end);
    this.#blocks.push({ ...block, lines });
    for (const { text } of lines) this.unclaimed -= text.length;
  }

  /** Adds what a component carries for its scripts. */
  addData(name: string, text: string): void {
    this.add({ kind: 'data', text, parts: NO_PARTS, at: [this.line, this.line], name });
  }

  /** No block will show the lines. */
  passOver(): void {
    if (this.#lines.length > 0) this.add({ kind: 'blank', text: '', parts: NO_PARTS });
  }

  /** Gives the blocks that are done since the last time. */
  take(): Block[] {
    return this.#blocks.splice(0);
  }
}
