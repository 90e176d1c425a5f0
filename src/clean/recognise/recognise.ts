// Where the formulas of a text are, and what they say.

import { findIntact } from '../read/intact.ts';
import { parseMath } from '../read/parse.ts';
import type { Formula } from '../text-tree.ts';
import type { Token } from '../tree.ts';
import { blockedRanges } from './blocked.ts';
import { decode, type Path } from './decode.ts';
import { makeGate, type Piece } from './gate.ts';
import { connect, score } from './graph.ts';
import { LABEL, type Lattice, makeLattice, muteBetweenProse } from './lattice.ts';
import type { Scan } from './scan.ts';
import { SHAPE } from './shapes.ts';
import { addNumbers, spanToken, withDegrees, withFractions, withSides } from './tokens.ts';
import { trimmed } from './trim.ts';
import { getWeights, STEP } from './weights.ts';

/** Finds the formulas in the windows of a scan; `margin` (log odds) is asked for beyond the usual, places left in doubt go to `warnings`. */
export function recognise(text: string, { windows, evidence }: Scan, margin: number, warnings: string[]): Formula[] {
  const intact = /[\\$]/.test(text) ? findIntact(text) : [];
  const blocked = windows.length > 0 ? blockedRanges(text, intact) : [];
  const pieces: (Piece | null)[] = [];
  for (let w = 0; w < windows.length; w += 2) {
    const lattice = makeLattice(text, windows[w] ?? 0, windows[w + 1] ?? 0, blocked);
    if (!muteBetweenProse(lattice)) continue;
    const graph = connect(lattice);
    score(lattice, graph, evidence, getWeights());
    collect(lattice, decode(lattice, graph), pieces);
    pieces.push(null);
  }
  const found = formulas(text, pieces, makeGate(text, pieces, evidence, margin), warnings);
  return intact.length === 0 ? found : [...found, ...intact].sort((a, b) => a.start - b.start);
}

/** The pieces of a way that are no prose; null where prose parts them. */
function collect(lattice: Lattice, path: Path, pieces: (Piece | null)[]): void {
  for (let i = 0; i < path.length; i++) {
    const label = path.label[i];
    if (label === LABEL.prose) {
      if (pieces.at(-1) !== null) pieces.push(null);
      continue;
    }
    const s = path.span[i] ?? 0;
    const a = lattice.spanAtom[s] ?? 0;
    const start = lattice.spanStart[s] ?? 0;
    const end = lattice.spanEnd[s] ?? 0;
    const first = start === lattice.atomStart[a];
    pieces.push({
      start,
      end,
      command: label === LABEL.command,
      margin: (path.margin[i] ?? 0) * STEP,
      shape: lattice.spanShape[s] ?? 0,
      whole: first && end === lattice.atomEnd[a],
      level: lattice.atomLevel[a] ?? 0,
      blank: first && lattice.atomBlank[a] === 1,
    });
  }
}

function formulas(
  text: string,
  pieces: readonly (Piece | null)[],
  passes: (piece: Piece) => boolean,
  warnings: string[],
): Formula[] {
  const found: Formula[] = [];
  let run: Piece[] = [];
  const close = (): void => {
    const formula = run.length > 0 ? makeFormula(text, run) : null;
    if (formula !== null) found.push(formula);
    run = [];
  };
  for (const piece of pieces) {
    if (piece !== null && (!piece.command || passes(piece))) {
      run.push(piece);
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

function makeFormula(text: string, whole: readonly Piece[]): Formula | null {
  const run = trimmed(text, whole);
  const tokens: Token[] = [];
  let margin = Infinity;
  let telling = false;
  for (const piece of run) {
    if (piece.blank && tokens.length > 0)
      tokens.push({ kind: 'space', text: ' ', start: piece.start - 1, end: piece.start });
    const token = spanToken(text, piece.start, piece.end, piece.command);
    tokens.push(token);
    if (token.kind !== 'letters' && token.kind !== 'number' && token.kind !== 'char' && token.kind !== 'escape')
      telling = true;
    if (token.kind === 'command') margin = Math.min(margin, piece.margin);
  }
  if (!telling) return null;
  addNumbers(text, tokens);
  const body = parseMath(withDegrees(text, withFractions(withSides(tokens))));
  if (body.every(({ kind }) => kind === 'text' || kind === 'space' || kind === 'escape' || kind === 'gap')) return null;
  const start = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? 0;
  return { start, end, body, intact: false, certainty: 1 / (1 + Math.exp(-margin)), evidence: text.slice(start, end) };
}
