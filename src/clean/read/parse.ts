// Tokens of a formula → tree. Never fails: what does not fit stays as text.

import {
  expansionOf,
  FONTS,
  FUNCTIONS,
  MACROS,
  MATH_ACCENTS,
  SIZERS,
  SPACES,
  STRUCTURES,
  SWITCHES,
} from '../tables/commands.ts';
import { SYMBOLS } from '../tables/symbols.ts';
import type { Body, MathNode, Token } from '../tree.ts';
import { readCharacter } from './characters.ts';
import { environments, readEnvironment } from './environments.ts';
import { DEEPEST, opens, type Reader } from './reader.ts';
import { readStructure } from './structures.ts';

const INFIX = new Set(['over', 'choose', 'atop']);

/** Reads the tokens of one formula. */
export function parseMath(all: readonly Token[]): Body {
  const tokens = all.flatMap((token, i) => (isScript(all[i - 1]) ? scripted(token, all[i - 1], all[i + 1]) : token));
  const partner = partners(tokens);
  const reader: Reader = {
    tokens,
    partner,
    environments: environments(tokens, partner),
    at: 0,
    body: (end, depth) => body(reader, end, depth),
    argument: (end, depth) => argument(reader, end, depth),
  };
  return body(reader, tokens.length, 0);
}

const isScript = (token: Token | undefined): boolean => token?.kind === 'sup' || token?.kind === 'sub';

/** Whether of letters behind a ^ (`up`) or _ that have no braces the first only is raised or lowered: k_BT, x^TA. */
export const isSeveral = (up: boolean, letters: string): boolean =>
  /^(?:(?!eV|pH)[a-z][A-Z]|BT)$/.test(letters) || (up && /^T[A-Za-z]{1,2}$/.test(letters));

/** The letters behind a ^ or _. Of a_ib_i, Sym^kH and w^Tx the first only is lowered or raised; x_max may be meant whole. */
function scripted(run: Token, mark: Token | undefined, next: Token | undefined): Token | Token[] {
  const { kind, text } = run;
  if (kind !== 'letters') return run;
  const isFirst = /^[A-Za-z]{2}$/.test(text) && isScript(next);
  return isFirst || isSeveral(mark?.kind === 'sup', text) ? cutBehindFirst(run) : run;
}

/** A token's first character, and the rest. */
export const cutBehindFirst = ({ kind, text, start, end }: Token): Token[] => [
  { kind, text: text.slice(0, 1), start, end: start + 1 },
  { kind, text: text.slice(1), start: start + 1, end },
];

/** The place of each brace's partner, -1 for one that has none and for all that is no brace. */
export function partners(tokens: readonly Token[]): Int32Array {
  const partner = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  tokens.forEach((token, i) => {
    if (token.kind === 'open') open.push(i);
    if (token.kind !== 'close') return;
    const other = open.pop();
    if (other === undefined) return;
    partner[other] = i;
    partner[i] = other;
  });
  return partner;
}

function body(reader: Reader, end: number, depth: number): Body {
  let nodes: MathNode[] = [];
  while (reader.at < end) {
    const token = reader.tokens[reader.at];
    if (token === undefined) break;
    if (token.kind === 'command' && INFIX.has(token.text) && depth < DEEPEST) {
      reader.at++;
      const right = body(reader, end, depth + 1);
      if (depth === 0 && isWord(token) && isPlain(nodes) && isPlain(right))
        return [...nodes, { kind: 'text', text: token.text }, ...right];
      // TeX takes one such command in a group
      const only = right[0]?.kind === 'infix' ? [{ kind: 'group', body: right } as const] : right;
      return [{ kind: 'infix', name: token.text, left: withoutLooseSizers(nodes), right: only }];
    }
    if (
      token.kind === 'command' &&
      SWITCHES.has(token.text) &&
      !(FONTS.has(token.text) && opens(reader, reader.at + 1)) &&
      depth < DEEPEST
    ) {
      reader.at++;
      if (reader.tokens[reader.at]?.kind === 'space') reader.at++;
      const rest = body(reader, end, depth + 1);
      nodes.push({
        kind: 'switch',
        name: token.text,
        body: rest[0]?.kind === 'infix' ? [{ kind: 'group', body: rest }] : rest,
      });
      break;
    }
    const node = one(reader, token, end, depth);
    nodes = append(nodes, node);
    if (node.kind === 'sizer' && reader.tokens[reader.at]?.kind === 'space') reader.at++;
  }
  return withoutLooseSizers(nodes);
}

/** "Each dart has d choose k flats": without its backslash, and with nothing but letters around it, it is English. */
const isWord = (token: Token): boolean => token.text === 'choose' && token.end - token.start === token.text.length;
const isPlain = (nodes: Body): boolean => nodes.every(({ kind }) => kind === 'text' || kind === 'space');

const DELIMITER = /^(?:[()[\]|/.<>]|$)/;

function isDelimiter(node: MathNode | undefined): boolean {
  if (node?.kind === 'text') return node.text !== '' && DELIMITER.test(node.text);
  if (node?.kind === 'escape') return '{}|'.includes(node.char);
  const kind = node?.kind === 'symbol' ? SYMBOLS.get(node.name)?.kind : undefined;
  return (
    kind === 'open' ||
    kind === 'close' ||
    (node?.kind === 'symbol' && /^(?:vert|Vert|backslash|[ud].*arrow|U.*arrow|D.*arrow)$/.test(node.name))
  );
}

/** \left without its \right, and sizes of nothing, are dropped: no TeX takes them. */
function withoutLooseSizers(nodes: readonly MathNode[]): MathNode[] {
  if (!nodes.some(({ kind }) => kind === 'sizer')) return [...nodes];
  const keep = new Set<number>();
  const open: number[] = [];
  nodes.forEach((node, i) => {
    if (node.kind !== 'sizer' || !isDelimiter(nodes[i + 1])) return;
    if (node.name === 'left') open.push(i);
    else if (node.name === 'right') {
      const other = open.pop();
      if (other !== undefined) keep.add(other).add(i);
    } else if (node.name !== 'middle') keep.add(i);
  });
  return nodes.filter((node, i) => node.kind !== 'sizer' || keep.has(i));
}

function append(nodes: MathNode[], node: MathNode): MathNode[] {
  const last = nodes.at(-1);
  if (node.kind === 'text' && last?.kind === 'text')
    nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text };
  else nodes.push(node);
  return nodes;
}

/** mathbf{A}mathbf{B}, substack{i}: in a formula, before a brace, such a name is no product of letters. */
const isStructural = (name: string): boolean =>
  FONTS.has(name) ||
  (STRUCTURES.has(name) &&
    /^(?:hspace|label|substack|(?:over|under)(?:set|brace)|stackrel|[dtcs]?frac|x(?:left|right)arrow)$/.test(name));

function one(reader: Reader, token: Token, end: number, depth: number): MathNode {
  const at = reader.at++;
  const environment = reader.environments.get(at);
  if (environment !== undefined && environment.after <= end && depth < DEEPEST)
    return readEnvironment(reader, environment, depth);
  switch (token.kind) {
    case 'space':
      return { kind: 'space', text: token.text };
    case 'escape':
      return SPACES.has(token.text) ? { kind: 'gap', name: token.text } : { kind: 'escape', char: token.text };
    case 'command':
      return command(reader, token, end, depth);
    case 'letters':
      return isStructural(token.text) && opens(reader, reader.at)
        ? command(reader, token, end, depth)
        : { kind: 'text', text: token.text };
    case 'sup':
    case 'sub':
      return script(reader, token, end, depth);
    case 'open':
      if (!opens(reader, at)) return { kind: 'escape', char: '{' };
      return depth >= DEEPEST ? { kind: 'text', text: '' } : { kind: 'group', body: inside(reader, at, depth) };
    case 'close':
      return (reader.partner[at] ?? -1) >= 0 ? { kind: 'text', text: '' } : { kind: 'escape', char: '}' };
    default:
      if (token.text === '\\') return { kind: 'symbol', name: 'backslash' };
      return '%#&$~'.includes(token.text) ? { kind: 'escape', char: token.text } : { kind: 'text', text: token.text };
  }
}

/** The body of the group whose opening brace stands at `open`; reads past its closing brace. */
function inside(reader: Reader, open: number, depth: number): Body {
  const close = reader.partner[open] ?? -1;
  reader.at = open + 1;
  const nodes = body(reader, close, depth + 1);
  reader.at = close + 1;
  return nodes;
}

function script(reader: Reader, token: Token, end: number, depth: number): MathNode {
  const up = token.kind === 'sup';
  const braced = opens(reader, reader.at);
  const arg = negative(reader, end) ?? (reader.at < end && depth < DEEPEST ? argument(reader, end, depth) : null);
  return arg === null ? { kind: 'script', up, braced: true, body: [] } : { kind: 'script', up, braced, body: arg };
}

/** 10^-6 without its braces: TeX raises the minus only, every reader the number too. */
function negative(reader: Reader, end: number): Body | null {
  const sign = reader.tokens[reader.at];
  if (sign?.kind !== 'char' || sign.text !== '-') return null;
  let at = reader.at + 1;
  let text = '-';
  for (let token = reader.tokens[at]; at < end && token?.kind === 'number'; token = reader.tokens[++at])
    text += token.text;
  if (text === '-') return null;
  reader.at = at;
  return [{ kind: 'text', text }];
}

/** One argument: a group, or a single token; null where there is none. */
function argument(reader: Reader, end: number, depth: number): Body | null {
  while (reader.at < end && reader.tokens[reader.at]?.kind === 'space') reader.at++;
  const token = reader.tokens[reader.at];
  if (token === undefined || reader.at >= end || depth >= DEEPEST) return null;
  if (opens(reader, reader.at)) return inside(reader, reader.at, depth);
  if (token.text === '(' && token.kind === 'char') return parenthesised(reader, end, depth);
  if (token.kind === 'sup' || token.kind === 'sub' || token.kind === 'close' || token.kind === 'open') return null;
  if (token.kind === 'command' && (SWITCHES.has(token.text) || SIZERS.has(token.text))) return null;
  return [one(reader, token, end, depth + 1)];
}

// n^(2/3) and sqrt(n): what plain text puts in parentheses is one argument.
function parenthesised(reader: Reader, end: number, depth: number): Body | null {
  let open = 0;
  for (let i = reader.at; i < Math.min(end, reader.at + 60); i++) {
    const token = reader.tokens[i];
    if (token?.kind !== 'char') continue;
    if (token.text === '(') open++;
    if (token.text === ')' && --open === 0) return body(reader, i + 1, depth + 1);
  }
  return null;
}

function command(reader: Reader, token: Token, end: number, depth: number): MathNode {
  const name = token.text;
  const isIntact = token.end - token.start > name.length;
  const unknown: MathNode = isIntact ? { kind: 'unknown', name } : { kind: 'text', text: name };
  if (MACROS.has(name) || (isIntact && expansionOf(name) !== undefined)) return { kind: 'macro', name };
  if (INFIX.has(name)) return unknown;
  if (FONTS.has(name) || MATH_ACCENTS.has(name)) {
    if (name === 'operatorname' && reader.tokens[reader.at]?.text === '*') reader.at++;
    const arg = argument(reader, end, depth);
    if (arg === null) return unknown;
    return { kind: MATH_ACCENTS.has(name) ? 'accent' : 'style', name, body: arg };
  }
  if (name === 'unicode') {
    const [first] = argument(reader, end, depth) ?? [];
    const character = first?.kind === 'text' ? readCharacter(first.text) : null;
    return character === null ? unknown : { kind: 'text', text: character };
  }
  const arity = STRUCTURES.get(name);
  if (arity !== undefined) return readStructure(reader, token, arity, end, depth) ?? unknown;
  if (SYMBOLS.has(name)) return { kind: 'symbol', name };
  if (FUNCTIONS.has(name)) return { kind: 'function', name };
  if (SIZERS.has(name)) return { kind: 'sizer', name };
  if (SPACES.has(name)) return { kind: 'gap', name };
  return unknown;
}
