// Intact LaTeX source of a formula, cut into tokens.
import type { Token, TokenKind } from '../tree.ts';

const TOKEN = /\\([A-Za-z]+)|\\([^A-Za-z])|([A-Za-z])|(\d+(?:\.\d+)*)|(\s+)|([\s\S])/gu;
const CHARS: ReadonlyMap<string, TokenKind> = new Map([
  ['{', 'open'],
  ['}', 'close'],
  ['^', 'sup'],
  ['_', 'sub'],
]);

/** Cuts the LaTeX of one formula, without its dollars, into tokens; `offset` is added to their places. */
export function latexTokens(source: string, offset: number): Token[] {
  const tokens: Token[] = [];
  for (const match of source.matchAll(TOKEN)) {
    const start = offset + match.index;
    const [whole, command, escaped, letter, number, space] = match;
    const end = start + whole.length;
    if (command !== undefined) tokens.push({ kind: 'command', text: command, start, end });
    else if (escaped !== undefined)
      tokens.push({ kind: 'escape', text: /\s/.test(escaped) ? ' ' : escaped, start, end });
    else if (letter !== undefined) tokens.push({ kind: 'letters', text: letter, start, end });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, start, end });
    else if (whole === '~') tokens.push({ kind: 'escape', text: ' ', start, end });
    else if (space !== undefined) tokens.push({ kind: 'space', text: ' ', start, end });
    else tokens.push({ kind: CHARS.get(whole) ?? 'char', text: whole, start, end });
  }
  return tokens;
}
