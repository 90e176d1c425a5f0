// The pieces of the best way through each window: what lies between prose and prose.
import type { Formula } from '../text-tree.ts';
import { blockedRanges } from './blocked.ts';
import { decode, type Path } from './decode.ts';
import { connect, score } from './graph.ts';
import { LABEL, type Lattice } from './lattice.ts';
import type { Scan } from './scan.ts';
import { SHAPE } from './shapes.ts';
import type { Weights } from './weights.ts';
import { makeLattice, muteBetweenProse } from './window.ts';

/** A span of the best way that is no prose. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly command: boolean;
  /** By how much the best way beats the best one that reads this place otherwise, in log odds. */
  readonly margin: number;
  readonly shape: number;
  /** Whether it is a whole run, and how common that is in prose. */
  readonly whole: boolean;
  readonly level: number;
  /** Whether a blank stands before it. */
  readonly blank: boolean;
  /** Shapes of the atoms on both sides, `inside` where its own run goes on or the window ends. */
  readonly left: number;
  readonly right: number;
}

/** What is said of a command: its log odds, and whether they are enough. */
export interface Verdict {
  readonly odds: number;
  readonly holds: boolean;
}

/** Reads the windows of a scan by `weights`, beside the formulas that are there; null stands where prose parts two pieces. */
export function findPieces(
  text: string,
  { windows, evidence }: Scan,
  intact: readonly Formula[],
  weights: Weights,
): (Piece | null)[] {
  const blocked = windows.length > 0 ? blockedRanges(text, intact) : [];
  const pieces: (Piece | null)[] = [];
  for (let w = 0; w < windows.length; w += 2) {
    const lattice = makeLattice(text, windows[w] ?? 0, windows[w + 1] ?? 0, blocked);
    if (!muteBetweenProse(lattice)) continue;
    const graph = connect(lattice);
    score(lattice, graph, evidence, weights);
    collect(lattice, decode(lattice, graph), weights.step, pieces);
    pieces.push(null);
  }
  return pieces;
}

function collect(lattice: Lattice, path: Path, step: number, pieces: (Piece | null)[]): void {
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
    const last = end === lattice.atomEnd[a];
    pieces.push({
      start,
      end,
      command: label === LABEL.command,
      margin: (path.margin[i] ?? 0) * step,
      shape: lattice.spanShape[s] ?? 0,
      whole: first && last,
      level: lattice.atomLevel[a] ?? 0,
      blank: first && lattice.atomBlank[a] === 1,
      left: first && a > 0 ? (lattice.atomShape[a - 1] ?? 0) : SHAPE.inside,
      right: last && a + 1 < lattice.atoms ? (lattice.atomShape[a + 1] ?? 0) : SHAPE.inside,
    });
  }
}
