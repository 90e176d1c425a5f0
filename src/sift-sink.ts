// What comes out of a sifter.
import type { Page } from './layouts/layout.ts';
import type { Block } from './markup/block.ts';
import type { Recognised } from './pages/recognise.ts';
import type { Record } from './record.ts';
import type { Line } from './text/lines.ts';

/** Where the sifter puts its results, in the order of the input; only the first three are needed. */
export interface SiftSink {
  record(record: Record): void;
  /** A line that is in no record and is no known furniture. */
  reject(line: Line, reason: string): void;
  /** Something doubtful about the input as a whole. */
  warn(message: string): void;
  /** A page begins; without a layout all its lines are rejects. */
  page?(page: Page, recognised: Recognised): void;
  /** A title or an abstract was changed by the repair of its mathematics. */
  repaired?(): void;
  /** What became of a block: every line of the input is in exactly one. */
  fate?(block: Block, fate: Fate): void;
}

/** Where a line ends: in a record, as furniture of the page, or among the rejects. */
export type Fate = 'record' | 'furniture' | 'reject';
