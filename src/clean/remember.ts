// Pages that are saved every day show most of their papers again: a text is repaired once for all its showings.
import type { Cleaned, Cleaner } from './cleaner.ts';

/** Says the same of two texts only if they are equal (a cryptographic hash); null of a text that it cannot tell apart. */
export type TextHash = (text: string) => string | null;

/** This many texts are repaired before any is remembered: a single page repeats nothing. */
const FIRST_TEXTS = 64;
/** Texts of more UTF-16 units are no abstracts, and cost memory to be asked for. */
const MAX_LENGTH = 100_000;
/** At most this many texts are remembered, and this many bytes of what became of them. */
const MAX_TEXTS = 65_536;
const MAX_BYTES = 2 ** 24;
const BETWEEN = '\0';
const NONE: readonly never[] = [];

/**
 * Gives a cleaner that says what `clean` says, but asks it only once for a text as long as it remembers. Texts with a
 * context (titles) are short and asked for each time.
 */
export function remember(clean: Cleaner, hashText: TextHash): Cleaner {
  let seen = 0;
  let memory: Memory | undefined;
  return (text, context) => {
    if (context !== undefined || text.length > MAX_LENGTH || seen++ < FIRST_TEXTS) return clean(text, context);
    const key = hashText(text);
    if (key === null) return clean(text);
    memory ??= new Memory();
    const known = memory.get(key);
    if (known !== undefined) return known ?? { text, warnings: NONE, repairs: NONE };
    const cleaned = clean(text);
    memory.put(key, cleaned.text === text && cleaned.warnings.length === 0 ? null : cleaned);
    return cleaned;
  };
}

/** Outcomes as UTF-8, one behind the other: as strings they would keep the chunks of input alive that they were cut from. */
class Memory {
  /** Where an outcome begins and ends in the bytes; null where nothing became of the text. */
  readonly #places = new Map<string, readonly [number, number] | null>();
  readonly #bytes = new Uint8Array(MAX_BYTES);
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #end = 0;

  get(key: string): Cleaned | null | undefined {
    const place = this.#places.get(key);
    if (!place) return place;
    const [text = '', ...warnings] = this.#decoder.decode(this.#bytes.subarray(...place)).split(BETWEEN);
    return { text, warnings, repairs: NONE };
  }

  /** Keeps what became of a text. When there is no room, all begins anew. */
  put(key: string, cleaned: Cleaned | null): void {
    const parts = cleaned ? [cleaned.text, ...cleaned.warnings] : [];
    if (parts.some((part) => part.includes(BETWEEN))) return;
    const whole = parts.join(BETWEEN);
    const most = whole.length * 3; // what UTF-8 takes at most
    if (most > MAX_BYTES) return;
    if (this.#end + most > MAX_BYTES || this.#places.size === MAX_TEXTS) {
      this.#places.clear();
      this.#end = 0;
    }
    const { written } = this.#encoder.encodeInto(whole, this.#bytes.subarray(this.#end));
    this.#places.set(key, cleaned && [this.#end, this.#end + written]);
    this.#end += written;
  }
}
