// Formulas whose LaTeX is still intact: $...$, \(...\), and commands of mathematics that stand in prose.
import {
  DISPLAYS,
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
import type { MathNode, Token } from '../tree.ts';
import { latexTokens } from './latex.ts';
import { parseMath } from './parse.ts';

const SIGN = /[\\$]/g;
const LONGEST = 200_000;

/** Whether a text has a sign of LaTeX that is intact. */
export const hasIntact = (text: string): boolean => text.includes('\\') || text.includes('$');

/** Finds the intact formulas of a text, by place. */
export function findIntact(text: string): Formula[] {
  if (!hasIntact(text)) return [];
  const found: Formula[] = [];
  SIGN.lastIndex = 0;
  const lastRound = text.lastIndexOf('\\)');
  const lastSquare = text.lastIndexOf('\\]');
  let dollars = 0; // up to here no closing dollar is worth a look
  const unended = new Map<string, number>(); // and up to here no \\end of an environment
  for (let match = SIGN.exec(text); match !== null; match = SIGN.exec(text)) {
    const at = match.index;
    let formula: Formula | null = null;
    if (match[0] === '$') formula = at < dollars ? null : delimited(text, at);
    else if (text[at + 1] === '(' || text[at + 1] === '[')
      formula = bracketed(text, at, text[at + 1] === '(' ? lastRound : lastSquare);
    else if (/[A-Za-z]/.test(text[at + 1] ?? '')) formula = display(text, at, unended) ?? stretch(text, at);
    if (formula === null && match[0] === '\\')
      SIGN.lastIndex = at + (text[at + 1] === '\\' || text[at + 1] === '$' ? 2 : 1);
    if (formula === null && match[0] === '$' && at >= dollars && !text.slice(at + 1, at + LONGEST).includes('$'))
      dollars = at + LONGEST;
    if (formula === null) continue;
    while (formula.start <= (found.at(-1)?.start ?? -1)) found.pop(); // {\alpha \over 2}
    if (formula.start < (found.at(-1)?.end ?? 0)) continue;
    found.push(formula);
    SIGN.lastIndex = formula.end;
  }
  return markAsIs(found, text);
}

/** Commands without dollars are their author's way and stay in LaTeX; macros that only some know are written out. */
function markAsIs(found: readonly Formula[], text: string): Formula[] {
  return found.map((formula) => {
    const isDelimited = text[formula.start] === '$' || /^\\[([]/.test(text.slice(formula.start, formula.start + 2));
    return isDelimited || formula.body.some(({ kind }) => kind === 'macro') ? formula : { ...formula, asIs: true };
  });
}

/** The formula `text[start..end)`, whose LaTeX is what lies between `from` and `to`; TeX ignores the blanks around it. */
function make(text: string, start: number, end: number, from: number, to: number): Formula {
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

// $...$ is a formula unless it may be money: a digit behind, or plain words between.
function delimited(text: string, at: number): Formula | null {
  const double = text[at + 1] === '$' ? 2 : 1;
  const rest = text.slice(at + double, at + LONGEST);
  const close = /(?<!\\)\$/.exec(rest)?.index ?? -1;
  if (close <= 0) return null;
  const inner = rest.slice(0, close);
  if (
    double === 2
      ? rest[close + 1] !== '$' || /^[a-z ]*[a-z]{2}[a-z ]*$/.test(inner)
      : !isFormula(inner, rest[close + 1] ?? '')
  )
    return null;
  if (/\\(?:href|url)(?![A-Za-z])/.test(inner)) return null;
  return make(text, at, at + double + close + double, at + double, at + double + close);
}

/** Whether what two dollars hold is a formula, by the character behind them. */
function isFormula(inner: string, after: string): boolean {
  if (/^(?:[<>=+/]|[\d.,]+~)$/.test(inner)) return true; // $<$5 is no money, and neither is $5~$GeV
  if (/\d/.test(after) && !/[\\^_{]/.test(inner)) return false;
  return /^\s|\s$/.test(inner) ? isLooseMath(inner) : isMath(inner);
}

const WORDY =
  /\\(?:text|mathrm|textbf|textit|operatorname|mbox|textrm|mathbf|mathit|textsc|texttt|mathsf|emph)\s*\{[^{}]*\}/g;
/** A word between blanks that no formula has. */
const WORD = /(?:^|\s)(?!(?:min|max|log|ln|exp|sup|inf|lim|sin|cos)(?![a-z]))[a-z]{2,}(?=[\s,.]|$)/;

const LONGEST_LOOSE = 400;

/** With blanks at its ends it may be what stands between two prices: "$5 and x is $10". */
const isLooseMath = (inner: string): boolean =>
  inner.length < LONGEST_LOOSE &&
  /\\[A-Za-z]|[\^_]|^\s*[A-Za-z][\w(),]*\s*[=<>]|^\s*[A-Za-z]\s*$/.test(inner) &&
  !WORD.test(inner.replace(WORDY, '').replace(/\\[A-Za-z]+/g, '\\'));

const isMath = (inner: string): boolean => {
  if (/^\s*\\[A-Za-z]+(?:\{[^{}]*\})?\s*$/.test(inner) || /^[\d.,\s-]+(?:\\%[\d.,\s-]*)+$/.test(inner)) return true;
  const prose = inner.replace(/\\[A-Za-z]+\s*\{[^{}]*\}/g, '');
  if (/\\[A-Za-z]/.test(inner) && !/[a-z]{4,} [a-z]{2,} [a-z]{2,}/.test(prose)) return true;
  const bare = inner.replace(WORDY, '').replace(/\\[A-Za-z]+/g, '\\');
  if (/[\\^_={}<>]/.test(bare)) return !/[a-z]{4,} [a-z]{2,} [a-z]{2,}/.test(bare);
  return (
    /^[\w+\-*/~().,;:!|\]['\u0370-\u03ff∞≤≥ -]{1,40}$/.test(inner) &&
    !/[A-Za-z]{3,} /.test(inner) &&
    (!/^[\d.,]+ /.test(inner) || /^\d+(?:, \d+)+,?$/.test(inner))
  );
};

function bracketed(text: string, at: number, lastClose: number): Formula | null {
  if (at > lastClose) return null;
  const close = text[at + 1] === '(' ? '\\)' : '\\]';
  const end = text.slice(at + 2, at + LONGEST).indexOf(close);
  return end <= 0 ? null : make(text, at, at + 4 + end, at + 2, at + 2 + end);
}

/** A formula that is set off: \begin{equation*} … \end{equation*}. */
function display(text: string, at: number, unended: Map<string, number>): Formula | null {
  const name = /^\\begin\{([a-z]{4,11}\*?)\}/.exec(text.slice(at, at + LONGEST_BEGIN))?.[1] ?? '';
  if (!DISPLAYS.has(name) || at < (unended.get(name) ?? 0)) return null;
  const last = `\\end{${name}}`;
  const close = text.slice(at, at + LONGEST).indexOf(last);
  if (close < 0) {
    unended.set(name, at + LONGEST);
    return null;
  }
  const end = at + close + last.length;
  const comment = /^%(?=\s|$)/.test(text.slice(end, end + 2)) ? 1 : 0;
  const formula = make(text, at, end + comment, at, end);
  const blank = (char: string | undefined): MathNode[] => (/[\s.,;:)]|^$/.test(char ?? '') ? [] : [BLANK]);
  return { ...formula, body: [...blank(text[at - 1]), ...formula.body, ...blank(text[formula.end])] };
}

/** A formula that is set off has room around it. */
const BLANK: MathNode = { kind: 'text', text: ' ' };

const LONGEST_BEGIN = 24;

/** Whether a command is of mathematics alone. */
export function isMathCommand(name: string): boolean {
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

// A command of mathematics in prose, with its arguments, scripts, and the commands glued to it.
function stretch(text: string, at: number): Formula | null {
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
  const made = make(text, start, end, start, end);
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
    return end > at ? make(text, i, end, i, end) : null;
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
