// What goes to a worker and what comes back: names and places in, finished bytes out.
import type { CaptureFields } from '../io/captures.ts';
import type { InputProblem, Item } from '../io/items.ts';
import { inputName } from '../io/names.ts';
import type { Settings } from '../options.ts';

/** What every task of a run shares; handed to a worker once, when it starts. */
export interface Job {
  readonly settings: Settings;
  /** Name of the format that rows are written in, and the fields. */
  readonly format: string;
  readonly fields: readonly string[];
  readonly captureFields: CaptureFields;
  readonly maxSize: number;
  /** Give the keys by which the same paper is known again. */
  readonly keys: boolean;
  /** Folder for rows that are too many to be held in memory. */
  readonly spool: string;
  /** What runs before have made, when outputs can be kept: see `journal.ts`. */
  readonly earlier: EarlierOutputs | null;
}

/** Outputs that exist and need not be made again. */
export interface EarlierOutputs {
  /** The folder of the outputs. */
  readonly dir: string;
  /** A hash of the version and the options. */
  readonly optionsHash: string;
  /** A `HashSet64` in shared memory. */
  readonly slots: Uint32Array;
}

/** The input that a piece belongs to. */
export interface Belongs {
  /** Numbers the inputs; all pieces of one have the same number, and nothing stands between them. */
  readonly input: number;
  /** The output that it goes to. */
  readonly out: string;
  /** The stream that is read as a whole; null for a page, and for what lies in an archive. */
  readonly origin: string | null;
}

/** An output that is there already: SHA-256 of the content that it was made from, and of itself. */
export interface Made {
  readonly contentHash: string;
  readonly outputHash: string;
}

/** One page, or some lines of a stream of captures. */
export type WorkPiece = Belongs &
  (
    | { readonly kind: 'page'; readonly item: Item }
    | {
        readonly kind: 'captures';
        readonly name: string | null;
        readonly line: number;
        readonly bytes: Uint8Array<ArrayBuffer>;
      }
  );

/** How the records of a piece name its input; null for standard input. */
export const nameOf = (piece: WorkPiece): string | null => (piece.kind === 'page' ? piece.item.name : piece.name);

/** Pieces that are worked on in one go, so that handing them over costs little. */
export interface Task {
  readonly pieces: readonly WorkPiece[];
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

/** What became of a piece. */
export interface Outcome extends Belongs {
  readonly name: string | null;
  /** The rows, one after another, without anything between them; when they are in `spool`, empty. */
  readonly rows: Uint8Array;
  /** Length of each row in bytes. */
  readonly lengths: Uint32Array;
  /** For each row the keys of its paper (see `keys.ts`); empty when nobody asked. */
  readonly keys: Uint32Array;
  /** A file that holds the rows. */
  readonly spool: string | null;
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

const NOTHING = { rows: new Uint8Array(0), lengths: new Uint32Array(0), keys: new Uint32Array(0), spool: null };
const NOT_LOOKED_AT = { layouts: [], markups: [], milliseconds: 0 };

/** The outcome of an origin whose output is there already. */
export function unchangedOutcome(stream: Belongs & Made): Outcome {
  const state = { broken: false, problems: [], counts: noCounts() };
  return { ...stream, name: stream.origin, ...NOTHING, ...state, ...NOT_LOOKED_AT };
}

/** The outcomes of a task whose worker died. */
export function failedOutcomes({ pieces }: Task, reason: string): Outcome[] {
  return pieces.map((piece) => {
    const { input, out, origin } = piece;
    const name = nameOf(piece);
    const problems = [{ name: inputName(name), reason }];
    const state = { outputHash: null, broken: true, problems, counts: noCounts() };
    return { input, out, origin, name, contentHash: null, ...NOTHING, ...state, ...NOT_LOOKED_AT };
  });
}
