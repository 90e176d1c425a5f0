// Commands with arguments, \frac{1}{2} and \sqrt[3]{x}, and what pages left of them.
import { FONTS, MATH_ACCENTS, STRUCTURES } from '../tables/commands.ts';
import { SYMBOLS } from '../tables/symbols.ts';
import type { Body, MathNode, Token } from '../tree.ts';
import { nextAt, opens, type Reader } from './reader.ts';

/** Reads the arguments of the command `token`, which is before the place of the reader; null where there are none. */
export function readStructure(
  reader: Reader,
  { text: name, start, end: nameEnd }: Token,
  arity: number,
  end: number,
  depth: number,
): MathNode | null {
  const isIntact = nameEnd - start > name.length;
  const option = name === 'sqrt' ? optional(reader, end, depth) : null;
  const args: Body[] = [];
  while (name === 'not' && reader.tokens[reader.at]?.text === '!') reader.at++; // \not\!p
  for (let i = 0; i < arity; i++) {
    if (i === 1 && HALVED.test(name) && reader.tokens[reader.at - 1]?.kind === 'close') {
      const lost = isLost(reader, end);
      const half = lost || !(isIntact || opens(reader, nextAt(reader))) ? unnested(name, args[0] ?? []) : null;
      if (half !== null) return half;
      if (lost) break;
    }
    const arg = (arity === 2 && i === 0 ? firstCharacter(reader, end) : null) ?? reader.argument(end, depth);
    if (arg !== null) args.push(arg);
  }
  if (args.length === 0 && arity > 0) return null;
  while (args.length < arity) args.push([]);
  return { kind: 'structure', name, option, args };
}

const HALVED = /frac$|binom$/;

/** Whether the second argument of a command is missing, behind braces around the first: the formula ends, or something closes or goes on. */
function isLost(reader: Reader, end: number): boolean {
  const next = nextAt(reader);
  const token = reader.tokens[next];
  if (token === undefined || next >= end) return true;
  if (token.kind === 'open') return !opens(reader, next);
  return token.kind !== 'number' && token.kind !== 'letters' && !(token.kind === 'command' && isOperand(token));
}

const isOperand = ({ text }: Token): boolean =>
  SYMBOLS.get(text)?.kind === 'ord' || FONTS.has(text) || MATH_ACCENTS.has(text) || STRUCTURES.has(text);

/** Of \sqrt{\frac{a}{b}} unwrapping leaves frac{a{b}}: the group in the first argument is the second one. */
function unnested(name: string, whole: Body): MathNode | null {
  const at = whole.findIndex(({ kind }) => kind === 'group');
  const second = whole[at];
  if (at < 1 || second?.kind !== 'group') return null;
  const half: MathNode = { kind: 'structure', name, option: null, args: [whole.slice(0, at), second.body] };
  return at + 1 === whole.length ? half : { kind: 'group', body: [half, ...whole.slice(at + 1)] };
}

/** Of \frac12 and \frac kp the first character, unless a group behind them is the second argument; leaves the rest to be read. */
function firstCharacter(reader: Reader, end: number): Body | null {
  const at = nextAt(reader);
  const run = reader.tokens[at];
  const isSeveral = run?.kind === 'number' ? /^\d\d/.test(run.text) : run?.kind === 'letters' && run.text.length === 2;
  if (at >= end || run === undefined || !isSeveral || opens(reader, at + 1)) return null;
  reader.at = at;
  reader.tokens[at] = { ...run, text: run.text.slice(1), start: run.start + 1 };
  return [{ kind: 'text', text: run.text.slice(0, 1) }];
}

/** The [n] of a root. */
function optional(reader: Reader, end: number, depth: number): Body | null {
  if (reader.tokens[reader.at]?.text !== '[') return null;
  for (let i = reader.at + 1; i < Math.min(end, reader.at + 20); i++) {
    if (reader.tokens[i]?.text !== ']') continue;
    reader.at++;
    const option = reader.body(i, depth + 1);
    reader.at = i + 1;
    return option;
  }
  return null;
}
