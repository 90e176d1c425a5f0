// Letters and digits of all scripts. The patterns stand in functions, since V8 takes long to make one with \p in it.

/** Whether a character is a letter or a digit. */
export const isWordChar = (char: string): boolean =>
  char < '\x80' ? /[A-Za-z\d]/.test(char) : /[\p{L}\p{N}]/u.test(char);

/** Whether a text is one word, one number or one character, with its accents. */
export const isOne = (text: string): boolean => /^(?:[A-Za-z]+|\d+|.\p{M}*)$/u.test(text);

/** Whether a text is one letter or one number. */
export const isLetterOrNumber = (text: string): boolean => /^(?:\p{L}\p{M}*|[\d.]+)$/u.test(text);

/** Whether a text is one letter, word or number, with what stands before, above, below or around it: √n, ∂x, n², xᵢ, |Z|. */
export const isFactor = (text: string): boolean =>
  isOne(text) ||
  /^[√∂]?(?:\p{L}\p{M}*|\d+)[\p{Lm}\p{No}⁺⁻₊₋′']*$/u.test(text) ||
  /^(?:√\([^()]*\)|\|[^|]*\||‖[^‖]*‖|⌊[^⌊]*⌋|⌈[^⌈]*⌉)$/.test(text);

/** Whether a text is factors in a row, with no sign and no blank between them: 2n, πr². */
export const isProduct = (text: string): boolean => isOne(text) || /^[\p{L}\p{M}\p{N}√∂∇⁺⁻₊₋′']+$/u.test(text);

/** The first character of a text; '' of an empty one. */
export const firstChar = (text: string): string => text.slice(0, isHigh(text.charCodeAt(0)) ? 2 : 1);

/** The last character of a text; '' of an empty one. */
export const lastChar = (text: string): string => text.slice(isHigh(text.charCodeAt(text.length - 2)) ? -2 : -1);

/** Whether a UTF-16 unit is the first half of a character. */
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** Whether a letter, a digit or a root comes first; of the alphabets of mathematics the signs among them too. */
export function beginsLetter(text: string): boolean {
  const first = firstChar(text);
  return isWordChar(first) || first === '\\' || first === '√' || (first >= '𝔸' && first <= '𝟿');
}
