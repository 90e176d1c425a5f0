// The weights of this build: the characters' codes as they are encoded natively, moved to zero four at a time.
import { STEP, WEIGHTS } from '../model/weights.generated.ts';

/** The character of a weight of zero; 44 levels lie on each side. */
export const ZERO = 79;

let weights: Int8Array | undefined;

/** One whole number for each weight, in steps of `STEP`. */
export function getWeights(): Int8Array {
  weights ??= decodeWeights(WEIGHTS);
  return weights;
}

/** Takes `ZERO` from the bytes of whole words: a high bit set before and turned after keeps each byte by itself. */
function decodeWeights(text: string): Int8Array {
  const bytes = new TextEncoder().encode(text);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  const shift = ZERO * 0x01010101;
  for (let i = 0; i < words.length; i++) words[i] = (((words[i] ?? 0) | 0x80808080) - shift) ^ 0x80808080;
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

export { STEP };
