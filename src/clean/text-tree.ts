// The tree of running text: prose with formulas in it.
import type { Body } from './tree.ts';

/** A stretch of the input that is a formula, and what says so. */
export interface Formula {
  readonly start: number;
  readonly end: number;
  readonly body: Body;
  /** Whether the input has its backslashes. */
  readonly intact: boolean;
  /** LaTeX of an author who wrote formulas without dollars: the mode `latex` leaves it. */
  readonly asIs?: boolean;
  /** How sure it is that this is one, 0 to 1. */
  readonly certainty: number;
  /** What says so, for `explain`. */
  readonly evidence: string;
}

/** One piece of running text; `start` and `end` are offsets into the input. */
export type TextNode =
  | ({ readonly kind: 'math' } & Formula)
  | ({ readonly start: number; readonly end: number } & (
      | { readonly kind: 'plain'; readonly text: string }
      /** `\emph{deep}`, `{\bf deep}`; named `text` it has a font that no printer shows. */
      | { readonly kind: 'styled'; readonly name: string; readonly body: readonly TextNode[] }
      /** `\"o`: the name of the accent and what it stands on. */
      | { readonly kind: 'accent'; readonly mark: string; readonly letter: string }
      /** A letter that has a command: `\ss`, `\o`. */
      | { readonly kind: 'letter'; readonly name: string }
      /** A character that was escaped: `\%`, `\&`. */
      | { readonly kind: 'special'; readonly char: string }
      | { readonly kind: 'quote'; readonly open: boolean; readonly double: boolean }
      /** `--`, or the `long` one, `---`. */
      | { readonly kind: 'dash'; readonly long: boolean }
      /** What is printed as one blank: `~`, `\ `, `\,`, `\\`. */
      | { readonly kind: 'tie' }
      /** What is not printed: `\-`, `\noindent`, a colour in front of its brace. */
      | { readonly kind: 'nothing' }
      /** A command that stands for words or a sign: `\etal`, `\textdegree`. */
      | { readonly kind: 'word'; readonly name: string }
      /** `\href{url}{body}`, or what is left of one: `url{body}`. */
      | { readonly kind: 'link'; readonly url: string; readonly body: readonly TextNode[] }
      /** `\footnote{body}`. */
      | { readonly kind: 'note'; readonly body: readonly TextNode[] }
    ));

/** A node's source as plain text. */
export const asItStands = ({ start, end }: TextNode, source: string): TextNode => ({
  kind: 'plain',
  start,
  end,
  text: source.slice(start, end),
});
