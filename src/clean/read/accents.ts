// Accents and letters of names: \"o, \v{s}, \ss.
import { TEXT_ACCENTS, TEXT_LETTERS } from '../tables/commands.ts';
import type { TextNode } from '../text-tree.ts';

/** Reads an accent whose mark is known; its letter stands at `after`. */
export function readAccent(text: string, at: number, mark: string, after: number, end: number): TextNode[] | null {
  const named = /[A-Za-z]/.test(mark);
  const match = /^\s*(?:\{\s*(?:\\([ij])|(\p{L}?))\s*\}|\\([ij])(?![A-Za-z])\s?|(\p{L}))/u.exec(
    text.slice(after, Math.min(end, after + 8)),
  );
  if (match === null) return null;
  if (named && !/^[\s{\\]/.test(match[0])) return null;
  const letter = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
  return letter === '' ? null : [{ kind: 'accent', start: at, end: after + match[0].length, mark, letter }];
}

/** An accent or a letter of its own right behind a brace. */
export function readLoneAccent(text: string, at: number, end: number): TextNode[] | null {
  const name = /^[A-Za-z]+/.exec(text.slice(at + 1, at + 4))?.[0];
  if (name === undefined)
    return TEXT_ACCENTS.has(text[at + 1] ?? '') ? readAccent(text, at, text[at + 1] ?? '', at + 2, end) : null;
  if (TEXT_ACCENTS.has(name)) return readAccent(text, at, name, at + 1 + name.length, end);
  return TEXT_LETTERS.has(name) && at + 1 + name.length === end ? [{ kind: 'letter', start: at, end, name }] : null;
}
