// Which names of the best way stay commands: those that the trees give odds enough, and no rule of English keeps as words.
import { FUNCTIONS } from '../tables/commands.ts';
import { GREEK } from '../tables/symbols.ts';
import type { Evidence } from './evidence.ts';
import { factsOf } from './facts.ts';
import { agreeOnLetters } from './letters.ts';
import { oddsOf } from './odds.ts';
import { pairBars, pairBraces, pairSizers, showSets } from './pairs.ts';
import type { Piece, Verdict } from './piece.ts';
import { SHAPE } from './shapes.ts';
import { findWords, isMicro } from './words.ts';

/** Log odds that a name must reach: damage is worse than residue. */
const LEAST = 0.7;
/** The same for "to", and for Greek letters inside a run, which mislead most. */
const LEAST_TO = 1.5;
const LEAST_GREEK_PIECE = 1.1;
/** The same for a Greek letter, which is the same letter however its author wrote it. */
const LEAST_GREEK = 0;
/** The same for the name of a function, which stays a word either way: only its letters stand upright. */
const LEAST_FUNCTION = 0;
/** The same for a single character whose backslash was lost, by the margin of the best way: a brace, and any other. */
const LEAST_BRACE = 0;
const LEAST_ESCAPE = 2;

/** Judges the commands among the pieces; `margin` (log odds) is asked for beyond the usual. */
export function judge(
  text: string,
  pieces: readonly (Piece | null)[],
  evidence: Evidence,
  margin: number,
): ReadonlyMap<Piece, Verdict> {
  const facts = factsOf(text, pieces, evidence);
  const words = findWords(text, facts, evidence);
  const verdicts = new Map<Piece, Verdict>();
  for (const piece of pieces) {
    if (!piece?.command) continue;
    const known = facts.get(piece);
    const isSure = known === undefined || piece.margin === Infinity;
    const isUnit = isMicro(text, piece.start, piece.end);
    const odds = isSure ? piece.margin : isUnit ? Infinity : words.has(piece) ? -Infinity : oddsOf(known);
    verdicts.set(piece, { odds, holds: odds >= least(text, piece) + margin });
  }
  agreeOnLetters(text, facts, verdicts, evidence.origin);
  showSets(text, pieces, verdicts);
  pairBraces(text, pieces, verdicts);
  pairBars(text, pieces, verdicts);
  pairSizers(text, facts.keys(), verdicts);
  return verdicts;
}

function least(text: string, { start, end, whole, shape }: Piece): number {
  if (text[start] === ',' && partsFunctions(text, start)) return Infinity;
  if (end - start === 1) return /[{}]/.test(text[start] ?? '') ? LEAST_BRACE : LEAST_ESCAPE;
  if (shape === SHAPE.functionName) return LEAST_FUNCTION;
  const name = text.slice(start, end);
  if (GREEK.has(name)) return whole ? LEAST_GREEK : LEAST_GREEK_PIECE;
  return name === 'to' ? LEAST_TO : LEAST;
}

/** Whether a comma parts the names of functions, as in "cos, sin, tan and exp", and is no lost `\,`. */
const partsFunctions = (text: string, at: number): boolean =>
  /^, [a-z]{2}/.test(text.slice(at, at + 4)) &&
  FUNCTIONS.has(/[A-Za-z]*$/.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? '');
