// Superscripts and subscripts in running text, and the thin space before a unit.
import { LONG_UNITS, UNITS } from '../tables/units.ts';
import type { TextNode } from '../text-tree.ts';
import { latexTokens } from './latex.ts';
import { parseMath } from './parse.ts';

const RAISED =
  /^\^(?:\{ ?[A-Za-z0-9+*-]{1,12} ?\}|-?[0-9]{1,3}(?![A-Za-z0-9]|\.\d)|[0-9](?=[A-Z])|[0-9*](?![A-Za-z0-9_^])|[a-zA-Z](?![A-Za-z0-9_^]))/;
const LOWERED = /^_(?:\{[A-Za-z0-9+,-]{1,12}\}|[0-9]{1,2}(?![A-Za-z0-9_^])|[a-z](?![A-Za-z0-9_^]))/;

/** Reads x^2, 10^6 and K_s, even where nothing else speaks of mathematics. */
export function readScript(text: string, at: number): TextNode[] | null {
  const found = (text[at] === '^' ? RAISED : LOWERED).exec(text.slice(at, at + 16))?.[0];
  const isBehindText = /\\(?:text[a-z]{2}|emph)\{[^{}]{1,60}\}$/.test(text.slice(Math.max(0, at - 72), at));
  const base = isBehindText
    ? ''
    : (text[at] === '^' ? /(?:[A-Za-z]+|\d+|[)\]])$/ : /(?<![A-Za-z0-9_/.-])[A-Za-z]$/).exec(
        text.slice(Math.max(0, at - 12), at),
      )?.[0];
  if (found === undefined || base === undefined || isInAddress(text, at)) return null;
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

/** Whether a script would stand in an address or a path; a unit with a stroke is none: m/s^2. */
function isInAddress(text: string, at: number): boolean {
  const word = text
    .slice(Math.max(0, at - 60), at)
    .split(/\s/)
    .at(-1);
  return word !== undefined && /[/@#?&=]/.test(word) && !PER_UNIT.test(word);
}

const PER_UNIT = /^(?:[A-Z]?[A-Za-z]{1,3})\/(?:[cmk]?m|s|K|yr|pc)$/;
const MEASURED = /(?:^|[\s~≈<>±=])(\d+(\.\d+)?)$/;
const UNIT = new RegExp(`^,(?:${LONG_UNITS}|%)(?![A-Za-z0-9_^(=])`);
const DECIMAL_UNIT = new RegExp(`^,(?:${UNITS}|%)(?![A-Za-z0-9_^(=])`);

const POWER = /10\^(?:\d|\{-?\d{1,3}\})$/;

/** Reads 1.5,s, 20,ms and 10^{9},G: the comma is what the page left of `\\,`. */
export function readThinSpace(text: string, at: number): TextNode[] | null {
  if (POWER.test(text.slice(Math.max(0, at - 10), at)) && DECIMAL_UNIT.test(text.slice(at, at + 8)))
    return [{ kind: 'tie', start: at, end: at + 1 }];
  const number = MEASURED.exec(text.slice(Math.max(0, at - 12), at));
  const unit = (number?.[2] === undefined ? UNIT : DECIMAL_UNIT).exec(text.slice(at, at + 8))?.[0];
  if (number === null || unit === undefined) return null;
  const start = at - (number[1] ?? '').length;
  const end = at + unit.length;
  const evidence = text.slice(start, end);
  const body = parseMath(latexTokens(evidence.replace(',', '\\,'), start));
  return [{ kind: 'math', start, end, body, intact: false, certainty: 0.9, evidence }];
}
