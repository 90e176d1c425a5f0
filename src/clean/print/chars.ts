// Letters and digits of all scripts. The patterns stand in functions, since V8 takes long to make one with \p in it.

/** Whether a character is a letter or a digit. */
export const isWordChar = (char: string): boolean =>
  char < '\x80' ? /[A-Za-z\d]/.test(char) : /[\p{L}\p{N}]/u.test(char);

/** Whether a text is one word, one number or one character. */
export const isOne = (text: string): boolean => /^(?:[\p{L}\p{M}]+|\p{N}+|.)$/u.test(text);

/** Whether a text is one letter or one number. */
export const isLetterOrNumber = (text: string): boolean => /^(?:\p{L}\p{M}*|[\d.]+)$/u.test(text);

/** The first character of a text; '' of an empty one. */
export const firstChar = (text: string): string => text.slice(0, isHigh(text.charCodeAt(0)) ? 2 : 1);

/** The last character of a text; '' of an empty one. */
export const lastChar = (text: string): string => text.slice(isHigh(text.charCodeAt(text.length - 2)) ? -2 : -1);

/** Whether a UTF-16 unit is the first half of a character. */
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
