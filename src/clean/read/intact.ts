// Formulas whose LaTeX is still intact: $...$, \(...\), and commands of mathematics that stand in prose.
import { DISPLAYS } from '../tables/commands.ts';
import type { Formula } from '../text-tree.ts';
import type { MathNode } from '../tree.ts';
import { readIntact } from './intact-formula.ts';
import { stretch } from './stretch.ts';

const SIGN = /[\\$]/g;
const LONGEST = 200_000;

/** Whether a text has a sign of LaTeX that is intact. */
export const hasIntact = (text: string): boolean => text.includes('\\') || text.includes('$');

/** Finds the intact formulas of a text, by place. */
export function findIntact(text: string): Formula[] {
  if (!hasIntact(text)) return [];
  const found: Formula[] = [];
  SIGN.lastIndex = 0;
  let dollars = 0; // up to here no closing dollar is worth a look
  const ends = new Ends(text);
  for (let match = SIGN.exec(text); match !== null; match = SIGN.exec(text)) {
    const at = match.index;
    let formula: Formula | null = null;
    if (match[0] === '$') formula = at < dollars ? null : delimited(text, at);
    else if (text[at + 1] === '(' || text[at + 1] === '[') formula = bracketed(text, at, ends);
    else if (/[A-Za-z]/.test(text[at + 1] ?? '')) formula = display(text, at, ends) ?? stretch(text, at);
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
  return readIntact(text, at, at + double + close + double, at + double, at + double + close);
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

/** Finds what ends a formula; where it was looked for in vain it is not looked for again, so that the time stays in proportion to the length. */
class Ends {
  readonly #text: string;
  /** By what ends a formula: up to here there is none. */
  readonly #searched = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the first `end` at `from` or behind stands, which closes the formula that begins at `at`; -1 when there is none near enough. */
  find(end: string, at: number, from: number): number {
    const start = Math.max(from, this.#searched.get(end) ?? 0);
    const found = this.#text.slice(start, at + LONGEST).indexOf(end);
    if (found < 0) this.#searched.set(end, Math.max(start, at + LONGEST - end.length));
    return found < 0 ? -1 : start + found;
  }
}

function bracketed(text: string, at: number, ends: Ends): Formula | null {
  const close = ends.find(text[at + 1] === '(' ? '\\)' : '\\]', at, at + 2);
  return close <= at + 2 ? null : readIntact(text, at, close + 2, at + 2, close);
}

/** A formula that is set off: \begin{equation*} … \end{equation*}. */
function display(text: string, at: number, ends: Ends): Formula | null {
  const name = /^\\begin\{([a-z]{4,11}\*?)\}/.exec(text.slice(at, at + LONGEST_BEGIN))?.[1] ?? '';
  if (!DISPLAYS.has(name)) return null;
  const last = `\\end{${name}}`;
  const close = ends.find(last, at, at);
  if (close < 0) return null;
  const end = close + last.length;
  const comment = /^%(?=\s|$)/.test(text.slice(end, end + 2)) ? 1 : 0;
  const formula = readIntact(text, at, end + comment, at, end);
  const blank = (char: string | undefined): MathNode[] => (/[\s.,;:)]|^$/.test(char ?? '') ? [] : [BLANK]);
  return { ...formula, body: [...blank(text[at - 1]), ...formula.body, ...blank(text[formula.end])] };
}

/** A formula that is set off has room around it. */
const BLANK: MathNode = { kind: 'text', text: ' ' };

const LONGEST_BEGIN = 24;
