// The tree that damaged and intact LaTeX are read into, and that every printer prints: `text-tree.ts` is the same of running text.

/** One piece of a formula. Names are those of commands, without their backslash. */
export type MathNode =
  /** Letters, numbers and signs as they stand. */
  | { readonly kind: 'text'; readonly text: string }
  /** A blank of the source: TeX prints none for it. */
  | { readonly kind: 'space'; readonly text: string }
  /** A command that makes room, or nothing at all: `\,`, `\quad`, `\limits`. */
  | { readonly kind: 'gap'; readonly name: string }
  /** A character that needs a backslash: `\%`, `\{`. */
  | { readonly kind: 'escape'; readonly char: string }
  /** `\alpha`, `\leq`. */
  | { readonly kind: 'symbol'; readonly name: string }
  /** `\log`, printed upright. */
  | { readonly kind: 'function'; readonly name: string }
  /** What makes the delimiter behind it bigger: `\left`, `\Big`. */
  | { readonly kind: 'sizer'; readonly name: string }
  /** An author's macro that is common knowledge: `\Msun`. */
  | { readonly kind: 'macro'; readonly name: string }
  /** Any other command with its backslash. */
  | { readonly kind: 'unknown'; readonly name: string }
  /** Braces that only hold together: `{y}`. */
  | { readonly kind: 'group'; readonly body: Body }
  /** `^2`, `_{i}`; `braced` where the source has the braces. */
  | { readonly kind: 'script'; readonly up: boolean; readonly braced: boolean; readonly body: Body }
  /** A font around its argument: `\mathbb{R}`. */
  | { readonly kind: 'style'; readonly name: string; readonly body: Body }
  /** A font or a size for the rest of a group: `{\rm eff}`. */
  | { readonly kind: 'switch'; readonly name: string; readonly body: Body }
  /** `\hat{x}`. */
  | { readonly kind: 'accent'; readonly name: string; readonly body: Body }
  /** A command between its arguments: `{n \choose k}`. */
  | { readonly kind: 'infix'; readonly name: string; readonly left: Body; readonly right: Body }
  /** `\begin{pmatrix} a & b \\ c & d \end{pmatrix}` by rows and cells; `columns` is the `{ll}` of an array. */
  | {
      readonly kind: 'environment';
      readonly name: string;
      readonly columns: string;
      readonly rows: readonly (readonly Body[])[];
    }
  /** A command with arguments: `\frac{1}{2}`; `option` is the `[3]` of a root. */
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
