// The weights of this build, decoded once.
import { STEP, WEIGHTS } from '../model/weights.generated.ts';
import { ALPHABET } from './lexicon.ts';

let weights: Int8Array | undefined;

/** One whole number for each weight, in steps of `STEP`. */
export function getWeights(): Int8Array {
  if (weights !== undefined) return weights;
  const half = (ALPHABET.length - 1) / 2;
  const value = new Int8Array(128);
  for (let i = 0; i < ALPHABET.length; i++) value[ALPHABET.charCodeAt(i)] = i - half;
  const made = new Int8Array(WEIGHTS.length);
  for (let i = 0; i < made.length; i++) made[i] = value[WEIGHTS.charCodeAt(i)] ?? 0;
  weights = made;
  return made;
}

export { STEP };
