// What goes to a worker: which inputs, and which output each belongs to.
import type { LineBatch } from '../io/captures.ts';
import type { Item } from '../io/items.ts';

/** From which input to which output. */
export interface Route {
  /** Numbers the inputs; all pieces of one have the same number, and nothing stands between them. */
  readonly input: number;
  /** The output, relative to its folder; empty when all inputs share one. */
  readonly out: string;
  /** The stream that is read as a whole; null for a page, and for what lies in an archive. */
  readonly origin: string | null;
}

/** One page, or some lines of a stream of captures. */
export type WorkPiece = Route & {
  /** How its records name the input; null for standard input. */
  readonly name: string | null;
} & ({ readonly kind: 'page'; readonly item: Item } | ({ readonly kind: 'captures' } & LineBatch));

/** Pieces that are worked on in one go, so that handing them over costs little. */
export interface Task {
  readonly pieces: readonly WorkPiece[];
}
