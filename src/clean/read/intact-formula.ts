// The tree of a formula whose LaTeX is intact, by the rules of TeX.
import { FONTS, MATH_ACCENTS } from '../tables/commands.ts';
import { SYMBOLS } from '../tables/symbols.ts';
import type { Formula } from '../text-tree.ts';
import type { Token } from '../tree.ts';
import { latexTokens } from './latex.ts';
import { parseMath } from './parse.ts';

/** The formula `text[start..end)`, whose LaTeX is what lies between `from` and `to`; TeX ignores the blanks around it. */
export function readIntact(text: string, start: number, end: number, from: number, to: number): Formula {
  const inner = text.slice(from, to);
  const tokens = latexTokens(inner.trim(), from + inner.length - inner.trimStart().length);
  return {
    start,
    end,
    body: parseMath(withoutNameEnds(tokens.filter((token, i) => !isMarkOfTex(token, i, tokens)))),
    intact: true,
    certainty: 1,
    evidence: text.slice(start, end),
  };
}

/** A dollar in a formula ends what a box of text holds; a raw percent sign began a comment, unless it stands behind a number. */
function isMarkOfTex({ kind, text }: Token, i: number, tokens: readonly Token[]): boolean {
  if (kind !== 'char' || (text !== '$' && text !== '%')) return false;
  const before = tokens[i - 1]?.kind === 'space' ? tokens[i - 2] : tokens[i - 1];
  return text === '$' || (!/^(?:number|close)$/.test(before?.kind ?? '') && before?.text !== ')');
}

/** Without the blanks that only part a letter's name from what it is multiplied with: \pi G. */
function withoutNameEnds(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    if (kind !== 'space' || before?.kind !== 'command' || SYMBOLS.get(before.text)?.kind !== 'ord') return true;
    const isFactor =
      next?.kind === 'letters' ||
      next?.kind === 'number' ||
      (next?.kind === 'command' &&
        (SYMBOLS.get(next.text)?.kind === 'ord' || FONTS.has(next.text) || MATH_ACCENTS.has(next.text)));
    return !isFactor;
  });
}
