// What comes back from a worker: finished bytes, and what was counted and found wrong.
import type { InputProblem } from '../io/items.ts';
import { inputName } from '../io/names.ts';
import type { Made } from './made-before.ts';
import type { RowBytes } from './rows.ts';
import type { Route, Task } from './task.ts';

/** What became of a piece. */
export interface Outcome extends Route, RowBytes {
  readonly name: string | null;
  /** For each row the keys of its paper (see `keys.ts`); empty when nobody asked. */
  readonly keys: Uint32Array;
  /** SHA-256 of the content; null when it could not be read to its end. */
  readonly contentHash: string | null;
  /** SHA-256 of the output when it is there already; then there are no rows. */
  readonly outputHash: string | null;
  /** What could not be read or understood. */
  readonly problems: readonly InputProblem[];
  /** It could not be read to its end, so that there must be no output. */
  readonly broken: boolean;
  readonly counts: Counts;
  readonly layouts: readonly string[];
  readonly markups: readonly string[];
  readonly milliseconds: number;
}

/** What was counted while reading. */
export interface Counts {
  pages: number;
  records: number;
  rejects: number;
  warnings: number;
  repairs: number;
  bytes: number;
}

/** Nothing counted yet. */
export function noCounts(): Counts {
  return { pages: 0, records: 0, rejects: 0, warnings: 0, repairs: 0, bytes: 0 };
}

/** Adds what was counted elsewhere. */
export function addCounts(to: Counts, from: Counts): void {
  to.pages += from.pages;
  to.records += from.records;
  to.rejects += from.rejects;
  to.warnings += from.warnings;
  to.repairs += from.repairs;
  to.bytes += from.bytes;
}

/** Rows of which there are none. */
export const NO_ROWS: RowBytes & Pick<Outcome, 'keys'> = {
  rows: new Uint8Array(0),
  lengths: new Uint32Array(0),
  keys: new Uint32Array(0),
  spool: null,
};
const NOT_LOOKED_AT = { layouts: [], markups: [], milliseconds: 0 };

/** The outcome of an origin whose output is there already. */
export function unchangedOutcome(stream: Route & Made): Outcome {
  const state = { broken: false, problems: [], counts: noCounts() };
  return { ...stream, name: stream.origin, ...NO_ROWS, ...state, ...NOT_LOOKED_AT };
}

/** The outcomes of a task whose worker died. */
export function failedOutcomes({ pieces }: Task, reason: string): Outcome[] {
  return pieces.map((piece) => {
    const { input, out, origin, name } = piece;
    const problems = [{ name: inputName(name), reason }];
    const state = { outputHash: null, broken: true, problems, counts: noCounts() };
    return { input, out, origin, name, contentHash: null, ...NO_ROWS, ...state, ...NOT_LOOKED_AT };
  });
}
