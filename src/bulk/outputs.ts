// What becomes of finished rows: the interface that mirrored, merged and sharded outputs share.
import type { InputProblem } from '../io/items.ts';
import type { Landing } from '../io/output/landing.ts';
import type { OutFile } from './out-file.ts';
import type { Outcome } from './outcome.ts';

/** Takes what the workers have made, in the order of the inputs. */
export interface Outputs {
  /** Takes one outcome. An output that cannot be written is a problem; rejects only when going on is pointless. */
  add(outcome: Outcome, signal: AbortSignal): Promise<void>;
  /** Completes what is open; only now do merged outputs appear, unless the signal stops that. */
  finish(signal: AbortSignal): Promise<void>;
  /** Throws away what is open. */
  abandon(): void;
  /** How many showings of papers were joined with earlier ones. */
  joined(): number;
}

/** What all outputs of a run are written with. */
export interface OutputSetup {
  /** Folder for unfinished files. */
  readonly temporary: string;
  /** Opens a file for rows. Throws the system's error. */
  open(to: Landing): OutFile;
  problem(problem: InputProblem): void;
}
