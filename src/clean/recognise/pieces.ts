// The pieces of the best way through each window: what lies between prose and prose.
import type { Formula } from '../text-tree.ts';
import { blockedRanges } from './blocked.ts';
import { decode, type Path } from './decode.ts';
import { connect, score } from './graph.ts';
import { LABEL, type Lattice } from './lattice.ts';
import type { Piece } from './piece.ts';
import type { Scan } from './scan.ts';
import { SHAPE } from './shapes.ts';
import type { Weights } from './weights.ts';
import { makeLattice, muteBetweenProse } from './window.ts';

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
