// The tree of running text: prose with formulas in it.
import type { Body } from './tree.ts';

/** One piece of running text; `start` and `end` are offsets into the input. */
export type TextNode = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'plain'; readonly text: string }
  | {
      readonly kind: 'math';
      readonly body: Body;
      readonly intact: boolean;
      readonly asIs?: boolean;
      readonly certainty: number;
      readonly evidence: string;
    }
  | { readonly kind: 'styled'; readonly name: string; readonly body: readonly TextNode[] }
  | { readonly kind: 'accent'; readonly mark: string; readonly letter: string }
  | { readonly kind: 'letter'; readonly name: string }
  | { readonly kind: 'special'; readonly char: string }
  | { readonly kind: 'quote'; readonly open: boolean; readonly double: boolean }
  | { readonly kind: 'dash'; readonly long: boolean }
  | { readonly kind: 'tie' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'word'; readonly name: string }
  | { readonly kind: 'link'; readonly url: string; readonly body: readonly TextNode[] }
  | { readonly kind: 'note'; readonly body: readonly TextNode[] }
);

/** A node's source as plain text. */
export const asItStands = ({ start, end }: TextNode, source: string): TextNode => ({
  kind: 'plain',
  start,
  end,
  text: source.slice(start, end),
});

/** A stretch of the input that is a formula, and what says so. */
export interface Formula {
  readonly start: number;
  readonly end: number;
  readonly body: Body;
  readonly intact: boolean;
  /** LaTeX of an author who wrote formulas without dollars: the mode `latex` leaves it. */
  readonly asIs?: boolean;
  readonly certainty: number;
  readonly evidence: string;
}
