// Where the reader of running text is.
import type { CodeRange } from '../code.ts';
import type { Formula, TextNode } from '../text-tree.ts';

/** Groups inside groups are read to this depth. */
export const DEEPEST = 30;

/** What the readers of single constructs know and share. */
export interface Place {
  readonly text: string;
  readonly formulas: readonly Formula[];
  /** Partners of the braces outside formulas. */
  readonly partner: ReadonlyMap<number, number>;
  readonly warnings: string[];
  /** Where code stands, which is not read. */
  readonly code: readonly CodeRange[];
  /** The next formula. */
  formula: number;
  /** Quotes that are open. */
  quotes: number;
  /** Where a single quote closes, and where a straight one closes a double one. */
  single: number;
  double: number;
  /** Reads `text[start..end)`. */
  readonly read: (start: number, end: number, depth: number) => TextNode[];
}
