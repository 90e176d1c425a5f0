// Characters by their number: \unicode{x2013}, and the x2013 that unwrapping left of it.
import type { TextNode } from '../text-tree.ts';

/** The character that \unicode{x2013} stands for, by its argument; none for a control character or half a pair. */
export function readCharacter(argument: string): string | null {
  const code = Number.parseInt(/^x([\dA-Fa-f]{4,5})$/.exec(argument)?.[1] ?? '', 16);
  return code >= 0xa0 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
}

/** Reads x2013 at `at` where it is neither a size (1024x2013) nor part of a name (Linux2013). */
export function readBareCharacter(text: string, at: number): TextNode[] | null {
  const end = at + 'x2013'.length;
  const isGlued = /[A-Za-z]/.test(text[at - 1] ?? ' ');
  const character = (isGlued ? /[a-z]/ : /[a-z ]/).test(text[end] ?? '') ? readCharacter(text.slice(at, end)) : null;
  return character === null ? null : [{ kind: 'plain', start: at, end, text: character }];
}
