// Where the formulas of a text are, and what they say.

import { findIntact } from '../read/intact.ts';
import { parseMath } from '../read/parse.ts';
import type { Formula } from '../text-tree.ts';
import type { Token, TokenKind } from '../tree.ts';
import { judge } from './gate.ts';
import { lettersAgain } from './letters.ts';
import type { Piece, Verdict } from './piece.ts';
import { findPieces } from './pieces.ts';
import type { Scan } from './scan.ts';
import { SHAPE } from './shapes.ts';
import { withNames } from './taken-for-letters.ts';
import { withThinSpaces } from './thin-spaces.ts';
import { addNumbers, spanToken, withDegrees, withFractions, withOrbitals, withSides } from './tokens.ts';
import { closed, trimmed } from './trim.ts';
import { getWeights } from './weights.ts';

/** Finds the formulas in the windows of a scan; `margin` (log odds) is asked for beyond the usual, places left in doubt go to `warnings`. */
export function recognise(text: string, scan: Scan, margin: number, warnings: string[]): Formula[] {
  const intact = findIntact(text);
  const pieces = findPieces(text, scan, intact, getWeights());
  const verdicts = judge(text, pieces, scan.evidence, margin);
  const found = inOrder(formulas(text, pieces, verdicts, warnings), intact);
  return inOrder(found, lettersAgain(text, verdicts, found, scan.evidence.origin));
}

const inOrder = (found: Formula[], more: readonly Formula[]): Formula[] =>
  more.length === 0 ? found : [...found, ...more].sort((a, b) => a.start - b.start);

function formulas(
  text: string,
  pieces: readonly (Piece | null)[],
  verdicts: ReadonlyMap<Piece, Verdict>,
  warnings: string[],
): Formula[] {
  const found: Formula[] = [];
  let run: Piece[] = [];
  const close = (): void => {
    const formula = run.length > 0 ? makeFormula(text, run, verdicts) : null;
    if (formula !== null) found.push(formula);
    run = [];
  };
  for (const piece of pieces) {
    if (
      piece !== null &&
      text[piece.start] === '}' &&
      closesArgument(text, piece.start, run[0]?.start ?? piece.start)
    ) {
      close();
      continue;
    }
    const holds = piece !== null && verdicts.get(piece)?.holds === true;
    if (piece !== null && (holds || !piece.command)) {
      run.push(holds === piece.command ? piece : { ...piece, command: holds });
      continue;
    }
    if (piece !== null && (piece.shape > SHAPE.shortUnknown || !piece.whole || !(piece.blank || run.length === 0))) {
      run.push({ ...piece, command: false });
      continue;
    }
    if (piece !== null)
      warnings.push(
        `${text.slice(piece.start, piece.end)} at character ${piece.start + 1} may be mathematics and stays as it was`,
      );
    close();
  }
  close();
  return found;
}

/** Whether the brace at `at` closes the argument of a command of running text that opens before `from`: \textbf{alpha-DPO}. */
function closesArgument(text: string, at: number, from: number): boolean {
  if (!text.slice(Math.max(0, at - LONGEST_ARGUMENT), at).includes('\\')) return false;
  let depth = 1;
  for (let i = at - 1; i >= Math.max(0, at - LONGEST_ARGUMENT); i--) {
    if (text[i] === '}') depth++;
    if (text[i] !== '{' || --depth > 0) continue;
    return (
      i < from && (TAKES_TEXT.test(text.slice(Math.max(0, i - 12), i)) || SWITCHES_FONT.test(text.slice(i, i + 12)))
    );
  }
  return false;
}

const LONGEST_ARGUMENT = 200;
const TAKES_TEXT = /\\(?:text(?:bf|it|sc|sl|sf|tt|rm|up)?|emph|underline)$/;
const SWITCHES_FONT = /^\{\\(?:em|bf|it|sc|sl|sf|tt|rm)(?:series|shape|family)?(?![A-Za-z])/;

function makeFormula(text: string, whole: readonly Piece[], verdicts: ReadonlyMap<Piece, Verdict>): Formula | null {
  const run = closed(text, trimmed(text, whole));
  const tokens: Token[] = [];
  let odds = Infinity;
  for (const piece of run) {
    if (piece.blank && tokens.length > 0)
      tokens.push({ kind: 'space', text: ' ', start: piece.start - 1, end: piece.start });
    const token = tied(text, piece, spanToken(text, piece.start, piece.end, piece.command));
    tokens.push(token);
    if (token.kind === 'command') odds = Math.min(odds, verdicts.get(piece)?.odds ?? Infinity);
  }
  if (tokens.every(({ kind }) => PLAIN.has(kind))) return null;
  addNumbers(text, tokens);
  const spaced = withOrbitals(text, withThinSpaces(text, tokens));
  const read = withDegrees(text, withFractions(withSides(withNames(spaced))));
  if (!read.some(isTelling) && !isGrouped(text, read)) return null;
  const body = parseMath(read);
  if (body.every(({ kind }) => kind === 'text' || kind === 'space' || kind === 'escape' || kind === 'gap')) return null;
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? 0;
  return { start, end, body, intact: false, certainty: 1 / (1 + Math.exp(-odds)), evidence: text.slice(start, end) };
}

/** A tilde glued to both its sides is a tie, which TeX prints as a blank: 68~mus; with a blank on either side somebody typed it as "about". */
function tied(text: string, { start, end }: Piece, token: Token): Token {
  return token.text === '~' && /[^\s([{=<>]~[^\s~]/.test(text.slice(start - 1, end + 1))
    ? { ...token, kind: 'escape', text: ' ' }
    : token;
}

/** What only mathematics has: a command, a script. */
const isTelling = ({ kind }: Token): boolean => !PLAIN.has(kind) && !BRACES.has(kind);

const PLAIN: ReadonlySet<TokenKind> = new Set<TokenKind>(['letters', 'number', 'char', 'escape', 'space']);
const BRACES: ReadonlySet<TokenKind> = new Set<TokenKind>(['open', 'close']);

/** Whether all that speaks of mathematics are braces, and none that an author meant to be seen. */
function isGrouped(text: string, tokens: readonly Token[]): boolean {
  const open = tokens.filter(({ kind }) => kind === 'open');
  return open.length > 0 && !open.some(({ start }) => isShownBrace(text, start));
}

/** {name} in a template, {json,yaml}, [a-z]{2,3}, the brace { itself; but {Lasso} is LaTeX's own. */
function isShownBrace(text: string, at: number): boolean {
  SHOWN_BRACE.lastIndex = at;
  return SHOWN_BRACE.test(text);
}

const SHOWN_BRACE = /(?<![A-Za-z{])\{(?: |(?!(?:em|it|bf|rm|tt|sc|sl|sf)\})[a-z_]{2,60}\}|[^{}]{0,60},)/y;
