// Running text with LaTeX in it → tree. Formulas were found before; all else between them is read here.
import { codeRanges, isInCode } from '../code.ts';
import type { Formula, TextNode } from '../text-tree.ts';
import type { MathNode } from '../tree.ts';
import { readBareCharacter } from './characters.ts';
import { readGroup } from './groups.ts';
import { readBackslash } from './macros.ts';
import { countDashes, readDash, readDollar, readQuote, readTie } from './marks.ts';
import type { Place } from './place.ts';
import { readScript, readThinSpace } from './scripts.ts';

const SPECIAL = /[\\{}~$`^_]|--+|''|['"](?![A-Za-z0-9])|,(?=[A-Za-z%])|(?<!\d)x20(?:1[34589cd]|26)(?!\d)/g;

/** Reads a text whose formulas are known, sorted by place. */
export function readText(text: string, formulas: readonly Formula[], warnings: string[]): TextNode[] {
  const place: Place = {
    text,
    formulas,
    partner: braces(text, formulas),
    warnings,
    code: codeRanges(text),
    formula: 0,
    quotes: 0,
    single: 0,
    double: 0,
    read: (start, end, depth) => stretch(place, start, end, depth),
  };
  return joined(stretch(place, 0, text.length, 0), text);
}

/** Two formulas side by side are one. */
function joined(nodes: TextNode[], text: string): TextNode[] {
  if (!nodes.some(({ kind }, i) => kind === 'math' && nodes[i + 1]?.kind === 'math')) return nodes;
  const out: TextNode[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const first = nodes[i];
    if (first === undefined) break;
    const body: MathNode[] = [];
    let last = first;
    for (let next: TextNode | undefined = first; next?.kind === 'math' && !isDelimited(next, text); next = nodes[++i]) {
      for (const node of next.body) body.push(node);
      last = next;
    }
    if (body.length > 0) i--;
    out.push(
      first.kind === 'math' && last !== first
        ? { ...first, end: last.end, body, intact: false, evidence: text.slice(first.start, last.end) }
        : first,
    );
  }
  return out;
}

const isDelimited = (node: TextNode, text: string): boolean =>
  (node.kind === 'math' && node.asIs === true) ||
  text[node.start] === '$' ||
  text.startsWith('\\(', node.start) ||
  text.startsWith('\\[', node.start);

const NO_BRACES: ReadonlyMap<number, number> = new Map();

/** Partners of the braces outside formulas. */
function braces(text: string, formulas: readonly Formula[]): ReadonlyMap<number, number> {
  let at = text.indexOf('{');
  if (at < 0) return NO_BRACES;
  const partner = new Map<number, number>();
  const open: number[] = [];
  let next = 0;
  for (; at < text.length; at++) {
    const formula = formulas[next];
    if (formula !== undefined && formula.start <= at) {
      at = Math.max(at, formula.end) - 1;
      next++;
      continue;
    }
    const code = text.charCodeAt(at);
    if ((code !== OPEN && code !== CLOSE) || text[at - 1] === '\\') continue;
    if (code === OPEN) open.push(at);
    else {
      const other = open.pop();
      if (other !== undefined) partner.set(other, at);
    }
  }
  return partner;
}

const OPEN = 123;
const CLOSE = 125;

function stretch(place: Place, start: number, end: number, depth: number): TextNode[] {
  const nodes: TextNode[] = [];
  let done = start;
  let at = start;
  const plain = (to: number): void => {
    if (to > done) nodes.push({ kind: 'plain', start: done, end: to, text: place.text.slice(done, to) });
  };
  let special = -1;
  while (at < end) {
    const formula = place.formulas[place.formula];
    if (special < at) special = nextSpecial(place.text, at);
    if (formula !== undefined && formula.start <= special) {
      if (formula.start >= end) break;
      place.formula++;
      if (formula.start < done) continue;
      plain(formula.start);
      nodes.push({ kind: 'math', ...formula });
      done = at = formula.end;
      continue;
    }
    if (special >= end) break;
    const made = read(place, special, end, depth);
    if (made === null || (made[0]?.start ?? special) < done) {
      at = special + (place.text[special] === '-' ? countDashes(place.text, special) : 1);
      continue;
    }
    plain(made[0]?.start ?? special);
    nodes.push(...made);
    done = at = made.at(-1)?.end ?? special + 1;
  }
  plain(end);
  return nodes;
}

function nextSpecial(text: string, at: number): number {
  SPECIAL.lastIndex = at;
  return SPECIAL.exec(text)?.index ?? Infinity;
}

function read(place: Place, at: number, end: number, depth: number): TextNode[] | null {
  if (isInCode(place.code, at)) return null;
  switch (place.text[at]) {
    case '\\':
      return readBackslash(place, at, end, depth);
    case '{':
      return readGroup(place, at, depth);
    case '-':
      return readDash(place.text, at);
    case '~':
      return readTie(place.text, at);
    case '`':
    case "'":
    case '"':
      return readQuote(place, at);
    case '$':
      return readDollar(place.text, at);
    case '^':
    case '_':
      return readScript(place.text, at);
    case ',':
      return readThinSpace(place.text, at);
    case 'x':
      return readBareCharacter(place.text, at);
    default:
      return null;
  }
}
