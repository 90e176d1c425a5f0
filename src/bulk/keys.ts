// By what a paper is known again: its arXiv id, else its title.
import type { Record } from '../record.ts';
import { type Hash64, HashMap64, hash64 } from './hash-table.ts';

/** Numbers that the keys of one record take: two hashes. */
export const KEY_SIZE = 4;

const NONE: Hash64 = [0, 0];

/** The keys of a record: its arXiv id and its title without punctuation, spaces and case; zeros for what it lacks. */
export function keysOf({ arxiv_id, title }: Pick<Record, 'arxiv_id' | 'title'>): number[] {
  const plain = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  const id = arxiv_id === null ? NONE : hash64(`id ${arxiv_id}`);
  return [...id, ...(plain === '' ? NONE : hash64(`title ${plain}`))];
}

/** Numbers papers, from 0: two are the same when their ids are, or, where one has no id, their titles. */
export class PaperNumbers {
  readonly #ids = new HashMap64();
  readonly #titles = new HashMap64();
  /** Papers of which no showing had an id yet. */
  readonly #titlesWithoutId = new HashMap64();
  #size = 0;

  /** How many different papers there are. */
  get size(): number {
    return this.#size;
  }

  /** Takes the keys of row number `row` among `keys`; returns the number of its paper, `size` before the call when it is new. */
  of(keys: Uint32Array, row: number): number {
    const id = keyAt(keys, row * KEY_SIZE);
    const title = keyAt(keys, row * KEY_SIZE + 2);
    const known = this.#known(id, title);
    const number = known ?? this.#size++;
    if (id) this.#ids.set(id, number);
    if (!title) return number;
    if (this.#titles.get(title) === undefined) this.#titles.set(title, number);
    if (!id && known === undefined) this.#titlesWithoutId.set(title, number);
    // A paper that has got an id is no longer known by its title to one with another id.
    if (id && this.#titlesWithoutId.get(title) === number) this.#titlesWithoutId.set(title, HAS_ID);
    return number;
  }

  #known(id: Hash64 | undefined, title: Hash64 | undefined): number | undefined {
    const byId = id && this.#ids.get(id);
    if (byId !== undefined || !title) return byId;
    const byTitle = (id ? this.#titlesWithoutId : this.#titles).get(title);
    return byTitle === HAS_ID ? undefined : byTitle;
  }
}

const HAS_ID = 0xffff_ffff;

function keyAt(keys: Uint32Array, at: number): Hash64 | undefined {
  const [high = 0, low = 0] = [keys[at], keys[at + 1]];
  return high === 0 && low === 0 ? undefined : [high, low];
}
