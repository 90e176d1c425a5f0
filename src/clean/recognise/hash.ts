// Hashes of words and of features: small, fast and the same in every engine.

/** The start value of a word's hash. */
export const WORD_SEED: number = 0x811c9dc5 | 0;

/** What a word's hash is multiplied by for each character. */
const WORD_FACTOR: number = 0x01000193;

/** Adds a character, in lower case, to a word's hash. */
export const addChar = (hash: number, lower: number): number => Math.imul(hash ^ lower, WORD_FACTOR);

/** The hash of `text[start..end)` in lower case. */
export function wordHash(text: string, start: number, end: number): number {
  let hash = WORD_SEED;
  for (let i = start; i < end; i++) hash = addChar(hash, text.charCodeAt(i) | 32);
  return hash;
}

/** Which of the first letters of `text[start..end)` are capitals, as bits. */
export function capitals(text: string, start: number, end: number): number {
  let bits = 0;
  for (let i = start; i < end && i < start + 12; i++) if ((text.charCodeAt(i) & 32) === 0) bits |= 1 << (i - start);
  return bits;
}

/** Folds two numbers into one. */
export const mix = (a: number, b: number): number => {
  const h = Math.imul(a ^ Math.imul(b, 0x85ebca6b), 0x9e3779b1);
  return h ^ (h >>> 15);
};

/** What stands for a character that is neither a letter nor a digit. */
export const charId = (code: number): number => mix(code, 5);
