// A set of 64-bit hashes in 8 bytes each: what a Set of strings would need gigabytes for.
import { createHash } from 'node:crypto';

/** A hash of 64 bits as two numbers; never both zero, which marks a free slot. */
export type Hash64 = readonly [number, number];

/** Hashes a text. Two of a billion texts share a hash with a chance of one in forty. */
export function hash64(text: string): Hash64 {
  const digest = createHash('sha1').update(text).digest();
  const [high, low] = [digest.readUInt32LE(0), digest.readUInt32LE(4)];
  return high === 0 && low === 0 ? [0, 1] : [high, low];
}

/** An open-addressed table. It grows as needed unless it was made from the slots of another. */
export class HashSet64 {
  #slots: Uint32Array;
  #size = 0;

  /** Makes an empty set, or one that looks into given slots (of a set in another thread). */
  constructor(slots: Uint32Array = shared(1024)) {
    this.#slots = slots;
  }

  /** The memory of the set, to be handed to other threads; good until the next `add`. */
  get slots(): Uint32Array {
    return this.#slots;
  }

  /** How many hashes have been added. */
  get size(): number {
    return this.#size;
  }

  has(hash: Hash64): boolean {
    const at = this.#find(this.#slots, hash);
    return this.#slots[at] !== 0 || this.#slots[at + 1] !== 0;
  }

  /** Adds a hash; returns whether it was new. */
  add(hash: Hash64): boolean {
    if (this.has(hash)) return false;
    if (++this.#size * 2 * 10 > this.#slots.length * 7) this.#grow();
    this.#put(this.#slots, hash);
    return true;
  }

  #put(slots: Uint32Array, hash: Hash64): void {
    const at = this.#find(slots, hash);
    slots[at] = hash[0];
    slots[at + 1] = hash[1];
  }

  #find(slots: Uint32Array, [high, low]: Hash64): number {
    const mask = slots.length / 2 - 1;
    for (let slot = (high ^ (low << 3)) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 2;
      if (slots[at] === high && slots[at + 1] === low) return at;
      if (slots[at] === 0 && slots[at + 1] === 0) return at;
    }
  }

  #grow(): void {
    const old = this.#slots;
    const slots = shared(old.length);
    for (let at = 0; at < old.length; at += 2) {
      const [high = 0, low = 0] = [old[at], old[at + 1]];
      if (high !== 0 || low !== 0) this.#put(slots, [high, low]);
    }
    this.#slots = slots;
  }
}

/** Slots for a number of hashes (a power of two), in memory that threads share. */
function shared(hashes: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(hashes * 2 * Uint32Array.BYTES_PER_ELEMENT));
}
