// Names of mirrored outputs: inside the output folder whatever the input is called, and no two the same.
import { createHash } from 'node:crypto';
import { harmless } from '../io/names.ts';
import { HashSet64, hash64 } from './hash-table.ts';

/** A part of a path has at most this many bytes: what file systems take, with room for an ending and a number. */
const MAX_PART_BYTES = 200;

/** Gives each input its output's name; the order of asking is the order of the inputs, so the names are always the same. */
export class OutNames {
  readonly #taken = new HashSet64();
  readonly #ending: string;

  /** Takes the ending of all outputs, as `.jsonl.gz`, and names that something else in the folder has. */
  constructor(ending: string, others: readonly string[] = []) {
    this.#ending = ending;
    for (const name of others) this.#taken.add(hash64(folded(name)));
  }

  /** The output of an input that is mirrored as this path: `page.md` gives `page.md.jsonl`, or `page.md~2.jsonl` when that is taken. */
  claim(mirror: string): string {
    const base = this.#folders(safePath(mirror));
    for (let number = 1; ; number++) {
      const name = `${base}${number > 1 ? `~${number}` : ''}${this.#ending}`;
      if (this.#taken.add(hash64(folded(name)))) return name;
    }
  }

  /** A folder must not be called as an output may be: `page.jsonl/in.txt` stands beside `page`, whose output is `page.jsonl`. */
  #folders(path: string): string {
    const parts = path.split('/');
    const last = parts.pop() ?? '';
    const folders = parts.map((part) => (part.toLowerCase().endsWith(this.#ending) ? `${part}_` : part));
    return [...folders, last].join('/');
  }

  /** Has some input claimed this output? */
  has(out: string): boolean {
    return this.#taken.has(hash64(folded(out)));
  }
}

/** Some file systems take names for one that differ in case, or in how an accent is written. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase();

/** A relative path that stays where it is put, on any system. */
export function safePath(path: string): string {
  const parts = path.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  return parts.map(safePart).join('/') || '_';
}

function safePart(part: string): string {
  const clean = harmless(part)
    .replace(/[<>:"|?*]/g, '_')
    .replace(/(?<![. ])[. ]+$/, '_');
  const named = /^(?:\.papersift|con|prn|aux|nul|com\d|lpt\d)$/i.test(clean.replace(/(?<=.)\..*$/, ''))
    ? `_${clean}`
    : clean;
  const bytes = Buffer.from(named);
  if (bytes.length <= MAX_PART_BYTES) return named;
  const hash = createHash('sha1').update(part).digest('hex').slice(0, 8);
  return `${bytes
    .subarray(0, MAX_PART_BYTES - 9)
    .toString('utf8')
    .replace(/\ufffd+$/, '')}-${hash}`;
}
