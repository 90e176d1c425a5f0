// What a lattice is: atoms (runs of letters, numbers, characters), spans that they are cut into, and the labels that spans may take.

/** What a span is read as: prose, mathematics as it stands, a command (or an escaped character). */
export const LABEL = { prose: 0, math: 1, command: 2 } as const;
/** How many labels there are. */
export const LABELS = 3;

// Masks: which labels a span may take, one bit for each.
/** The mask of a span that is no reading. */
export const NO_LABEL = 0;
/** The mask of a span that can only be prose. */
export const ONLY_PROSE: number = 1 << LABEL.prose;
/** The mask of a span that can only be a command. */
export const ONLY_COMMAND: number = 1 << LABEL.command;
/** The mask of a span that is no command. */
export const PROSE_OR_MATH: number = ONLY_PROSE | (1 << LABEL.math);
/** The mask of a span that can be anything. */
export const ANY_LABEL: number = PROSE_OR_MATH | ONLY_COMMAND;

/** Growing columns of numbers, used again for every window. */
export interface Lattice {
  atoms: number;
  spans: number;
  /** Columns of atoms. */
  atomStart: Int32Array;
  atomEnd: Int32Array;
  atomShape: Uint8Array;
  atomId: Int32Array;
  atomKey: Int32Array;
  atomLevel: Uint8Array;
  atomBlank: Uint8Array;
  atomContext: Int32Array;
  /** 1 from brace to brace of a font of mathematics: nothing there is prose. */
  atomInFont: Uint8Array;
  atomFirst: Int32Array;
  /** Columns of spans; `mask` has a bit for each label that the span may take. */
  spanAtom: Int32Array;
  spanStart: Int32Array;
  spanEnd: Int32Array;
  spanShape: Uint8Array;
  spanId: Int32Array;
  mask: Uint8Array;
}

/** Makes columns for `size` atoms and four times as many spans. */
export const columns = (size: number): Lattice => ({
  atoms: 0,
  spans: 0,
  atomStart: new Int32Array(size),
  atomEnd: new Int32Array(size),
  atomShape: new Uint8Array(size),
  atomId: new Int32Array(size),
  atomKey: new Int32Array(size),
  atomLevel: new Uint8Array(size),
  atomBlank: new Uint8Array(size),
  atomContext: new Int32Array(size),
  atomInFont: new Uint8Array(size),
  atomFirst: new Int32Array(size + 1),
  spanAtom: new Int32Array(size * 4),
  spanStart: new Int32Array(size * 4),
  spanEnd: new Int32Array(size * 4),
  spanShape: new Uint8Array(size * 4),
  spanId: new Int32Array(size * 4),
  mask: new Uint8Array(size * 4),
});

/** Adds a span. */
export function addSpan(
  lattice: Lattice,
  atom: number,
  start: number,
  end: number,
  shape: number,
  id: number,
  mask: number,
): void {
  const n = lattice.spans++;
  lattice.spanAtom[n] = atom;
  lattice.spanStart[n] = start;
  lattice.spanEnd[n] = end;
  lattice.spanShape[n] = shape;
  lattice.spanId[n] = id;
  lattice.mask[n] = mask;
}
