// One page on its way through a sifter, in a bulk run.
import type { Sifter } from '../sift.ts';
import { createDecoder } from '../text/decode.ts';
import type { Counts } from './outcome.ts';

/** Pushes one page into a sifter, as bytes or as text. */
export class PageReader {
  readonly #sifter: Sifter;
  readonly #counts: Counts;
  readonly #ended: (isEmpty: boolean) => void;
  readonly #decoder = createDecoder();
  #bytes = 0;

  /** Takes what the page is added to when it has ended, and who hears of that. */
  constructor(sifter: Sifter, counts: Counts, ended: (isEmpty: boolean) => void) {
    this.#sifter = sifter;
    this.#counts = counts;
    this.#ended = ended;
  }

  /** Takes the next bytes. */
  bytes(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    this.#sifter.push(this.#decoder.push(bytes));
  }

  /** Takes the next text. */
  text(text: string): void {
    this.#bytes += Buffer.byteLength(text);
    this.#sifter.push(text);
  }

  /** Ends the page. */
  end(): void {
    this.#sifter.push(this.#decoder.end());
    this.#sifter.end();
    this.#counts.pages++;
    this.#counts.bytes += this.#bytes;
    this.#ended(this.#bytes === 0);
  }
}
