// The evidence for a reading: numbers of slots in the table of weights, for a span and for two spans in a row.
import { mix } from './hash.ts';
import type { Lattice } from './lattice.ts';
import { type Evidence, isNear } from './scan.ts';

/** How many slots the table has; each holds a weight for `math` and one for `command`, prose being zero. */
export const SLOTS: number = 1 << 17;
const MASK = SLOTS - 1;

/** How many features a span has. */
export const SPAN_FEATURES = 22;
/** How many features two spans in a row have. */
export const PAIR_FEATURES = 5;

const EDGE = 31337;
const INSIDE = 4242; // the neighbour is another piece of the same run

/** Writes the slots of span `s` to `out`. */
export function spanFeatures(lattice: Lattice, s: number, evidence: Evidence, out: Int32Array): void {
  const { atomId, atomShape, atomBlank, atomKey, atomLevel, atomContext, atoms } = lattice;
  const a = lattice.spanAtom[s] ?? 0;
  const first = lattice.spanStart[s] === lattice.atomStart[a];
  const last = lattice.spanEnd[s] === lattice.atomEnd[a];
  const whole = first && last;
  const id = lattice.spanId[s] ?? 0;
  const shape = lattice.spanShape[s] ?? 0;
  const l = first ? (a > 0 ? (atomId[a - 1] ?? 0) : EDGE) : INSIDE;
  const r = last ? (a + 1 < atoms ? (atomId[a + 1] ?? 0) : EDGE) : INSIDE;
  const ls = first ? (a > 0 ? (atomShape[a - 1] ?? 0) : 0) : 32;
  const rs = last ? (a + 1 < atoms ? (atomShape[a + 1] ?? 0) : 0) : 32;
  const lb = first ? (atomBlank[a] ?? 0) : 2;
  const rb = last ? (a + 1 < atoms ? (atomBlank[a + 1] ?? 0) : 1) : 2;
  const l2 = a > 1 ? (atomShape[a - 2] ?? 0) : 0;
  const r2 = a + 2 < atoms ? (atomShape[a + 2] ?? 0) : 0;
  const l2id = a > 1 ? (atomId[a - 2] ?? 0) : EDGE;
  const r2id = a + 2 < atoms ? (atomId[a + 2] ?? 0) : EDGE;
  const lb2 = a > 0 ? (atomBlank[a - 1] ?? 0) : 0;
  const rb2 = a + 2 < atoms ? (atomBlank[a + 2] ?? 0) : 0;
  const blanks = lb * 3 + rb;
  const around = (ls * 33 + rs) * 9 + blanks;
  const level = atomLevel[a] ?? 0;
  const length = Math.min((lattice.atomEnd[a] ?? 0) - (lattice.atomStart[a] ?? 0), 12);
  const strength = Math.min((evidence.strength + 1) >> 1, 6) * 3 + Math.min(evidence.letters, 2);
  const near = isNear(evidence, atomKey[a] ?? 0) ? 1 : 0;
  const context = atomContext[a] ?? 0;
  out[0] = mix(shape, 1) & MASK;
  out[1] = mix(id, 2) & MASK;
  out[2] = mix(mix(id, l), 3 + lb) & MASK;
  out[3] = mix(mix(id, r), 7 + rb) & MASK;
  out[4] = mix(mix(id, around), 11) & MASK;
  out[5] = mix(mix(shape, l), 13 + lb) & MASK;
  out[6] = mix(mix(shape, r), 17 + rb) & MASK;
  out[7] = mix(mix(shape * 64 + l2, around), 21 + rb2 * 64 + r2 * 128) & MASK;
  out[8] = mix(mix(mix(id, l), r), 23 + blanks) & MASK;
  out[9] = mix(mix(id, l2id), 37 + lb2 * 2 + lb * 4) & MASK;
  out[10] = mix(mix(id, r2id), 53 + rb2 * 2 + rb * 4) & MASK;
  out[11] = mix((level * 16 + length) * 32 + shape, whole ? 71 : 73) & MASK;
  out[12] = mix(mix(atomKey[a] ?? 0, id), whole ? 75 : 76) & MASK;
  out[13] = mix(mix(id, strength), 79) & MASK;
  out[14] = mix(shape * 64 + strength * 2 + near, 83 + blanks * 3) & MASK;
  out[15] = mix(mix(id, near), 131 + blanks) & MASK;
  out[16] = mix(mix(shape, context), 149) & MASK;
  out[17] = mix(mix(id, context), 151) & MASK;
  out[18] = mix(mix(shape, l2id), mix(l, 157 + lb + lb2 * 3)) & MASK;
  out[19] = mix(mix(shape, r2id), mix(r, 173 + rb + rb2 * 3)) & MASK;
  out[20] = mix(mix(id, l2 * 40 + ls), 191 + lb * 2 + lb2) & MASK;
  out[21] = mix(mix(id, r2 * 40 + rs), 199 + rb * 2 + rb2) & MASK;
}

/** Writes to `out` the slots of span `s` behind span `p` for their labels; they count in the first weight of a slot. */
export function pairFeatures(lattice: Lattice, p: number, pl: number, s: number, sl: number, out: Int32Array): void {
  const a = lattice.spanAtom[s] ?? 0;
  const glue = lattice.spanAtom[p] === a ? 2 : (lattice.atomBlank[a] ?? 0);
  const labels = (pl * 3 + sl) * 3 + glue;
  const ps = lattice.spanShape[p] ?? 0;
  const ss = lattice.spanShape[s] ?? 0;
  const pid = lattice.spanId[p] ?? 0;
  const sid = lattice.spanId[s] ?? 0;
  out[0] = mix(labels, 301) & MASK;
  out[1] = mix(labels * 1024 + ps * 32 + ss, 303) & MASK;
  out[2] = mix(mix(pid, sid), 307 + labels) & MASK;
  out[3] = mix(mix(pid, ss), 401 + labels) & MASK;
  out[4] = mix(mix(sid, ps), 503 + labels) & MASK;
}
