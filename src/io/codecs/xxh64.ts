// XXH64, the checksum of zstd frames. Node has none; 64-bit products are made of 16-bit ones, since BigInt is far too slow.

const [P1, P2, P3, P4, P5] = [
  0x9e3779b185ebca87n,
  0xc2b2ae3d27d4eb4fn,
  0x165667b19e3779f9n,
  0x85ebca77c2b2ae63n,
  0x27d4eb2f165667c5n,
];

/** Bytes that are mixed at a time: eight for each of four lanes. */
const STRIPE = 32;

/** The hash of bytes that come in pieces, with seed 0. */
export class Xxh64 {
  /** The lanes: low and high half in turn. */
  readonly #lanes = Int32Array.from([P1 + P2, P2, 0n, -P1].flatMap((lane) => [low(lane), low(lane >> 32n)]));
  readonly #held = new Uint8Array(STRIPE);
  #length = 0;

  /** Adds bytes. */
  update(bytes: Uint8Array): void {
    const waiting = this.#length % STRIPE;
    this.#length += bytes.length;
    const fill = Math.min(bytes.length, waiting > 0 ? STRIPE - waiting : 0);
    if (fill > 0) this.#held.set(bytes.subarray(0, fill), waiting);
    if (waiting > 0 && waiting + fill === STRIPE) mix(this.#lanes, this.#held, 0, STRIPE);
    const end = fill + Math.floor((bytes.length - fill) / STRIPE) * STRIPE;
    mix(this.#lanes, bytes, fill, end);
    if (end < bytes.length) this.#held.set(bytes.subarray(end));
  }

  /** The lower 32 bits of the hash, which are what zstd stores. */
  digest(): number {
    const lanes = [0, 2, 4, 6].map((at) => lane(this.#lanes, at));
    const [a = 0n, b = 0n, c = 0n, d = 0n] = lanes;
    let hash = P5;
    if (this.#length >= STRIPE) {
      hash = wrap(rotate(a, 1n) + rotate(b, 7n) + rotate(c, 12n) + rotate(d, 18n));
      for (const value of lanes) hash = wrap((hash ^ round(value)) * P1 + P4);
    }
    return avalanche(tail(wrap(hash + BigInt(this.#length)), this.#held.subarray(0, this.#length % STRIPE)));
  }
}

const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);
const low = (value: bigint): number => Number(BigInt.asIntN(32, value));
const lane = (lanes: Int32Array, at: number): bigint =>
  wrap((BigInt(lanes[at + 1] ?? 0) << 32n) | BigInt((lanes[at] ?? 0) >>> 0));
const rotate = (value: bigint, by: bigint): bigint => wrap((value << by) | (value >> (64n - by)));
const round = (value: bigint): bigint => wrap(rotate(wrap(value * P2), 31n) * P1);

/** The bytes after the last stripe: by eights, a four, and ones. */
function tail(hash: bigint, bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  let mixed = hash;
  for (; at + 8 <= bytes.length; at += 8)
    mixed = wrap(rotate(mixed ^ round(view.getBigUint64(at, true)), 27n) * P1 + P4);
  for (; at + 4 <= bytes.length; at += 4)
    mixed = wrap(rotate(mixed ^ wrap(BigInt(view.getUint32(at, true)) * P1), 23n) * P2 + P3);
  for (; at < bytes.length; at++) mixed = wrap(rotate(mixed ^ wrap(BigInt(view.getUint8(at)) * P5), 11n) * P1);
  return mixed;
}

function avalanche(hash: bigint): number {
  const first = wrap((hash ^ (hash >> 33n)) * P2);
  const second = wrap((first ^ (first >> 29n)) * P3);
  return Number(BigInt.asUintN(32, second ^ (second >> 32n)));
}

const [P1_LOW, P1_HIGH] = [low(P1), low(P1 >> 32n)];
const [P2_LOW, P2_HIGH] = [low(P2), low(P2 >> 32n)];

/** Mixes whole stripes into the lanes: lane = rotate(lane + input * P2, 31) * P1. */
function mix(lanes: Int32Array, bytes: Uint8Array, from: number, end: number): void {
  for (let i = 0; i < 8; i += 2) {
    let l = lanes[i] ?? 0;
    let h = lanes[i + 1] ?? 0;
    for (let at = from + i * 4; at < end; at += STRIPE) {
      const inputLow = word(bytes, at);
      const productLow = Math.imul(inputLow, P2_LOW);
      const productHigh =
        (high(inputLow, P2_LOW) + Math.imul(inputLow, P2_HIGH) + Math.imul(word(bytes, at + 4), P2_LOW)) | 0;
      const sum = (l >>> 0) + (productLow >>> 0);
      const sumLow = sum | 0;
      const sumHigh = (h + productHigh + (sum > 0xffff_ffff ? 1 : 0)) | 0;
      const turnedLow = (sumLow << 31) | (sumHigh >>> 1);
      const turnedHigh = (sumHigh << 31) | (sumLow >>> 1);
      l = Math.imul(turnedLow, P1_LOW);
      h = (high(turnedLow, P1_LOW) + Math.imul(turnedLow, P1_HIGH) + Math.imul(turnedHigh, P1_LOW)) | 0;
    }
    lanes[i] = l;
    lanes[i + 1] = h;
  }
}

const word = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);

/** The upper half of the product of two numbers of 32 bits. */
function high(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const outer = Math.imul(aHigh, bLow);
  const inner = Math.imul(aLow, bHigh);
  const middle = (Math.imul(aLow, bLow) >>> 16) + (outer & 0xffff) + (inner & 0xffff);
  return (Math.imul(aHigh, bHigh) + (outer >>> 16) + (inner >>> 16) + (middle >>> 16)) | 0;
}
