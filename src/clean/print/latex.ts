// Tree → LaTeX source that a real TeX reader takes.
import { expansionOf, SPACES, SWITCHES, TEXT_LETTERS } from '../tables/commands.ts';
import { MATH_FONTS, NAMED_FUNCTIONS, PLAIN_NAMES } from '../tables/katex.ts';
import { SYMBOLS } from '../tables/symbols.ts';
import type { Body, MathNode } from '../tree.ts';

/** Prints a formula between dollars, the blanks at its ends outside. */
export function printFormula(nodes: Body): string {
  const source = printLatex(nodes);
  const inner = source.trim();
  if (inner === '') return source;
  const [before, after] = [source.slice(0, source.indexOf(inner)), source.slice(source.indexOf(inner) + inner.length)];
  return `${before}$${inner.replace(PHRASE, (found) => (found.startsWith('\\') ? found : `\\text{${found}}`))}$${after}`;
}

/** Several words in a formula: TeX would set them as letters without blanks, and a reader take its dollars for money. */
const PHRASE =
  /\\(?:text[a-z]*|math(?:rm|it|bf|sf|tt)|operatorname|mbox)\*?\{[^{}]*\}|(?<![\\A-Za-z])[a-z]{4,}(?: [a-z]{2,})+(?![A-Za-z])/g;

/** Prints a formula, without its dollars. */
export function printLatex(nodes: Body): string {
  const parts: string[] = [];
  const base: Base = { raised: 'no', lowered: false };
  let last = '';
  nodes.forEach((node, i) => {
    const text = isLimits(node) && !takesLimits(nodes[i - 1]) ? '' : printNode(node);
    if (text === '') return;
    if (/^[A-Za-z0-9]/.test(text) && endsInCommand(last)) parts.push(' ');
    else if (/^\d/.test(text) && /^[_^]\d$/.test(last)) parts.push('{}');
    if (needsBase(base, text, node.kind === 'space' || isLimits(node))) parts.push('{}');
    // what \Msun stands for has a subscript of its own
    if (node.kind === 'macro')
      Object.assign(base, { raised: text.includes('^') ? 'yes' : 'no', lowered: text.includes('_') });
    parts.push(text);
    last = text;
  });
  return parts.join('');
}

/** What the last letter has on it already. */
interface Base {
  raised: 'no' | 'prime' | 'yes';
  lowered: boolean;
}

/** A second superscript (or subscript) on one base is an error in TeX, one right behind a prime is not. Remembers what `text` does. */
function needsBase(base: Base, text: string, isBlank: boolean): boolean {
  const [first] = text;
  const clashes =
    first === '_' ? base.lowered : first === '^' ? base.raised === 'yes' : first === "'" && base.raised === 'yes';
  const stays = (first === '_' || first === '^' || isBlank || /^'+$/.test(text)) && !clashes;
  base.lowered = first === '_' || (stays && base.lowered);
  const raised = stays && base.raised !== 'no' ? 'yes' : 'no';
  base.raised = first === '^' ? 'yes' : text.endsWith("'") ? 'prime' : raised;
  return clashes;
}

const isLimits = (node: MathNode): boolean =>
  node.kind === 'gap' && (node.name === 'limits' || node.name === 'nolimits');

/** \limits stands behind a big operator. */
const takesLimits = (node: MathNode | undefined): boolean =>
  (node?.kind === 'symbol' && SYMBOLS.get(node.name)?.kind === 'big') || node?.kind === 'function';

const endsInCommand = (text: string): boolean => /\\[A-Za-z]{1,40}$/.test(text.slice(-42));

function printNode(node: MathNode): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'space':
      return node.text;
    case 'gap':
      return SPACES.get(node.name) === 0 && node.name !== '!' && !isLimits(node)
        ? ''
        : `\\${node.name === '>' || node.name === ':' ? ';' : PLAIN_GAPS.has(node.name) ? ' ' : node.name}`;
    case 'unknown':
      return `\\backslash\\mathrm{${node.name}}`;
    case 'symbol':
      return TEXT_LETTERS.has(node.name) && !SIGNS.has(node.name)
        ? `\\text{${SYMBOLS.get(node.name)?.unicode ?? ''}}`
        : `\\${PLAIN_NAMES.get(node.name) ?? node.name}`;
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
      return expansionOf(node.name) ?? `\\${node.name}`;
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
    case 'switch': {
      const rest = printLatex(node.body);
      return rest.trim() === '' ? rest : spaced(`\\${PLAIN_NAMES.get(node.name) ?? node.name}`, rest); // \frak alone is no LaTeX
    }
    case 'infix':
      return printLatex(node.left) + spaced(`\\${node.name}`, printLatex(node.right));
    case 'environment':
      return environment(node);
    case 'structure':
      return structure(node);
  }
}

/** Letters of text that mathematics takes as well. */
const SIGNS = new Set(['S', 'P', 'i', 'j', 'aa', 'AA']);
const PLAIN_GAPS = new Set(['newline', 'par', 'hfill', 'smallskip', 'medskip', 'bigskip', 'enskip']);

function environment({ name, columns, rows }: MathNode & { kind: 'environment' }): string {
  const lines = rows.map((cells) => cells.map(printLatex).join('&'));
  return `\\begin{${name}}${columns === '' ? '' : `{${columns}}`}${lines.join('\\\\')}\\end{${name}}`;
}

function structure(node: MathNode & { kind: 'structure' }): string {
  const args = node.args.map((arg) => `{${printLatex(arg)}}`).join('');
  if (node.name === 'label') return '';
  if (node.name === 'tag') return `\\;(${args})`; // the tag of a formula that is set off
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
      (node.kind === 'switch' && SWITCHES.get(node.name) === '' && font('text', node.body) === 'text') ||
      (node.kind === 'text' && !/[_^~\\]/.test(node.text)) ||
      (node.kind === 'escape' && node.char !== '|'),
  );
  return isText ? plain : (MATH_FONTS.get(plain) ?? plain);
}

const spaced = (command: string, rest: string): string =>
  command + (/^[A-Za-z0-9]/.test(rest) ? ' ' : /^\s*[_^']/.test(rest) ? '{}' : '') + rest;

const isSingle = (body: Body): boolean => {
  const [node] = body;
  if (body.length !== 1 || node === undefined) return false;
  if (node.kind === 'symbol')
    return /^(?:ord|bin)$/.test(SYMBOLS.get(node.name)?.kind ?? '') && !TEXT_LETTERS.has(node.name);
  return node.kind === 'text' && [...node.text].length === 1 && node.text !== "'";
};
