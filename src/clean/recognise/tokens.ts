// A span of the lattice with its label → a token of a formula.
import type { Token, TokenKind } from '../tree.ts';

const KINDS: ReadonlyMap<string, TokenKind> = new Map([['{', 'open'], ['}', 'close'], ['^', 'sup'], ['_', 'sub']]);

/** Makes the token of `text[start..end)`. */
export function spanToken(text: string, start: number, end: number, command: boolean): Token {
  const source = text.slice(start, end);
  if (command) return { kind: /^[A-Za-z]/.test(source) ? 'command' : 'escape', text: source, start, end };
  if (source.startsWith('\\') && source.length > 1) return { kind: /[A-Za-z]/.test(source[1] ?? '') ? 'command' : 'escape', text: source.slice(1), start, end };
  if (/^[A-Za-z]/.test(source)) return { kind: 'letters', text: source, start, end };
  if (/^\d/.test(source)) return { kind: 'number', text: source, start, end };
  return { kind: KINDS.get(source) ?? 'char', text: source, start, end };
}
