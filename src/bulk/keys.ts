// By what a paper is known again: its arXiv id, else its title.
import type { Record } from '../record.ts';
import { type Hash64, HashSet64, hash64 } from './hash-set.ts';

/** Numbers that the keys of one record take: two hashes. */
export const KEY_SIZE = 4;

const NONE: Hash64 = [0, 0];

/** The keys of a record: its arXiv id and its title without punctuation, spaces and case; zeros for what it lacks. */
export function keysOf({ arxiv_id, title }: Record): number[] {
  const plain = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const id = arxiv_id === null ? NONE : hash64(`id ${arxiv_id}`);
  return [...id, ...(plain === '' ? NONE : hash64(`title ${plain}`))];
}

/** Remembers papers: two are the same when their ids are, or, where one has no id, their titles. */
export class SeenPapers {
  readonly #ids = new HashSet64();
  readonly #titles = new HashSet64();
  readonly #titlesWithoutId = new HashSet64();

  /** Takes the keys of row number `row` among `keys`; returns whether the paper is new, and remembers it. */
  isNew(keys: Uint32Array, row: number): boolean {
    const id = keyAt(keys, row * KEY_SIZE);
    const title = keyAt(keys, row * KEY_SIZE + 2);
    const byId = id !== undefined && !this.#ids.add(id);
    const byTitle = title !== undefined && (id ? this.#titlesWithoutId : this.#titles).has(title);
    if (title) this.#titles.add(title);
    if (title && !id) this.#titlesWithoutId.add(title);
    return !byId && !byTitle;
  }
}

function keyAt(keys: Uint32Array, at: number): Hash64 | undefined {
  const [high = 0, low = 0] = [keys[at], keys[at + 1]];
  return high === 0 && low === 0 ? undefined : [high, low];
}
