// Gradient-boosted trees over whole numbers from 0 to 90: they learn how far to trust the margins of the chain model.
import { encodeLevels } from './weights.mjs';

const MOST = 90;
const TREES = 96;
const RATE = 0.2;
const SMOOTH = 5; // how much evidence a leaf needs before it says something
const LEAST = 3;

/** Learns from rows of facts (a flat array, `FACTS` to a row) whether each is a command (1) or not (0). */
export function growTrees(facts, truths, { FACTS, DEPTH, NODES }) {
  const rows = truths.length;
  const base = Math.log(
    truths.reduce((sum, truth) => sum + truth, 0) / truths.reduce((sum, truth) => sum + 1 - truth, 0),
  );
  const odds = new Float64Array(rows).fill(base);
  const slopes = new Float64Array(rows);
  const bends = new Float64Array(rows);
  const trees = [];
  for (let tree = 0; tree < TREES; tree++) {
    for (let i = 0; i < rows; i++) {
      const chance = 1 / (1 + Math.exp(-odds[i]));
      slopes[i] = truths[i] - chance;
      bends[i] = chance * (1 - chance);
    }
    const node = new Uint8Array(rows); // where each row has come to, as in a heap
    const questions = [];
    for (let depth = 0; depth < DEPTH; depth++) {
      const found = split(facts, FACTS, node, slopes, bends, (1 << depth) - 1, 1 << depth);
      questions.push(...found);
      for (let i = 0; i < rows; i++) {
        const { fact, bound } = questions[node[i]];
        node[i] = node[i] * 2 + (facts[i * FACTS + fact] > bound ? 2 : 1);
      }
    }
    const leaves = Array.from({ length: NODES + 1 }, () => ({ slope: 0, bend: 0 }));
    for (let i = 0; i < rows; i++) {
      leaves[node[i] - NODES].slope += slopes[i];
      leaves[node[i] - NODES].bend += bends[i];
    }
    const gains = leaves.map(({ slope, bend }) => (RATE * slope) / (bend + SMOOTH));
    for (let i = 0; i < rows; i++) odds[i] += gains[node[i] - NODES];
    trees.push({ questions, gains });
  }
  return { base, trees };
}

/** The best question for each of `count` nodes from `first` on. */
function split(facts, width, node, slopes, bends, first, count) {
  const size = MOST + 1;
  const slope = new Float64Array(count * width * size);
  const bend = new Float64Array(count * width * size);
  for (let i = 0; i < node.length; i++)
    for (let fact = 0; fact < width; fact++) {
      const at = ((node[i] - first) * width + fact) * size + facts[i * width + fact];
      slope[at] += slopes[i];
      bend[at] += bends[i];
    }
  return Array.from({ length: count }, (_, k) => {
    let best = { gain: 0, fact: 0, bound: MOST };
    for (let fact = 0; fact < width; fact++) {
      const from = (k * width + fact) * size;
      const all = total(slope, bend, from, size);
      const low = { slope: 0, bend: 0 };
      for (let bound = 0; bound < MOST; bound++) {
        low.slope += slope[from + bound];
        low.bend += bend[from + bound];
        const high = { slope: all.slope - low.slope, bend: all.bend - low.bend };
        if (low.bend < LEAST || high.bend < LEAST) continue;
        const gain = worth(low) + worth(high) - worth(all);
        if (gain > best.gain) best = { gain, fact, bound };
      }
    }
    return best;
  });
}

const worth = ({ slope, bend }) => (slope * slope) / (bend + SMOOTH);

function total(slope, bend, from, size) {
  const sum = { slope: 0, bend: 0 };
  for (let at = from; at < from + size; at++) {
    sum.slope += slope[at];
    sum.bend += bend[at];
  }
  return sum;
}

/** Writes trees as text: two characters for each question, one for each leaf, whose levels are counted from `ZERO`. */
export function encodeTrees({ base, trees }, { FIRST_CODE, NODES, ZERO }) {
  const leaves = trees.flatMap(({ gains }) => gains);
  const levels = encodeLevels(leaves, Math.max(...leaves.map(Math.abs)), ZERO);
  const char = (value) => String.fromCharCode(FIRST_CODE + value);
  const text = trees.map(
    ({ questions }, i) =>
      questions.map(({ fact, bound }) => char(fact) + char(bound)).join('') +
      levels.text.slice(i * (NODES + 1), (i + 1) * (NODES + 1)),
  );
  return { text: text.join(''), step: levels.step, base: Number(base.toPrecision(4)) };
}
