// The evidence for a reading: numbers of slots in the table of weights, for a span and for two spans in a row.

import { type Evidence, isNear } from './evidence.ts';
import { charId, mix } from './hash.ts';
import type { Lattice } from './lattice.ts';
import { SHAPE, SHAPES } from './shapes.ts';

/** How many slots the table has; each holds a weight for `math` and one for `command`, prose being zero. */
export const SLOTS: number = 1 << 17;
const MASK = SLOTS - 1;

/** How many features a span has. */
const SPAN_FEATURES = 22;
/** How many a name has that is a word of prose too, and stands by itself. */
export const NAME_FEATURES = 44;
/** How many features two spans in a row have. */
export const PAIR_FEATURES = 5;

/** What stands for the id of a neighbour that is no atom: the end of the window, another piece of the same run. */
const EDGE = 31337;
const INSIDE = 4242;

/** How many atoms away the nearest word of prose may stand. */
const ANCHOR_REACH = 15;
const COLON = charId(58);
const COMMA = charId(44);

/** The nearest atom of prose on one side of atom `a` in the high bits; its distance and which marks lie between in the low eight; -1 for none. */
function findAnchor({ atoms, atomShape, atomLevel, atomId }: Lattice, a: number, step: 1 | -1): number {
  let marks = 0;
  for (let n = 0, k = a + step; n < ANCHOR_REACH && k >= 0 && k < atoms; n++, k += step) {
    const shape = atomShape[k] ?? 0;
    const level = atomLevel[k] ?? 0;
    if (isProseShape(shape) ? level >= 2 : shape === SHAPE.relName && level > 5) return (k << 8) | (n << 4) | marks;
    if (shape === SHAPE.relation || shape === SHAPE.relName) marks |= 8;
    else if (shape === SHAPE.stop) marks |= atomId[k] === COLON ? 1 : atomId[k] === COMMA ? 2 : 4;
  }
  return -1;
}

const isProseShape = (shape: number): boolean =>
  shape === SHAPE.common || shape === SHAPE.rare || shape === SHAPE.knownName;

/** Writes the slots of span `s` to `out` and returns how many there are. */
export function spanFeatures(lattice: Lattice, s: number, evidence: Evidence, out: Int32Array): number {
  const { atomId, atomShape, atomBlank, atomKey, atomLevel, atomContext, atoms } = lattice;
  const a = lattice.spanAtom[s] ?? 0;
  const first = lattice.spanStart[s] === lattice.atomStart[a];
  const last = lattice.spanEnd[s] === lattice.atomEnd[a];
  const whole = first && last;
  const id = lattice.spanId[s] ?? 0;
  const shape = lattice.spanShape[s] ?? 0;
  const l = first ? (a > 0 ? (atomId[a - 1] ?? 0) : EDGE) : INSIDE;
  const r = last ? (a + 1 < atoms ? (atomId[a + 1] ?? 0) : EDGE) : INSIDE;
  const ls = first ? (a > 0 ? (atomShape[a - 1] ?? 0) : SHAPE.edge) : SHAPE.inside;
  const rs = last ? (a + 1 < atoms ? (atomShape[a + 1] ?? 0) : SHAPE.edge) : SHAPE.inside;
  const lb = first ? (atomBlank[a] ?? 0) : 2;
  const rb = last ? (a + 1 < atoms ? (atomBlank[a + 1] ?? 0) : 1) : 2;
  const l2 = a > 1 ? (atomShape[a - 2] ?? 0) : 0;
  const r2 = a + 2 < atoms ? (atomShape[a + 2] ?? 0) : 0;
  const l2id = a > 1 ? (atomId[a - 2] ?? 0) : EDGE;
  const r2id = a + 2 < atoms ? (atomId[a + 2] ?? 0) : EDGE;
  const lb2 = a > 0 ? (atomBlank[a - 1] ?? 0) : 0;
  const rb2 = a + 2 < atoms ? (atomBlank[a + 2] ?? 0) : 0;
  const blanks = lb * 3 + rb;
  const around = (ls * SHAPES + rs) * 9 + blanks;
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
  if (level === 0 || !whole || shape < SHAPE.ordName || shape > SHAPE.structureName) return SPAN_FEATURES;
  const l3 = a > 2 ? (atomShape[a - 3] ?? 0) : 0;
  const r3 = a + 3 < atoms ? (atomShape[a + 3] ?? 0) : 0;
  const lb3 = a > 1 ? (atomBlank[a - 2] ?? 0) : 0;
  const rb3 = a + 3 < atoms ? (atomBlank[a + 3] ?? 0) : 0;
  const lefts = ((l3 * SHAPES + l2) * SHAPES + ls) * 8 + lb + lb2 * 2 + lb3 * 4;
  const rights = ((r3 * SHAPES + r2) * SHAPES + rs) * 8 + rb + rb2 * 2 + rb3 * 4;
  const known = (at: number): number =>
    at < 0 || at >= atoms ? 0 : isNear(evidence, atomKey[at] ?? 0) ? 2 : (atomKey[at] ?? 0) === 0 ? 1 : 3;
  const neighbours = known(a - 1) * 4 + known(a + 1);
  out[22] = mix(mix(id, lefts), 211) & MASK;
  out[23] = mix(mix(id, rights), 223) & MASK;
  out[24] = mix(mix(id, l2 * 40 + ls), mix(r2 * 40 + rs, 227 + blanks * 4 + lb2 * 2 + rb2)) & MASK;
  out[25] = mix(mix(id, r), mix(r2id, 229 + rb * 2 + rb2)) & MASK;
  out[26] = mix(mix(id, l), mix(l2id, 233 + lb * 2 + lb2)) & MASK;
  out[27] = mix(mix(id, neighbours * 9 + blanks), 239) & MASK;
  out[28] = mix(mix(id, around), 241 + strength) & MASK;
  out[29] = mix(mix(id, ls), mix(a > 1 ? (atomKey[a - 2] ?? 0) : EDGE, 251 + lb)) & MASK;
  out[30] = mix(mix(id, rs), mix(a + 2 < atoms ? (atomKey[a + 2] ?? 0) : EDGE, 257 + rb)) & MASK;
  out[31] =
    mix(
      mix(id, a > 0 ? (atomLevel[a - 1] ?? 0) : 9),
      263 + (a + 1 < atoms ? (atomLevel[a + 1] ?? 0) : 9) * 9 + blanks,
    ) & MASK;
  out[32] = mix(mix(id, a > 0 ? (atomKey[a - 1] ?? 0) : EDGE), mix(rs, 269 + rb * 3 + lb)) & MASK;
  out[33] = mix(mix(id, a + 1 < atoms ? (atomKey[a + 1] ?? 0) : EDGE), mix(ls, 271 + lb * 3 + rb)) & MASK;
  const names = Math.min(evidence.names, 4) * 3 + Math.min(evidence.strength, 2);
  out[34] = mix(mix(id, names), 277) & MASK;
  out[35] = mix(mix(id, names), mix(around, 281)) & MASK;
  const before = findAnchor(lattice, a, -1);
  const after = findAnchor(lattice, a, 1);
  const lk = before < 0 ? EDGE : (atomKey[before >> 8] ?? 0);
  const rk = after < 0 ? EDGE : (atomKey[after >> 8] ?? 0);
  out[36] = mix(mix(id, lk), 283) & MASK;
  out[37] = mix(mix(id, lk), mix(before & 0xff, 293)) & MASK;
  out[38] = mix(mix(id, rk), 307) & MASK;
  out[39] = mix(mix(id, rk), mix(after & 0xff, 311)) & MASK;
  out[40] = mix(mix(id, lk), mix(l, 313)) & MASK;
  out[41] = mix(mix(id, lk), mix(around, 317)) & MASK;
  out[42] = mix(mix(id, before & 0xff), mix(around, 331)) & MASK;
  out[43] = mix(mix(id, lk), mix(rk, 337)) & MASK;
  return NAME_FEATURES;
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
