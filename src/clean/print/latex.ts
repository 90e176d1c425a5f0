// Tree → LaTeX source that a real TeX reader takes.
import { MACROS } from '../tables/commands.ts';
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
  let out = '';
  nodes.forEach((node, i) => {
    const text = printNode(node);
    if (/\\[A-Za-z]+$/.test(out) && /^[A-Za-z]/.test(text)) out += ' ';
    else if (/\\[A-Za-z]+$/.test(out) && /^\d/.test(text)) out += ' ';
    else if (node.kind === 'script' && clashes(nodes, i)) out += '{}';
    out += text;
  });
  return out;
}

/** A second superscript (or subscript) on one base is an error in TeX. */
function clashes(nodes: Body, i: number): boolean {
  const node = nodes[i];
  if (node?.kind !== 'script') return false;
  for (let k = i - 1; k >= 0; k--) {
    const other = nodes[k];
    if (other?.kind === 'space') continue;
    if (other?.kind === 'text') return node.up && other.text.endsWith("'") && false;
    if (other?.kind !== 'script') return false;
    if (other.up === node.up) return true;
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
    case 'symbol':
    case 'function':
    case 'sizer':
    case 'unknown':
      return `\\${node.name}`;
    case 'escape':
      return `\\${node.char}`;
    case 'macro':
      return MACROS.get(node.name) ?? `\\${node.name}`;
    case 'group':
      return `{${printLatex(node.body)}}`;
    case 'script':
      return (node.up ? '^' : '_') + (node.braced || !isSingle(node.body) ? `{${printLatex(node.body)}}` : printLatex(node.body));
    case 'style':
    case 'accent':
      return `\\${node.name}{${printLatex(node.body)}}`;
    case 'switch':
      return spaced(`\\${node.name}`, printLatex(node.body));
    case 'infix':
      return printLatex(node.left) + spaced(`\\${node.name}`, printLatex(node.right));
    case 'structure':
      return `\\${node.name}${node.option === null ? '' : `[${printLatex(node.option)}]`}${node.args.map((arg) => `{${printLatex(arg)}}`).join('')}`;
  }
}

const spaced = (command: string, rest: string): string => (/^[A-Za-z0-9]/.test(rest) ? `${command} ${rest}` : command + rest);

const isSingle = (body: Body): boolean => {
  const [node] = body;
  if (body.length !== 1 || node === undefined) return false;
  return node.kind === 'symbol' || node.kind === 'function' || node.kind === 'escape' || (node.kind === 'text' && [...node.text].length === 1);
};
