// Commands of mathematics that stand in prose without dollars.
import {
  FONTS,
  FUNCTIONS,
  MACROS,
  MATH_ACCENTS,
  PROSE_MACROS,
  SIZERS,
  STRUCTURES,
  TEXT_LETTERS,
} from '../tables/commands.ts';
import { SYMBOLS } from '../tables/symbols.ts';
import type { Formula } from '../text-tree.ts';
import { readIntact } from './intact-formula.ts';

/** Whether a command is of mathematics alone. */
function isMathCommand(name: string): boolean {
  if (MACROS.has(name)) return true;
  if (TEXT_LETTERS.has(name) || PROSE_MACROS.has(name)) return false;
  const font = FONTS.get(name);
  if (font !== undefined) return font !== 'text' && !name.startsWith('text');
  return (
    SYMBOLS.has(name) ||
    FUNCTIONS.has(name) ||
    MATH_ACCENTS.has(name) ||
    SIZERS.has(name) ||
    (STRUCTURES.has(name) && !name.startsWith('text'))
  );
}

/** The formula of a command of mathematics that stands in prose at `at`: with its arguments, scripts, and the commands glued to it. */
export function stretch(text: string, at: number): Formula | null {
  if (isInfix(text, at)) return divided(text, at);
  let end = commandEnd(text, at);
  if (end < 0) return null;
  for (;;) {
    const next = more(text, end);
    if (next <= end) break;
    end = next;
  }
  const start = at - (/[A-Za-z0-9)]?[_^]$/.exec(text.slice(Math.max(0, at - 2), at))?.[0].length ?? 0);
  if (/^\\deg(?![A-Za-z])/.test(text.slice(at, at + 5)) && /\d ?\{?$/.test(text.slice(Math.max(0, at - 3), at)))
    return {
      start: at,
      end: at + 4,
      body: [{ kind: 'symbol', name: 'degree' }],
      intact: true,
      certainty: 1,
      evidence: '\\deg',
    };
  const made = readIntact(text, start, end, start, end);
  return made.body.some(({ kind }) => kind === 'unknown') ? null : made;
}

const INFIX = /^\\(?:over|choose|atop)(?![A-Za-z])/;
const LONGEST_INFIX = 9;
const isInfix = (text: string, at: number): boolean => INFIX.test(text.slice(at, at + LONGEST_INFIX));

/** {a \over b}: the group around a command that stands between its arguments. */
function divided(text: string, at: number): Formula | null {
  let depth = 1;
  for (let i = at - 1; i >= Math.max(0, at - LONGEST_HALF); i--) {
    if (text[i - 1] === '\\') continue;
    if (text[i] === '}') depth++;
    if (text[i] !== '{' || --depth > 0) continue;
    const end = groupEnd(text, i);
    return end > at ? readIntact(text, i, end, i, end) : null;
  }
  return null;
}

const LONGEST_HALF = 200;

/** \sqrt n, \tilde A, \mathbb R, \frac12: letters and digits behind such a name are its arguments. */
function withArguments(text: string, name: string, end: number): number {
  const count = STRUCTURES.get(name) ?? (MATH_ACCENTS.has(name) || MATH_FONT.test(name) ? 1 : 0);
  let at = end;
  for (let i = 0; i < count; i++) {
    const single = (count === 1 ? ONE : ONE_OF_TWO).exec(text.slice(at, at + 6))?.[0].length ?? 0;
    const next = single > 0 ? at + single : text[at] === '{' ? groupEnd(text, at) : -1;
    if (next < 0) break;
    at = next;
  }
  return at;
}

const MATH_FONT = /^(?:math(?:bb|cal|scr|frak|bf|rm|sf)|boldsymbol|bm)$/;
const ONE = /^ ?(?:[A-Za-z](?![A-Za-z])|\d{1,4})/;
const ONE_OF_TWO = /^(?: ?\d| [A-Za-z](?![A-Za-z]))/;

function commandEnd(text: string, at: number): number {
  const name = /^\\([A-Za-z]{1,30})(?![A-Za-z])/.exec(text.slice(at, at + 33))?.[1];
  if (name === undefined || !isMathCommand(name) || isInfix(text, at)) return -1;
  const isSpokenOf = text.startsWith('{}', at + 1 + name.length) && (STRUCTURES.has(name) || MATH_ACCENTS.has(name));
  if (isSpokenOf) return -1; // "an answer in \boxed{}"
  return withArguments(text, name, at + 1 + name.length);
}

function more(text: string, at: number): number {
  const char = text[at];
  if (char === '{') return groupEnd(text, at);
  if (char === '_' || char === '^') {
    if (text[at + 1] === '{') return groupEnd(text, at + 1);
    if (text[at + 1] === '\\') return commandEnd(text, at + 1);
    return /[A-Za-z0-9*+']/.test(text[at + 1] ?? '') && !/[A-Za-z]/.test(text[at + 2] ?? '') ? at + 2 : -1;
  }
  if (char === '\\') return commandEnd(text, at);
  const gap = /^(?:\\[,;!: ]| ?)/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
  return gap > 0 && text[at + gap] === '\\' ? commandEnd(text, at + gap) : -1;
}

function groupEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length && i < at + 200; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i + 1;
  }
  return -1;
}
