// An output file: rows in, encoded and compressed bytes out, and their hash.
import { createHash } from 'node:crypto';
import type { Compress } from '../io/codecs/compress.ts';
import type { Landing } from '../io/output/landing.ts';
import { type Output, openOutput } from '../io/output/output.ts';
import type { Encoder } from './encode.ts';

/** Writes one output. */
export class OutFile {
  readonly #output: Output;
  readonly #encoder: Encoder;
  readonly #compress: Compress;
  readonly #hash = createHash('sha256');
  #begun = false;

  /** Opens the output under its temporary name. Throws the system's error. */
  constructor(to: Landing, temporary: string, encoder: Encoder, compress: Compress) {
    this.#output = openOutput(to, temporary);
    this.#encoder = encoder;
    this.#compress = compress;
  }

  /** Adds a row; resolves when there is room for the next one. Rejects with the system's error. */
  row(row: Uint8Array): Promise<void> | undefined {
    const ready = this.#encoder.row(row);
    return ready && this.#write(ready);
  }

  /** Completes the file and makes it appear. Resolves to its SHA-256; rejects with the system's error. */
  async finish(): Promise<string> {
    const rest = this.#encoder.end();
    if (rest.length > 0 || !this.#begun) await this.#write(rest); // no bytes at all are no valid stream
    await this.#output.finish();
    return this.#hash.digest('hex');
  }

  /** Throws away what was written, unless it is complete. */
  abandon(): void {
    this.#output.abandon();
  }

  async #write(block: Uint8Array): Promise<void> {
    this.#begun = true;
    const bytes = await this.#compress(block);
    await this.#output.write(bytes);
    this.#hash.update(bytes);
  }
}
