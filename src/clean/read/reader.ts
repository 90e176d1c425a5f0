// Where the reading of a formula stands.
import type { Body, Token } from '../tree.ts';

/** An environment among tokens, by their places. */
export interface Environment {
  readonly name: string;
  /** The first token behind \begin{name}, and that of \end{name}. */
  readonly from: number;
  readonly to: number;
  /** The first token behind \end{name}. */
  readonly after: number;
}

/** The tokens of one formula, and the next one to be read. */
export interface Reader {
  readonly tokens: Token[];
  /** The place of each brace's partner, -1 where there is none. */
  readonly partner: Int32Array;
  readonly environments: ReadonlyMap<number, Environment>;
  at: number;
  /** Reads all up to the token at `end`. */
  body(end: number, depth: number): Body;
  /** Reads one argument: a group, or a single token; null where there is none. */
  argument(end: number, depth: number): Body | null;
}

/** Groups that lie deeper are read as text. */
export const DEEPEST = 40;

/** Whether a brace opens at a token that has its partner. */
export const opens = (reader: Reader, at: number): boolean =>
  reader.tokens[at]?.kind === 'open' && (reader.partner[at] ?? -1) >= 0;

/** The place of the next token that is no blank. */
export const nextAt = ({ tokens, at }: Pick<Reader, 'tokens' | 'at'>): number =>
  tokens[at]?.kind === 'space' ? at + 1 : at;
