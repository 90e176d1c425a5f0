// \begin{cases} … \end{cases}: where an environment of mathematics lies among the tokens of a formula, and its rows and cells.
import { ENVIRONMENTS } from '../tables/commands.ts';
import type { MathNode, Token } from '../tree.ts';
import type { Environment, Reader } from './reader.ts';

const NONE: ReadonlyMap<number, Environment> = new Map();

/** The environments that begin and end in `tokens`, by the place of their \begin, which may have lost its backslash. */
export function environments(tokens: readonly Token[], partner: Int32Array): ReadonlyMap<number, Environment> {
  if (!tokens.some(({ text }) => text === 'begin')) return NONE; // most formulas have none
  const found = new Map<number, Environment>();
  const open: { readonly at: number; readonly name: string; readonly from: number }[] = [];
  for (const [at, { kind, text }] of tokens.entries()) {
    if ((text !== 'begin' && text !== 'end') || (kind !== 'command' && kind !== 'letters')) continue;
    const close = partner[at + 1] ?? -1;
    if (tokens[at + 1]?.kind !== 'open' || close < 0 || close - at > LONGEST_NAME) continue;
    const name = nameOf(tokens, at + 2, close);
    if (!ENVIRONMENTS.has(name)) continue;
    if (text === 'begin') open.push({ at, name, from: close + 1 });
    const last = open.at(-1);
    if (text === 'begin' || last?.name !== name) continue;
    open.pop();
    found.set(last.at, { name, from: last.from, to: at, after: close + 1 });
  }
  return found;
}

const LONGEST_NAME = 16;

const nameOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join('');

/** Reads an environment, of which \begin is the last token that was read; reads past its \end. */
export function readEnvironment(reader: Reader, environment: Environment, depth: number): MathNode {
  const { tokens, partner, environments } = reader;
  const [columns, from] = columnsOf(environment, tokens, partner);
  reader.at = from;
  const rows = cellEnds(from, environment.to, tokens, partner, environments).map((ends) =>
    ends.map((end) => {
      const cell = reader.body(end, depth + 1);
      reader.at = Math.min(end + 1, environment.to);
      return cell;
    }),
  );
  reader.at = environment.after;
  return { kind: 'environment', name: environment.name, columns, rows };
}

/** The columns that an array names, {ll} or [c]{ll}, and the first token behind them. */
function columnsOf(
  { name, from, to }: Environment,
  tokens: readonly Token[],
  partner: Int32Array,
): readonly [columns: string, from: number] {
  const open = tokens[from]?.text === '[' && tokens[from + 2]?.text === ']' ? from + 3 : from;
  const close = tokens[open]?.kind === 'open' ? (partner[open] ?? -1) : -1;
  if (!/^(?:array|alignat|alignedat)/.test(name) || close < 0 || close >= to) return ['', from];
  return [nameOf(tokens, open + 1, close), close + 1];
}

/** Where the rows of an environment end, and in each of them the cells: at & and \\ outside braces and other environments. */
function cellEnds(
  from: number,
  to: number,
  tokens: readonly Token[],
  partner: Int32Array,
  inner: ReadonlyMap<number, Environment>,
): readonly (readonly number[])[] {
  const rows: number[][] = [[]];
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    const other = partner[i] ?? -1;
    if (token?.kind === 'open' && other > i) i = other;
    else if (inner.has(i)) i = (inner.get(i)?.after ?? i + 1) - 1;
    else if (token?.kind === 'char' && token.text === '&') rows.at(-1)?.push(i);
    else if (token?.kind === 'escape' && token.text === '\\') {
      rows.at(-1)?.push(i);
      rows.push([]);
    }
  }
  rows.at(-1)?.push(to);
  return rows;
}
