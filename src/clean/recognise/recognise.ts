// Where the formulas of a text are, and what they say.

import { findIntact } from '../read/intact.ts';
import { parseMath } from '../read/parse.ts';
import type { Formula } from '../text-tree.ts';
import type { Token } from '../tree.ts';
import { judge } from './gate.ts';
import { findPieces, type Piece, type Verdict } from './pieces.ts';
import type { Scan } from './scan.ts';
import { SHAPE } from './shapes.ts';
import { addNumbers, spanToken, withDegrees, withFractions, withSides } from './tokens.ts';
import { trimmed } from './trim.ts';
import { getWeights } from './weights.ts';

/** Finds the formulas in the windows of a scan; `margin` (log odds) is asked for beyond the usual, places left in doubt go to `warnings`. */
export function recognise(text: string, scan: Scan, margin: number, warnings: string[]): Formula[] {
  const intact = findIntact(text);
  const pieces = findPieces(text, scan, intact, getWeights());
  const found = formulas(text, pieces, judge(text, pieces, scan.evidence, margin), warnings);
  return intact.length === 0 ? found : [...found, ...intact].sort((a, b) => a.start - b.start);
}

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

function makeFormula(text: string, whole: readonly Piece[], verdicts: ReadonlyMap<Piece, Verdict>): Formula | null {
  const run = trimmed(text, whole);
  const tokens: Token[] = [];
  let odds = Infinity;
  let telling = false;
  for (const piece of run) {
    if (piece.blank && tokens.length > 0)
      tokens.push({ kind: 'space', text: ' ', start: piece.start - 1, end: piece.start });
    const token = spanToken(text, piece.start, piece.end, piece.command);
    tokens.push(token);
    if (token.kind !== 'letters' && token.kind !== 'number' && token.kind !== 'char' && token.kind !== 'escape')
      telling = true;
    if (token.kind === 'command') odds = Math.min(odds, verdicts.get(piece)?.odds ?? Infinity);
  }
  if (!telling) return null;
  addNumbers(text, tokens);
  const body = parseMath(withDegrees(text, withFractions(withSides(tokens))));
  if (body.every(({ kind }) => kind === 'text' || kind === 'space' || kind === 'escape' || kind === 'gap')) return null;
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? 0;
  return { start, end, body, intact: false, certainty: 1 / (1 + Math.exp(-odds)), evidence: text.slice(start, end) };
}
