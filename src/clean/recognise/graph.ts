// The scored lattice: nodes (a span with a label) and the steps between them.

import type { Evidence } from './evidence.ts';
import { NAME_FEATURES, PAIR_FEATURES, pairFeatures, spanFeatures } from './features.ts';
import { LABEL, LABELS, type Lattice, ONLY_PROSE } from './lattice.ts';
import type { Weights } from './weights.ts';

/** Scores of nodes (3 for each span, by label) and of steps, kept for the next look. */
export interface Graph {
  node: Float64Array;
  /** Steps in the order of their second span. */
  stepFrom: Int32Array;
  stepScore: Float64Array;
  /** Where the steps into a span begin; they end where those of the next begin. */
  stepFirst: Int32Array;
  steps: number;
}

let spare: Graph = {
  node: new Float64Array(0),
  stepFrom: new Int32Array(0),
  stepScore: new Float64Array(0),
  stepFirst: new Int32Array(0),
  steps: 0,
};
const spanSlots = new Int32Array(NAME_FEATURES);
const pairSlots = new Int32Array(PAIR_FEATURES);

/** Lists the steps of a lattice: into each span from every span that ends where it begins. */
export function connect(lattice: Lattice): Graph {
  if (spare.node.length < lattice.spans * LABELS) {
    const size = lattice.spans * 2 + 64;
    spare = {
      node: new Float64Array(size * LABELS),
      stepFrom: new Int32Array(size * 4),
      stepScore: new Float64Array(size * 4 * LABELS * LABELS),
      stepFirst: new Int32Array(size + 1),
      steps: 0,
    };
  }
  const graph = spare;
  let n = 0;
  for (let s = 0; s < lattice.spans; s++) {
    graph.stepFirst[s] = n;
    const a = lattice.spanAtom[s] ?? 0;
    const start = lattice.spanStart[s] ?? 0;
    const inside = start !== lattice.atomStart[a];
    if (!inside && a === 0) continue;
    const from = lattice.atomFirst[inside ? a : a - 1] ?? 0;
    const to = inside ? s : (lattice.atomFirst[a] ?? 0);
    const end = inside ? start : (lattice.atomEnd[a - 1] ?? 0);
    for (let p = from; p < to; p++) {
      if (lattice.spanEnd[p] !== end) continue;
      if (n >= graph.stepFrom.length) grow(graph);
      graph.stepFrom[n++] = p;
    }
  }
  graph.stepFirst[lattice.spans] = n;
  graph.steps = n;
  return graph;
}

function grow(graph: Graph): void {
  const from = new Int32Array(graph.stepFrom.length * 2);
  from.set(graph.stepFrom);
  graph.stepFrom = from;
  graph.stepScore = new Float64Array(from.length * LABELS * LABELS);
}

/** Fills in the scores that the weights give to each node and to each pair of labels of each step. */
export function score(lattice: Lattice, graph: Graph, evidence: Evidence, weights: Weights): void {
  for (let s = 0; s < lattice.spans; s++) scoreSpan(lattice, graph, s, evidence, weights);
  for (let s = 0; s < lattice.spans; s++) {
    const to = graph.stepFirst[s + 1] ?? 0;
    for (let step = graph.stepFirst[s] ?? 0; step < to; step++) scoreStep(lattice, graph, step, s, weights);
  }
}

function scoreSpan(lattice: Lattice, graph: Graph, s: number, evidence: Evidence, weights: Weights): void {
  let math = 0;
  let command = 0;
  if (lattice.mask[s] !== ONLY_PROSE) {
    const features = spanFeatures(lattice, s, evidence, spanSlots);
    const { values, zero } = weights;
    math = command = -features * zero;
    for (let f = 0; f < features; f++) {
      const slot = (spanSlots[f] ?? 0) * 2;
      math += values[slot] ?? 0;
      command += values[slot + 1] ?? 0;
    }
  }
  graph.node[s * LABELS + LABEL.prose] = 0;
  graph.node[s * LABELS + LABEL.math] = math;
  graph.node[s * LABELS + LABEL.command] = command;
}

/** Whether a step between two labels has features: prose after prose in another word is the zero of the scale. */
export const isScored = (lattice: Lattice, p: number, pl: number, s: number, sl: number): boolean =>
  pl + sl > 0 || lattice.spanAtom[p] === lattice.spanAtom[s];

function scoreStep(lattice: Lattice, graph: Graph, step: number, s: number, weights: Weights): void {
  const p = graph.stepFrom[step] ?? 0;
  const before = lattice.mask[p] ?? 0;
  const after = lattice.mask[s] ?? 0;
  const { values, zero } = weights;
  for (let pl = 0; pl < LABELS; pl++) {
    if (((before >> pl) & 1) === 0) continue;
    for (let sl = 0; sl < LABELS; sl++) {
      if (((after >> sl) & 1) === 0) continue;
      let sum = 0;
      if (isScored(lattice, p, pl, s, sl)) {
        pairFeatures(lattice, p, pl, s, sl, pairSlots);
        sum = -PAIR_FEATURES * zero;
        for (let f = 0; f < PAIR_FEATURES; f++) sum += values[(pairSlots[f] ?? 0) * 2] ?? 0;
      }
      graph.stepScore[(step * LABELS + pl) * LABELS + sl] = sum;
    }
  }
}
