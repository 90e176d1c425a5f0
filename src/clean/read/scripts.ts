// Superscripts and subscripts in running text.
import type { TextNode } from '../text-tree.ts';
import { latexTokens } from './latex.ts';
import { parseMath } from './parse.ts';

const RAISED =
  /^\^(?:\{ ?[A-Za-z0-9+*-]{1,12} ?\}|[0-9]{1,3}(?![A-Za-z0-9.])|[0-9](?=[A-Z])|[0-9*](?![A-Za-z0-9_^])|[a-zA-Z](?![A-Za-z0-9_^]))/;
const LOWERED = /^_(?:\{[A-Za-z0-9+,-]{1,12}\}|[0-9]{1,2}(?![A-Za-z0-9_^])|[a-z](?![A-Za-z0-9_^]))/;

/** Reads x^2, 10^6 and K_s, even where nothing else speaks of mathematics. */
export function readScript(text: string, at: number): TextNode[] | null {
  const found = (text[at] === '^' ? RAISED : LOWERED).exec(text.slice(at, at + 16))?.[0];
  const base = (text[at] === '^' ? /(?:[A-Za-z]+|\d+|[)\]])$/ : /(?<![A-Za-z0-9_/.-])[A-Za-z]$/).exec(
    text.slice(Math.max(0, at - 12), at),
  )?.[0];
  if (
    found === undefined ||
    base === undefined ||
    /[/@#?&=][^\s]*$/.test(
      text
        .slice(Math.max(0, at - 60), at)
        .split(/\s/)
        .at(-1) ?? '',
    )
  )
    return null;
  const start = at - base.length;
  const end = at + found.length;
  return [
    {
      kind: 'math',
      start,
      end,
      body: parseMath(latexTokens(text.slice(start, end), start)),
      intact: false,
      certainty: 0.9,
      evidence: text.slice(start, end),
    },
  ];
}
