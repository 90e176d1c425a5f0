// The best way through a scored lattice, and by how much each of its pieces beats the best way without it.
import type { Graph } from './graph.ts';
import { LABEL, LABELS, type Lattice } from './lattice.ts';

/** The best way: spans with their labels and margins, from left to right. */
export interface Path {
  length: number;
  span: Int32Array;
  label: Uint8Array;
  margin: Float64Array;
}

let ahead = new Float64Array(0);
let back = new Float64Array(0);
let best = new Int32Array(0);
let path: Path = { length: 0, span: new Int32Array(0), label: new Uint8Array(0), margin: new Float64Array(0) };

/** Finds the best way. It is valid until the next call. */
export function decode(lattice: Lattice, graph: Graph): Path {
  const nodes = lattice.spans * LABELS;
  if (ahead.length < nodes) {
    ahead = new Float64Array(nodes * 2);
    back = new Float64Array(nodes * 2);
    best = new Int32Array(nodes * 2);
    path = { length: 0, span: new Int32Array(nodes), label: new Uint8Array(nodes), margin: new Float64Array(nodes) };
  }
  forward(lattice, graph);
  const top = trace(lattice);
  if (!hasCommand()) return path;
  backward(lattice, graph);
  for (let i = 0; i < path.length; i++) {
    const node = (path.span[i] ?? 0) * LABELS + (path.label[i] ?? 0);
    path.margin[i] = path.label[i] === LABEL.prose ? 0 : top - rival(lattice, node);
  }
  return path;
}

function forward(lattice: Lattice, graph: Graph): void {
  for (let s = 0; s < lattice.spans; s++) {
    const mask = lattice.mask[s] ?? 0;
    const from = graph.stepFirst[s] ?? 0;
    const to = graph.stepFirst[s + 1] ?? 0;
    for (let l = 0; l < LABELS; l++) {
      const node = s * LABELS + l;
      ahead[node] = -Infinity;
      best[node] = -1;
      if (((mask >> l) & 1) === 0) continue;
      let top = from === to ? 0 : -Infinity;
      for (let step = from; step < to; step++) {
        const p = graph.stepFrom[step] ?? 0;
        for (let pl = 0; pl < LABELS; pl++) {
          const sum = (ahead[p * LABELS + pl] ?? 0) + (graph.stepScore[(step * LABELS + pl) * LABELS + l] ?? 0);
          if (sum <= top || (ahead[p * LABELS + pl] ?? 0) === -Infinity) continue;
          top = sum;
          best[node] = p * LABELS + pl;
        }
      }
      ahead[node] = top + (graph.node[node] ?? 0);
    }
  }
}

function backward(lattice: Lattice, graph: Graph): void {
  const last = lattice.spans === 0 ? 0 : (lattice.spanEnd[lattice.spans - 1] ?? 0);
  for (let s = lattice.spans - 1; s >= 0; s--)
    for (let l = 0; l < LABELS; l++) back[s * LABELS + l] = lattice.spanEnd[s] === last ? 0 : -Infinity;
  for (let s = lattice.spans - 1; s >= 0; s--) {
    const to = graph.stepFirst[s + 1] ?? 0;
    for (let l = 0; l < LABELS; l++) {
      if ((((lattice.mask[s] ?? 0) >> l) & 1) === 0) continue;
      const rest = (back[s * LABELS + l] ?? 0) + (graph.node[s * LABELS + l] ?? 0);
      for (let step = graph.stepFirst[s] ?? 0; step < to; step++) {
        const p = graph.stepFrom[step] ?? 0;
        for (let pl = 0; pl < LABELS; pl++) {
          if ((((lattice.mask[p] ?? 0) >> pl) & 1) === 0) continue;
          const sum = rest + (graph.stepScore[(step * LABELS + pl) * LABELS + l] ?? 0);
          if (sum > (back[p * LABELS + pl] ?? 0)) back[p * LABELS + pl] = sum;
        }
      }
    }
  }
}

function hasCommand(): boolean {
  for (let i = 0; i < path.length; i++) if (path.label[i] === LABEL.command) return true;
  return false;
}

/** Writes the best way down; returns its score. */
function trace(lattice: Lattice): number {
  let node = -1;
  let top = -Infinity;
  const last = lattice.spans === 0 ? 0 : (lattice.spanEnd[lattice.spans - 1] ?? 0);
  for (let s = lattice.spans - 1; s >= 0 && lattice.spanAtom[s] === lattice.atoms - 1; s--) {
    if (lattice.spanEnd[s] !== last) continue;
    for (let l = 0; l < LABELS; l++) {
      if ((ahead[s * LABELS + l] ?? 0) <= top) continue;
      top = ahead[s * LABELS + l] ?? 0;
      node = s * LABELS + l;
    }
  }
  let n = 0;
  for (; node >= 0; node = best[node] ?? -1) path.span[n++] = node;
  path.length = n;
  for (let i = 0; i < n >> 1; i++) {
    const other = path.span[n - 1 - i] ?? 0;
    path.span[n - 1 - i] = path.span[i] ?? 0;
    path.span[i] = other;
  }
  for (let i = 0; i < n; i++) {
    const at = path.span[i] ?? 0;
    path.span[i] = (at / LABELS) | 0;
    path.label[i] = at % LABELS;
    path.margin[i] = 0;
  }
  return top;
}

/** The best way that reads the first character of a node's span otherwise. */
function rival(lattice: Lattice, node: number): number {
  const s = (node / LABELS) | 0;
  const a = lattice.spanAtom[s] ?? 0;
  const start = lattice.spanStart[s] ?? 0;
  let top = -Infinity;
  for (let k = lattice.atomFirst[a] ?? 0; k < (lattice.atomFirst[a + 1] ?? 0); k++) {
    if ((lattice.spanStart[k] ?? 0) > start || (lattice.spanEnd[k] ?? 0) <= start) continue;
    for (let l = 0; l < LABELS; l++) {
      const sum = (ahead[k * LABELS + l] ?? 0) + (back[k * LABELS + l] ?? 0);
      if (k * LABELS + l !== node && sum > top && ((lattice.mask[k] ?? 0) >> l) & 1) top = sum;
    }
  }
  return top;
}
