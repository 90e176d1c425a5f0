// Parentheses around what is no single word, unless it has them.

/** A text in parentheses, unless `isBare` says that it needs none or it has them already. */
export function wrapped(text: string, isBare?: (text: string) => boolean): string {
  return isBare?.(text) === true || isParenthesised(text) ? text : `(${text})`;
}

/** Whether the first character opens what the last one closes; else x^((a+b)(c+d)) would lose a pair when it is read again. */
function isParenthesised(text: string): boolean {
  if (!text.startsWith('(') || !text.endsWith(')')) return false;
  let depth = 0;
  for (let i = 0; i < text.length - 1; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return false;
  }
  return depth === 1;
}
