// What single characters say.
import { unitAt } from './units.ts';

/** No sign of anything. */
export const PLAIN = 0;
/** A letter from A to Z. */
export const LETTER = 1;
/** What only LaTeX has. */
export const STRONG = 2;
/** What the reader of running text may repair. */
export const PROSE = 3;
/** A digit. */
export const DIGIT = 4;
/** A blank. */
export const BLANK = 5;
/** Classes by character code. */
export const CLASS: Uint8Array = new Uint8Array(256);
for (let i = 0; i < 26; i++) CLASS[65 + i] = CLASS[97 + i] = LETTER;
for (let i = 0; i < 10; i++) CLASS[48 + i] = DIGIT;
for (const char of '\\{}^_') CLASS[char.charCodeAt(0)] = STRONG;
for (const char of '$~`') CLASS[char.charCodeAt(0)] = PROSE;
for (const char of ' \n\t') CLASS[char.charCodeAt(0)] = BLANK;

/** The class of the character at `at`. */
export const classAt = (text: string, at: number): number => {
  const code = unitAt(text, at);
  return code < 128 ? (CLASS[code] ?? PLAIN) : PLAIN;
};
