// Rows to the bytes of an output: what stands before, between and after them.
import type { Format } from '../formats/format.ts';

/** Makes one output out of rows. */
export interface Encoder {
  /** Adds a row; returns bytes that are ready to be written. */
  row(row: Uint8Array): Uint8Array | undefined;
  /** Ends the output; returns the last bytes. */
  end(): Uint8Array;
}

/** Makes the encoders of a run. */
export type Encoding = () => Encoder;

/** What a text format puts around its rows; `files` are written at once. */
export function textEncoding(format: Format, fields: readonly string[], files: number): Encoding {
  const { head, separator, tail } = format.open(fields);
  const between = Buffer.from(separator);
  return () => {
    const block = new Block(Math.min(BLOCK_BYTES, Math.max(MAX_HELD_BYTES / files, MIN_BLOCK_BYTES)));
    let rows = 0;
    block.add(Buffer.from(head));
    return {
      row: (row) => {
        if (rows++ > 0) block.add(between);
        return block.add(row);
      },
      end: () => {
        block.add(Buffer.from(tail));
        return block.take();
      },
    };
  };
}

/** Rows are handed on in blocks of about this many bytes. */
const BLOCK_BYTES = 1 << 20;
/** Those of many files are smaller, so that all together hold no more than this, but never smaller than that. */
const MAX_HELD_BYTES = 1 << 25;
const MIN_BLOCK_BYTES = 1 << 13;

/** Bytes that wait until a block is full. */
class Block {
  readonly #full: number;
  #parts: Uint8Array[] = [];
  #size = 0;

  constructor(full: number) {
    this.#full = full;
  }

  add(bytes: Uint8Array): Uint8Array | undefined {
    this.#parts.push(bytes);
    this.#size += bytes.length;
    return this.#size >= this.#full ? this.take() : undefined;
  }

  take(): Uint8Array {
    const all = Buffer.concat(this.#parts, this.#size);
    this.#parts = [];
    this.#size = 0;
    return all;
  }
}
