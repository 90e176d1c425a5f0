// A linear-chain model over the lattice, learned by gradient steps on the likelihood of the true reading (AdaGrad).
import { TAG } from './damage.mjs';

const RATE = 0.12;
const DECAY = 1e-6;
const EVERY = 1000;

/** Weights as the recogniser takes them: not rounded yet. */
export const asWeights = (values) => ({ values, zero: 0, step: 1 });

/** Learns the weights from damaged texts with their tags. */
export function learn(core, samples, epochs) {
  const weights = new Float32Array(core.SLOTS * 2);
  const squares = new Float32Array(core.SLOTS * 2).fill(0.01);
  const model = { core, weights, squares, ...scratch() };
  const mean = new Float32Array(weights.length); // of the weights after the first epoch, which wander less than the last ones
  let taken = 0;
  const order = Uint32Array.from(samples.keys());
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, epoch + 1);
    const sum = { loss: 0, windows: 0, unreachable: 0, commands: 0, outside: 0 };
    model.rate = RATE * (epoch === epochs - 1 ? 0.5 : 1);
    let seen = 0;
    for (const k of order) {
      teach(model, samples[k], sum);
      if (epoch > 0 && ++seen % EVERY === 0)
        for (let i = 0, n = ++taken; i < weights.length; i++) mean[i] += (weights[i] - mean[i]) / n;
    }
    console.error(
      `epoch ${epoch + 1}: loss ${(sum.loss / sum.windows).toFixed(4)} windows ${sum.windows} unreachable ${sum.unreachable} commands ${sum.commands} outside windows ${sum.outside} ${Math.round(process.uptime())} s`,
    );
  }
  return mean;
}

function scratch() {
  return {
    spanSlots: new Int32Array(64),
    pairSlots: new Int32Array(16),
    ahead: new Float64Array(1 << 16),
    back: new Float64Array(1 << 16),
    gold: new Uint8Array(1 << 16),
  };
}

// A fixed order that looks like chance: the same in every run.
function shuffle(order, seed) {
  let state = (seed * 2654435761) >>> 0;
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const k = Math.floor((state / 4294967296) * (i + 1));
    const other = order[i];
    order[i] = order[k];
    order[k] = other;
  }
}

function teach(model, sample, sum) {
  const { core } = model;
  const { windows, evidence } = core.scan(sample.text, sample.context || undefined);
  const inside = new Uint8Array(sample.text.length);
  for (let w = 0; w < windows.length; w += 2) inside.fill(1, windows[w], windows[w + 1]);
  for (let i = 0; i < inside.length; i++)
    if (sample.starts[i]) {
      sum.commands++;
      if (!inside[i]) sum.outside++;
    }
  for (let w = 0; w < windows.length; w += 2) teachWindow(model, sample, evidence, windows[w], windows[w + 1], sum);
}

function teachWindow(model, sample, evidence, start, end, sum) {
  const { core, weights } = model;
  const lattice = core.makeLattice(sample.text, start, end);
  if (lattice.spans === 0) return;
  const graph = core.connect(lattice);
  core.score(lattice, graph, evidence, asWeights(weights));
  if (lattice.spans * 3 > model.ahead.length)
    Object.assign(model, {
      ahead: new Float64Array(lattice.spans * 6),
      back: new Float64Array(lattice.spans * 6),
      gold: new Uint8Array(lattice.spans * 6),
    });
  markGold(model, lattice, sample);
  const total = sumWays(model, lattice, graph);
  const right = goldScore(model, lattice, graph);
  if (!Number.isFinite(total) || !Number.isFinite(right)) return void sum.unreachable++;
  sum.loss += total - right;
  sum.windows++;
  if (total - right < 0.002) return;
  climb(model, lattice, graph, evidence, total, sample.weight);
}

// gold[node] = 1 on the nodes of the true reading.
function markGold(model, lattice, sample) {
  const { gold } = model;
  gold.fill(0, 0, lattice.spans * 3);
  for (let a = 0; a < lattice.atoms; a++) {
    const from = lattice.atomFirst[a];
    const to = lattice.atomFirst[a + 1];
    if (to - from === 1 || !markPieces(gold, lattice, sample, a, from, to)) {
      const tag = sample.tags[lattice.atomStart[a]];
      const named =
        tag === TAG.command &&
        sample.starts[lattice.atomStart[a]] &&
        pieceEnd(sample, lattice.atomStart[a], lattice.atomEnd[a]) === lattice.atomEnd[a];
      let label = tag === TAG.prose ? 0 : named || tag === TAG.escaped ? 2 : 1;
      if (!((lattice.mask[from] >> label) & 1)) label = label === 2 && lattice.mask[from] & 2 ? 1 : 0;
      gold[from * 3 + label] = 1;
    }
  }
}

/** Where the piece of a sample that begins at `at` ends, before `end`. */
export function pieceEnd(sample, at, end) {
  const tag = sample.tags[at];
  let i = at + 1;
  while (i < end && sample.tags[i] === tag && !sample.starts[i]) i++;
  return i;
}

/** Marks the pieces of a run that was cut; false where a piece is not among the spans. */
function markPieces(gold, lattice, sample, a, from, to) {
  const end = lattice.atomEnd[a];
  const marks = [];
  for (let at = lattice.atomStart[a]; at < end; ) {
    let stop = pieceEnd(sample, at, end);
    const tag = sample.tags[at];
    let label = tag === TAG.prose ? 0 : tag === TAG.command ? 2 : 1;
    let s = find(lattice, from, to, at, stop, label);
    if (s < 0 && label === 2) {
      // a command that no table knows: letters, together with the letters around it
      while (stop < end && !(sample.starts[stop] && find(lattice, from, to, stop, pieceEnd(sample, stop, end), 2) >= 0))
        stop++;
      label = 1;
      s = find(lattice, from, to, at, stop, label);
    } else if (s < 0 && label === 1) {
      while (stop < end && !(sample.starts[stop] && find(lattice, from, to, stop, pieceEnd(sample, stop, end), 2) >= 0))
        stop++;
      s = find(lattice, from, to, at, stop, label);
    }
    if (s < 0) return false;
    marks.push(s * 3 + label);
    at = stop;
  }
  for (const node of marks) gold[node] = 1;
  return true;
}

function find(lattice, from, to, start, end, label) {
  for (let s = from; s < to; s++)
    if (lattice.spanStart[s] === start && lattice.spanEnd[s] === end && (lattice.mask[s] >> label) & 1) return s;
  return -1;
}

const add = (a, b) =>
  a === -Infinity ? b : b === -Infinity ? a : a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));

// Forward and backward sums over all ways; returns the logarithm of the sum of all.
function sumWays({ ahead, back }, lattice, graph) {
  const { spans, mask } = lattice;
  const last = lattice.spanEnd[spans - 1];
  let total = -Infinity;
  for (let s = 0; s < spans; s++) {
    const from = graph.stepFirst[s];
    const to = graph.stepFirst[s + 1];
    for (let l = 0; l < 3; l++) {
      const node = s * 3 + l;
      ahead[node] = back[node] = -Infinity;
      if (!((mask[s] >> l) & 1)) continue;
      let sum = from === to ? 0 : -Infinity;
      for (let step = from; step < to; step++) {
        const p = graph.stepFrom[step];
        for (let pl = 0; pl < 3; pl++)
          if ((mask[p] >> pl) & 1) sum = add(sum, ahead[p * 3 + pl] + graph.stepScore[step * 9 + pl * 3 + l]);
      }
      ahead[node] = sum + graph.node[node];
      if (lattice.spanEnd[s] === last && lattice.spanAtom[s] === lattice.atoms - 1) {
        back[node] = 0;
        total = add(total, ahead[node]);
      }
    }
  }
  for (let s = spans - 1; s >= 0; s--) {
    const to = graph.stepFirst[s + 1];
    for (let l = 0; l < 3; l++) {
      if (!((mask[s] >> l) & 1)) continue;
      const rest = back[s * 3 + l] + graph.node[s * 3 + l];
      for (let step = graph.stepFirst[s]; step < to; step++) {
        const p = graph.stepFrom[step];
        for (let pl = 0; pl < 3; pl++)
          if ((mask[p] >> pl) & 1)
            back[p * 3 + pl] = add(back[p * 3 + pl], rest + graph.stepScore[step * 9 + pl * 3 + l]);
      }
    }
  }
  return total;
}

function goldScore({ gold }, lattice, graph) {
  let sum = 0;
  let reached = 0;
  for (let s = 0; s < lattice.spans; s++)
    for (let l = 0; l < 3; l++) {
      if (!gold[s * 3 + l]) continue;
      sum += graph.node[s * 3 + l];
      const from = graph.stepFirst[s];
      const to = graph.stepFirst[s + 1];
      let met = from === to;
      for (let step = from; step < to; step++)
        for (let pl = 0; pl < 3; pl++)
          if (gold[graph.stepFrom[step] * 3 + pl]) {
            sum += graph.stepScore[step * 9 + pl * 3 + l];
            met = true;
          }
      if (!met) return -Infinity;
      reached++;
    }
  return reached ? sum : -Infinity;
}

// One step uphill: what the true reading has more than the model expects.
function climb(model, lattice, graph, evidence, total, weight) {
  const { core, ahead, back, gold, spanSlots, pairSlots } = model;
  for (let s = 0; s < lattice.spans; s++) {
    if (lattice.mask[s] !== 1) {
      const math = gold[s * 3 + 1] - Math.exp(ahead[s * 3 + 1] + back[s * 3 + 1] - total);
      const command = gold[s * 3 + 2] - Math.exp(ahead[s * 3 + 2] + back[s * 3 + 2] - total);
      if (Math.abs(math) > 1e-4 || Math.abs(command) > 1e-4) {
        const features = core.spanFeatures(lattice, s, evidence, spanSlots);
        for (let f = 0; f < features; f++) {
          if (math) nudge(model, spanSlots[f] * 2, math * weight);
          if (command) nudge(model, spanSlots[f] * 2 + 1, command * weight);
        }
      }
    }
    const to = graph.stepFirst[s + 1];
    for (let step = graph.stepFirst[s]; step < to; step++) {
      const p = graph.stepFrom[step];
      for (let pl = 0; pl < 3; pl++)
        for (let l = 0; l < 3; l++) {
          if (!((lattice.mask[p] >> pl) & 1) || !((lattice.mask[s] >> l) & 1) || !core.isScored(lattice, p, pl, s, l))
            continue;
          const expected = Math.exp(
            ahead[p * 3 + pl] +
              graph.stepScore[step * 9 + pl * 3 + l] +
              graph.node[s * 3 + l] +
              back[s * 3 + l] -
              total,
          );
          const slope = gold[p * 3 + pl] * gold[s * 3 + l] - expected;
          if (Math.abs(slope) < 1e-4) continue;
          core.pairFeatures(lattice, p, pl, s, l, pairSlots);
          for (let f = 0; f < core.PAIR_FEATURES; f++) nudge(model, pairSlots[f] * 2, slope * weight);
        }
    }
  }
}

function nudge({ weights, squares, rate }, slot, slope) {
  squares[slot] += slope * slope;
  weights[slot] += (rate * slope) / Math.sqrt(squares[slot]) - DECAY * weights[slot];
}
