// Reading single UTF-16 units of a text.

/** The unit at `at`, 0 beyond the ends. An index out of bounds given to `charCodeAt` throws V8's optimised code away. */
export const unitAt = (text: string, at: number): number => (at >= 0 && at < text.length ? text.charCodeAt(at) : 0);

const encoder = new TextEncoder();
let units = new Uint8Array(1 << 14);
let owner = '';

/** The ASCII characters of a text, 128 to 255 for any other, and a 0 behind the last; valid until the next call: an array is read faster than a string. */
export function unitsOf(text: string): Uint8Array {
  if (text === owner) return units;
  const n = text.length;
  if (units.length <= n * 3) units = new Uint8Array(n * 6);
  const { written } = encoder.encodeInto(text, units);
  if (written !== n) shrink(written);
  units[n] = 0;
  owner = text;
  return units;
}

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
