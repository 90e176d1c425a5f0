// Which blanks stand between the printed pieces of a formula: those that a person types, not those that end a command's name.
import { SUBSCRIPTS, SUPERSCRIPTS } from '../tables/alphabets.ts';
import { SYMBOLS, type SymbolKind } from '../tables/symbols.ts';
import type { Body, MathNode } from '../tree.ts';
import { beginsLetter, firstChar, isWordChar, lastChar } from './chars.ts';

/** How much of what was joined is looked at to decide on a blank. */
const TAIL = 16;

/** Joins the texts of nodes in a row; `degree` is what \deg behind a number is. */
export function joined(nodes: Body, texts: readonly string[], degree: string): string {
  const parts: string[] = [];
  let tail = '';
  nodes.forEach((node, i) => {
    const row: Row = { nodes, texts, i };
    const isDegree =
      node.kind === 'function' && node.name === 'deg' && /\d ?$/.test(tail) && nodes[i + 1]?.kind !== 'script';
    const part = isSwallowed(tail, row) ? '' : isDegree ? degree : behind(tail, node, row);
    parts.push(part);
    tail = (tail + part).slice(-TAIL);
  });
  return parts.join('');
}

/** A place in a row of nodes with their texts. */
interface Row {
  readonly nodes: Body;
  readonly texts: readonly string[];
  readonly i: number;
}

const PREFIXES: ReadonlySet<string> = new Set(
  'nabla partial forall exists nexists neg lnot Delta Box square Diamond'.split(' '),
);

/** Whether the blank at a place only ends a command's name, as in `n\times n`: TeX prints none, and nobody types one behind an operator that has none before it, or inside a bracket. */
function isSwallowed(out: string, { nodes, texts, i }: Row): boolean {
  if (nodes[i]?.kind !== 'space') return false;
  const next = nodes[i + 1]?.kind === 'sizer' ? nodes[i + 2] : nodes[i + 1];
  if (symbolKind(next) === 'close') return true;
  const before = nodes[i - 1];
  const sign = texts[i - 1] ?? '';
  if (before === undefined || next === undefined || /[A-Za-z]{2}$/.test(sign)) return false;
  const kind = symbolKind(before);
  if (kind === 'open') return true;
  if (before.kind === 'symbol' && PREFIXES.has(before.name))
    return next.kind !== 'symbol' || symbolKind(next) === 'ord';
  const left = lastChar(out.slice(0, -sign.length));
  if (!((isOperator(before) && sign !== ':') || isNot(before)) || left === ' ' || left === '') return false;
  const isNumber = next.kind === 'text' && /^\d/.test(next.text);
  if (/\d/.test(left) && next.kind === 'text' && !isNumber && sign === '×') return false; // 2× A800: "2×" may be all that is mathematics
  return !/[A-Za-z]$/.test(sign) || (isNumber && /\d/.test(left));
}

const isNot = (node: MathNode): boolean => node.kind === 'structure' && node.name === 'not';

const symbolKind = (node: MathNode | undefined): SymbolKind | undefined =>
  node?.kind === 'symbol' ? SYMBOLS.get(node.name)?.kind : undefined;

/** What to write for the node at a place behind `out`, the end of what was joined. */
function behind(out: string, node: MathNode, row: Row): string {
  const text = row.texts[row.i] ?? '';
  if (text === '') return '';
  if ((node.kind === 'gap' || node.kind === 'space') && (out.endsWith(' ') || out === '')) return '';
  if (node.kind === 'function') return `${clings(out) ? ' ' : ''}${text}${needsSpace(row) ? ' ' : ''}`;
  if ((node.kind === 'structure' || isUnnested(node)) && /^\p{N}/u.test(text) && /\p{N}$/u.test(out)) return ` ${text}`;
  if (text.startsWith('~') && /[^\s<>=]$/.test(out)) return ` ${text}`;
  if (text.startsWith(' ') && !/\S$/.test(out)) return text.trimStart();
  if (isSpelledOut(node, text)) return apart(out, text, row);
  if (node.kind !== 'script' && beginsLetter(text) && (isWordSymbol(out) || isOpenScript(row))) return ` ${text}`;
  if (/^[a-z]{3,}\(/.test(text) && /[A-Za-z]$/.test(out)) return ` ${text}`;
  const isFactor = isFactorNext(row) || row.nodes[row.i - 1]?.kind === 'function';
  return isFactor && isFraction(node, text) ? `(${text})` : text;
}

/** Whether what stands before a place is a script that no bracket ends, as in W_enc: the next letter would go on with it. */
const isOpenScript = ({ nodes, texts, i }: Row): boolean =>
  nodes[i - 1]?.kind === 'script' && /^[_^][^(]/.test(texts[i - 1] ?? '') && !isScript(texts[i] ?? '');

/** A fraction with what followed it in the half of a group. */
const isUnnested = (node: MathNode): boolean => node.kind === 'group' && node.body[0]?.kind === 'structure';

const isFraction = (node: MathNode, text: string): boolean =>
  ((node.kind === 'structure' && node.args.length === 2) ||
    (node.kind === 'infix' && node.name === 'over') ||
    (node.kind === 'group' && node.body.length === 1 && node.body[0]?.kind === 'infix')) &&
  /^[^()]*(?:\([^()]*\)[^()]*)*\/./.test(text) &&
  !text.startsWith('C(');

/** Whether a factor follows at once: (1/4)F, (1/2)(a+b). */
const isFactorNext = ({ nodes, texts, i }: Row): boolean => {
  const text = texts[i + 1] ?? '';
  return beginsLetter(text) ? !isScript(text) : /^[(⟨⌊]/.test(text) || symbolKind(nodes[i + 1]) === 'big';
};

/** In ascii a sign may read as words (alpha, prop. to, not ==), or as a letter (x). */
const isSpelledOut = (node: MathNode, text: string): boolean =>
  (isNot(node) && text.startsWith('not ')) ||
  (node.kind === 'symbol' && (/^[A-Za-z]{2}/.test(text) || (isOperator(node) && /^(?:[a-z]|\(.\))$/.test(text))));

const isOperator = (node: MathNode): boolean => symbolKind(node) === 'bin' || symbolKind(node) === 'rel';

/** Parts a sign that reads as words from the words and numbers on both sides, one letter from letters only: 1920x1080, n x m. */
function apart(out: string, text: string, { nodes, texts, i }: Row): string {
  const isBlank = nodes[i + 1]?.kind === 'space';
  const node = nodes[i];
  const next = texts[isBlank ? i + 2 : i + 1] ?? '';
  const isWord = text.length > 1 && node !== undefined && (isOperator(node) || isNot(node));
  const isBefore = isWord ? /^[^\s,.;)\]}_^]/.test(next) : /^[A-Za-z]/.test(next);
  const isBehind = isWord
    ? /[^\s(]$/.test(out)
    : text.length > 1
      ? isWordChar(lastChar(out))
      : isBefore
        ? /\S$/.test(out)
        : /[A-Za-z]$/.test(out);
  return `${isBehind ? ' ' : ''}${text}${isBefore && !isBlank ? ' ' : ''}`;
}

const isWordSymbol = (out: string): boolean => WORD_SYMBOLS.has((/[A-Za-z]+$/.exec(out)?.[0] ?? '').toLowerCase());
const WORD_SYMBOLS = new Set(
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega in sum prod int subset subseteq cup cap nabla'.split(
    ' ',
  ),
);

/** Whether the name of a function needs a blank behind such an end. */
const clings = (out: string): boolean => /[)\]}⟩|]$/.test(out) || isWordChar(lastChar(out));

/** Whether the name of a function needs a blank before what comes next. */
function needsSpace({ nodes, texts, i }: Row): boolean {
  const text = texts[i + 1] ?? '';
  const next = nodes[i + 1];
  if (next === undefined || /^(?:space|gap|script|sizer)$/.test(next.kind) || isFraction(next, text)) return false;
  return beginsLetter(text) && !isScript(text);
}

/** Whether raised or lowered letters or digits come first: in a text that was printed before they belong to what they stand on. */
const isScript = (text: string): boolean => SCRIPTS.has(firstChar(text));
const SCRIPTS: ReadonlySet<string> = new Set([...SUPERSCRIPTS.values(), ...SUBSCRIPTS.values()]);
