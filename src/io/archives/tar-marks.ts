// What stands in a tar archive where a header has to be: two blocks of zeros end it, anything else is damage.
import type { Header } from 'tar';

/** Follows the blocks between members, and tells each stretch of damage once. */
export class TarMarks {
  readonly #damaged: (reason: string) => void;
  /** Blocks of zeros in a row. */
  #zeros = 0;
  #ended = false;
  /** There was something that is no header, before the end mark or after it. */
  #lost = false;
  #trailing = false;
  #any = false;

  constructor(damaged: (reason: string) => void) {
    this.#damaged = damaged;
  }

  /** Takes the next block where a header has to be; says whether it is one. */
  isHeader(header: Header | undefined): header is Header {
    if (header?.nullBlock) {
      if (++this.#zeros >= 2) this.#ended = true;
      return false;
    }
    this.#zeros = 0;
    const isHeader = header !== undefined && header.cksumValid === true && header.path !== '';
    if (isHeader) this.#begin();
    else if (this.#ended) this.#trailing = true;
    else this.#lost = true;
    return isHeader;
  }

  /** After an end mark another archive may have been put, and, where zeros were a hole in this one, the rest of it. */
  #begin(): void {
    if (this.#lost || this.#trailing) this.#damaged(LOST);
    this.#lost = false;
    this.#trailing = false;
    this.#ended = false;
    this.#any = true;
  }

  /** The stream has ended where a header has to be, or inside of one. What follows the last end mark is nobody's. */
  end(inside: boolean): void {
    if (this.#ended) return;
    if (!this.#any && (this.#lost || inside)) return this.#damaged('it is no tar archive');
    if (this.#lost) this.#damaged(LOST);
    if (this.#zeros === 0 || inside) this.cut();
  }

  /** The stream has ended in a member. */
  cut(): void {
    this.#damaged('the archive is cut off: its end mark is missing');
  }
}

const LOST = 'the archive is damaged: something in it is no member, and is passed over';
