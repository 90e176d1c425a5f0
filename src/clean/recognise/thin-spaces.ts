// Commas in formulas that are what a page left of `\\,`: before units, the mass of the Sun, and differentials.
import { LONG_UNITS, UNITS } from '../tables/units.ts';
import type { Token } from '../tree.ts';

const BESIDE = 24; // characters on each side that tell
const SUN = /^[MLRZ]_\{?(?:odot|oplus|sun|star)/;
const PER_UNIT = new RegExp(`^(?:${UNITS}|sr|beam|dex|bar|sec)\\^\\{?-`);
const UNIT = new RegExp(`^(?:(?:mathrm|text|rm ?)\\{)?(?:${LONG_UNITS})(?![A-Za-z0-9_^(])`);
const MICRO = /^(?:mu|µ|μ) ?(?:[mKsgWJVAFGTLNM]|Hz|eV|rad|as|Jy|mag)(?![A-Za-z0-9_^(])/;
const DIFFERENTIAL = /^d(?:[a-zA-Z]|mu|nu|lambda|omega|sigma|theta|tau|pi)(?![A-Za-z])/;

/** Reads such commas as the spaces that they were. */
export function withThinSpaces(text: string, tokens: readonly Token[]): readonly Token[] {
  const hasIntegral = tokens.some(({ kind, text: name }) => kind === 'command' && name.endsWith('int'));
  return tokens.map((token) => {
    if (token.kind !== 'char' || token.text !== ',') return token;
    const before = text.slice(Math.max(0, token.start - BESIDE), token.start);
    const after = text.slice(token.end, token.end + BESIDE);
    const isSpace =
      (/[\d})]$/.test(before) && (SUN.test(after) || UNIT.test(after))) ||
      (/(?:^|[\s=<>~]|(?<![A-Za-z])\()\d+(?:\.\d+)?$/.test(before) && MICRO.test(after)) ||
      (/[\w}]$/.test(before) && PER_UNIT.test(after)) ||
      (hasIntegral && /[\w)}]$/.test(before) && DIFFERENTIAL.test(after));
    return isSpace ? { ...token, kind: 'escape' } : token;
  });
}
