// A table of 64-bit hashes in 8 or 12 bytes each: what a Set or Map of strings would need gigabytes for.
import { createHash } from 'node:crypto';

/** A hash of 64 bits as two numbers; never both zero, which marks a free slot. */
export type Hash64 = readonly [number, number];

/** Hashes a text. Two of a billion texts share a hash with a chance of one in forty. */
export function hash64(text: string): Hash64 {
  const hash = createHash('sha1').update(text).digest();
  const [high, low] = [hash.readUInt32LE(0), hash.readUInt32LE(4)];
  return high === 0 && low === 0 ? [0, 1] : [high, low];
}

/** A set. It grows as needed unless it was made from the slots of another. */
export class HashSet64 {
  readonly #table: Table;

  /** Makes an empty set, or one that looks into given slots (of a set in another thread). */
  constructor(slots?: Uint32Array) {
    this.#table = new Table(2, slots);
  }

  /** The memory of the set, to be handed to other threads; good until the next `add`. */
  get slots(): Uint32Array {
    return this.#table.slots;
  }

  /** How many hashes have been added. */
  get size(): number {
    return this.#table.size;
  }

  /** Has a hash been added? */
  has(hash: Hash64): boolean {
    return this.#table.has(this.#table.find(hash));
  }

  /** Adds a hash; returns whether it was new. */
  add(hash: Hash64): boolean {
    if (this.has(hash)) return false;
    this.#table.put(hash);
    return true;
  }
}

/** A map to numbers of 32 bits. */
export class HashMap64 {
  readonly #table = new Table(3);

  /** The number of a hash. */
  get(hash: Hash64): number | undefined {
    const at = this.#table.find(hash);
    return this.#table.has(at) ? this.#table.slots[at + 2] : undefined;
  }

  /** Sets the number of a hash, new or not. */
  set(hash: Hash64, value: number): void {
    const at = this.#table.find(hash);
    if (this.#table.has(at)) this.#table.slots[at + 2] = value;
    else this.#table.put(hash, value);
  }
}

/** Slots of two or three numbers, open-addressed, in memory that threads share. */
class Table {
  readonly #width: number;
  slots: Uint32Array;
  size = 0;

  constructor(width: number, slots: Uint32Array = shared(1024 * width)) {
    this.#width = width;
    this.slots = slots;
  }

  has(at: number): boolean {
    return this.slots[at] !== 0 || this.slots[at + 1] !== 0;
  }

  /** Where a hash is, or the free slot where it would be. */
  find([high, low]: Hash64): number {
    const { slots } = this;
    const mask = slots.length / this.#width - 1;
    for (let slot = (high ^ (low << 3)) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * this.#width;
      if (slots[at] === high && slots[at + 1] === low) return at;
      if (slots[at] === 0 && slots[at + 1] === 0) return at;
    }
  }

  /** Adds a hash that is not there. */
  put(hash: Hash64, value = 0): void {
    if (++this.size * this.#width * 10 > this.slots.length * 7) this.#grow();
    this.#set(hash, value);
  }

  #set(hash: Hash64, value: number): void {
    const at = this.find(hash);
    this.slots[at] = hash[0];
    this.slots[at + 1] = hash[1];
    if (this.#width === 3) this.slots[at + 2] = value;
  }

  #grow(): void {
    const old = this.slots;
    this.slots = shared(old.length * 2);
    for (let at = 0; at < old.length; at += this.#width) {
      const [high = 0, low = 0, value = 0] = old.subarray(at, at + this.#width);
      if (high !== 0 || low !== 0) this.#set([high, low], value);
    }
  }
}

/** Numbers of 32 bits, all zero, in memory that threads share. */
function shared(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}
