// The tree that damaged and intact LaTeX are read into, and that every printer prints.

/** One piece of a formula. */
export type MathNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'space'; readonly text: string }
  | { readonly kind: 'gap'; readonly name: string }
  | { readonly kind: 'escape'; readonly char: string }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'sizer'; readonly name: string }
  | { readonly kind: 'macro'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'group'; readonly body: Body }
  | { readonly kind: 'script'; readonly up: boolean; readonly braced: boolean; readonly body: Body }
  | { readonly kind: 'style'; readonly name: string; readonly body: Body }
  | { readonly kind: 'switch'; readonly name: string; readonly body: Body }
  | { readonly kind: 'accent'; readonly name: string; readonly body: Body }
  | { readonly kind: 'infix'; readonly name: string; readonly left: Body; readonly right: Body }
  | { readonly kind: 'structure'; readonly name: string; readonly option: Body | null; readonly args: readonly Body[] };

/** Pieces in a row. */
export type Body = readonly MathNode[];

/** What a token of a formula is. */
export type TokenKind =
  | 'command'
  | 'letters'
  | 'number'
  | 'char'
  | 'open'
  | 'close'
  | 'sup'
  | 'sub'
  | 'space'
  | 'escape';

/** A token of a formula; `start` and `end` are offsets into the text that was read. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
