// Tree → LaTeX source that a real TeX reader takes.
import { MACROS, SPACES } from '../tables/commands.ts';
import { MATH_FONTS, NAMED_FUNCTIONS, PLAIN_NAMES } from '../tables/katex.ts';
import type { Body, MathNode } from '../tree.ts';

/** Prints a formula between dollars, the blanks at its ends outside. */
export function printFormula(nodes: Body): string {
  const source = printLatex(nodes);
  const inner = source.trim();
  if (inner === '') return source;
  return `${source.slice(0, source.indexOf(inner))}$${inner}$${source.slice(source.indexOf(inner) + inner.length)}`;
}

/** Prints a formula, without its dollars. */
export function printLatex(nodes: Body): string {
  const parts: string[] = [];
  let last = '';
  nodes.forEach((node, i) => {
    const text = printNode(node);
    if (text === '') return;
    if (/^[A-Za-z0-9]/.test(text) && endsInCommand(last)) parts.push(' ');
    else if ((node.kind === 'script' || /^[_^]/.test(text)) && clashes(nodes, i)) parts.push('{}');
    else if (text.startsWith("'") && nodes[i - 1]?.kind === 'script') parts.push('{}');
    parts.push(text);
    last = text;
  });
  return parts.join('');
}

const endsInCommand = (text: string): boolean => /\\[A-Za-z]{1,40}$/.test(text.slice(-42));

/** A second superscript (or subscript) on one base is an error in TeX. */
function clashes(nodes: Body, i: number): boolean {
  const node = nodes[i];
  if (node === undefined) return false;
  const up = node.kind === 'script' ? node.up : true;
  for (let k = i - 1; k >= Math.max(0, i - 8); k--) {
    const other = nodes[k];
    if (other?.kind === 'space') continue;
    if (other?.kind === 'structure' && /^(?:sp|sb|textsu[bp])/.test(other.name)) return true;
    if (other?.kind !== 'script') return false;
    if (node.kind !== 'script' || other.up === up) return true;
  }
  return false;
}

function printNode(node: MathNode): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'space':
      return node.text;
    case 'gap':
      return SPACES.get(node.name) === 0 && node.name !== '!'
        ? ''
        : `\\${node.name === '>' || node.name === ':' ? ';' : PLAIN_GAPS.has(node.name) ? ' ' : node.name}`;
    case 'unknown':
      return `\\backslash\\mathrm{${node.name}}`;
    case 'symbol':
    case 'sizer':
      return `\\${PLAIN_NAMES.get(node.name) ?? node.name}`;
    case 'function':
      return NAMED_FUNCTIONS.has(node.name) ? `\\operatorname{${node.name}}` : `\\${node.name}`;
    case 'escape':
      return node.char === '~' || node.char === '"' || node.char === "'" || node.char === '`'
        ? node.char
        : /[\w^~\\]/.test(node.char) && node.char !== '_'
          ? ''
          : `\\${node.char}`;
    case 'macro':
      return MACROS.get(node.name) ?? `\\${node.name}`;
    case 'group':
      return `{${printLatex(node.body)}}`;
    case 'script':
      return (
        (node.up ? '^' : '_') +
        (node.braced || !isSingle(node.body) ? `{${printLatex(node.body)}}` : printLatex(node.body))
      );
    case 'style':
      return `\\${font(node.name, node.body)}{${printLatex(node.body)}}`;
    case 'accent':
      return `\\${node.name}{${printLatex(node.body)}}`;
    case 'switch':
      return spaced(`\\${PLAIN_NAMES.get(node.name) ?? node.name}`, printLatex(node.body));
    case 'infix':
      return printLatex(node.left) + spaced(`\\${node.name}`, printLatex(node.right));
    case 'structure':
      return structure(node);
  }
}

const PLAIN_GAPS = new Set(['newline', 'par', 'hfill', 'smallskip', 'medskip', 'bigskip', 'enskip']);

function structure(node: MathNode & { kind: 'structure' }): string {
  const args = node.args.map((arg) => `{${printLatex(arg)}}`).join('');
  if (node.name === 'sp' || node.name === 'textsuperscript') return `^${args}`;
  if (node.name === 'sb' || node.name === 'textsubscript') return `_${args}`;
  return `\\${PLAIN_NAMES.get(node.name) ?? node.name}${node.option === null ? '' : `[${printLatex(node.option)}]`}${args}`;
}

/** A font of text stays one only around text. */
function font(name: string, body: Body): string {
  const plain = PLAIN_NAMES.get(name) ?? name;
  const isText = body.every(
    (node) =>
      node.kind === 'space' ||
      (node.kind === 'text' && !/[_^~\\]/.test(node.text)) ||
      (node.kind === 'escape' && node.char !== '|'),
  );
  return isText ? plain : (MATH_FONTS.get(plain) ?? plain);
}

const spaced = (command: string, rest: string): string =>
  command + (/^[A-Za-z0-9]/.test(rest) ? ' ' : /^[_^']/.test(rest) ? '{}' : '') + rest;

const isSingle = (body: Body): boolean => {
  const [node] = body;
  if (body.length !== 1 || node === undefined) return false;
  return node.kind === 'symbol' || (node.kind === 'text' && [...node.text].length === 1 && node.text !== "'");
};
