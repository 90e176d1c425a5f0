// Reading single UTF-16 units of a text.

/** The unit at `at`, 0 beyond the ends. An index out of bounds given to `charCodeAt` throws V8's optimised code away. */
export const unitAt = (text: string, at: number): number => (at >= 0 && at < text.length ? text.charCodeAt(at) : 0);

const encoder = new TextEncoder();
let units = new Uint8Array(1 << 14);
let fours = new DataView(units.buffer);
let owner = '';

/** The ASCII characters of a text, 128 to 255 for any other, and a 0 behind the last; valid until the next call: an array is read faster than a string. */
export function unitsOf(text: string): Uint8Array {
  if (text === owner) return units;
  const n = text.length;
  if (units.length <= n * 3 + 8) {
    units = new Uint8Array(n * 6);
    fours = new DataView(units.buffer);
  }
  const { written } = encoder.encodeInto(text, units);
  if (written !== n) shrink(written);
  units[n] = 0;
  owner = text;
  return units;
}

/** The same, to be read four characters at once (little-endian). */
export function foursOf(text: string): DataView {
  unitsOf(text);
  return fours;
}

/** The bytes of the letters that come first among four characters, all bits set: 0xffff for two. */
export const leadingLetters = (four: number): number => {
  const low = (four | 0x20202020) & 0x7f7f7f7f;
  const others = (~(low + 0x1f1f1f1f) | (low + 0x05050505) | four) & 0x80808080;
  return ((others & -others) >>> 7) - 1;
};

/** How many bytes of such a mask are set. */
export const countBytes = (mask: number): number => 4 - (Math.clz32(mask) >> 3);

/** Makes of each character beyond ASCII, which has two bytes or more, one byte for each of its UTF-16 units. */
function shrink(size: number): void {
  const bytes = units;
  let to = 0;
  for (let i = 0; i < size; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80 || byte >= 0xc0) bytes[to++] = byte;
    if (byte < 0xf0) continue;
    bytes[to++] = byte;
    i += 3;
  }
}
