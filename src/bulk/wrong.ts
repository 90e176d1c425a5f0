// What something was wrong with: inputs by their names, and streams of pages in which single ones could not be read.
import { shown } from '../io/names.ts';

/** Remembers names and streams. Tell it of items in their order, and of what is wrong in between. */
export class Wrong {
  readonly #names = new Set<string>();
  #last: string | undefined;
  #pages = false;

  /** Has anything been wrong? */
  get any(): boolean {
    return this.#names.size > 0;
  }

  /** Something is wrong with the input of this name, or it could not be opened at all. */
  add(name: string): void {
    this.#names.add(name);
    // A page of a crawl goes by its address: all that is known of its stream is that its neighbours are in it.
    if (isAddress(name)) this.#pages = true;
  }

  /** The next item is part of this stream, or of none; without an item, there is none left. */
  next(origin?: string): void {
    if (this.#pages)
      for (const stream of [this.#last, origin]) if (stream !== undefined) this.#names.add(shown(stream));
    this.#pages = false;
    this.#last = origin;
  }

  /** Has something been wrong with this input? */
  has(name: string): boolean {
    return this.#names.has(name);
  }
}

/** Is this the name of a page of a crawl, and of no file? */
export function isAddress(name: string): boolean {
  return name === '' || /^[a-z][a-z0-9+.-]+:/i.test(name);
}
