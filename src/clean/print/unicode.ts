// Tree → plain text with Unicode letters, as a careful person types it; with other glyphs the ascii mode uses it too.

import { latexTokens } from '../read/latex.ts';
import { isSeveral, parseMath } from '../read/parse.ts';
import { ALPHABETS, SUBSCRIPTS, SUPERSCRIPTS } from '../tables/alphabets.ts';
import { ENVIRONMENTS, expansionOf, FONTS, MATH_ACCENTS, SPACES, SWITCHES } from '../tables/commands.ts';
import { SYMBOLS } from '../tables/symbols.ts';
import type { Body, MathNode } from '../tree.ts';
import { wrapped } from './brackets.ts';
import { beginsLetter, isFactor, isLetterOrNumber, isOne, isProduct } from './chars.ts';
import { joined } from './spacing.ts';

const BARE_SUPERSCRIPT = new Set(['°', "'", '′', "''", '″', '*', '†', '‡', '⋆', '★']);
const BARE_SUBSCRIPT = new Set(['☉', '⊕']);

/** Behind a sign it crosses the sign out, which stays in the text: = and ∈ of \not= and \not\in. */
const SLASH = '\u0338';

/** A blank that keeps two words apart, as in O(log n). */
const BETWEEN_WORDS = /[A-Za-z\d)] +[A-Za-z\d(]/;

/** What differs between the modes that write plain text. */
export interface Script {
  /** The glyph of a symbol. */
  symbol(name: string): string;
  /** A letter in one of the alphabets of tables/alphabets.ts. */
  letter(alphabet: string, char: string): string;
  /** A raised or lowered part whose text is known. */
  script(up: boolean, text: string): string;
  /** One sign, or the letters among several, under an accent; `not` crosses it out. */
  accent(name: string, text: string): string;
  /** A root. */
  root(option: string, text: string): string;
}

/** The mode `unicode`. */
export const unicodeScript: Script = {
  symbol: (name) => SYMBOLS.get(name)?.unicode ?? name,
  letter: (alphabet, char) => ALPHABETS.get(alphabet)?.get(char) ?? char,
  script: (up, text) => {
    const table = up ? SUPERSCRIPTS : SUBSCRIPTS;
    const tight = BETWEEN_WORDS.test(text) ? text : text.replaceAll(' ', '');
    if (tight.trim() === '') return up ? '^' : '_';
    if (up && (tight === '∘' || tight === '°')) return '°';
    if (!up && tight === '⊙') return '☉';
    if ((up ? BARE_SUPERSCRIPT : BARE_SUBSCRIPT).has(tight)) return tight;
    if (up && tight === '∗') return '*';
    if (tight !== '' && [...tight].every((char) => table.has(char)))
      return [...tight].map((char) => table.get(char)).join('');
    return afterMark(up, text);
  },
  accent: (name, text) => {
    const chars = [...text];
    if (name === 'not') return text === '' ? '' : chars[0] + SLASH + chars.slice(1).join('');
    const mark = MATH_ACCENTS.get(name) ?? '';
    const isUnder = (char: string): boolean => beginsLetter(char) || (chars.length === 1 && char !== ' ');
    return chars.map((char) => (isUnder(char) ? (char + mark).normalize('NFC') : char)).join('');
  },
  root: (option, text) =>
    `${option === '' ? '√' : option === '3' ? '∛' : option === '4' ? '∜' : `${unicodeScript.script(true, option)}√`}${wrapped(text, isLetterOrNumber)}`,
};

/** Prints a formula with the glyphs of a mode. */
export function printPlain(nodes: Body, script: Script): string {
  return joined(
    nodes,
    nodes.map((node, i) => printAfter(nodes[i - 1], node, script)),
    script.symbol('degree'),
  );
}

/** An operator that has nothing before it, and the blank that ended its name: \otimes n. */
const LEADING = /^([^A-Za-z\d\s(]) (?=\S)/;

/** A part after `^` or `_`, in parentheses unless it is one word or number. */
export function afterMark(up: boolean, text: string): string {
  const isWhole = (part: string): boolean => isOne(part) && !isSeveral(up, part);
  return (up ? '^' : '_') + wrapped(text.trim().replace(LEADING, '$1'), isWhole);
}

/** Prints a node behind another: the dot of \left. is none, and what an unknown command is given keeps its braces. */
function printAfter(before: MathNode | undefined, node: MathNode, script: Script): string {
  const text = printNode(node, script);
  if (before?.kind === 'sizer') return text.startsWith('.') ? text.slice(1) : text;
  return before?.kind === 'unknown' && node.kind === 'group' ? `{${text}}` : text;
}

function printNode(node: MathNode, script: Script): string {
  switch (node.kind) {
    case 'text':
    case 'space':
      return node.text;
    case 'gap':
      return (SPACES.get(node.name) ?? 0) > 0 ? ' ' : '';
    case 'escape':
      return node.char === '|' ? script.symbol('Vert') : node.char === '\\' ? '; ' : node.char;
    case 'symbol':
      return script.symbol(node.name);
    case 'function':
      return node.name;
    case 'sizer':
      return '';
    case 'unknown':
      return `\\${node.name}`;
    case 'macro':
      return printPlain(expansion(node.name), script);
    case 'group':
      return printPlain(node.body, script);
    case 'script':
      return script.script(node.up, printPlain(node.body, script));
    case 'style':
      return opensWithBlank(node) + styled(FONTS.get(node.name) ?? '', printPlain(node.body, script), script);
    case 'switch':
      return styled(SWITCHES.get(node.name) ?? '', printPlain(node.body, script), script);
    case 'accent':
      return script.accent(node.name, printPlain(node.body, script));
    case 'infix':
      return infix(node.name, printPlain(node.left, script), printPlain(node.right, script));
    case 'environment':
      return environment(node, script);
    case 'structure':
      return structure(
        node.name,
        node.option === null ? '' : printPlain(node.option, script),
        node.args.map((arg) => printPlain(arg, script)),
        script,
      );
  }
}

/** The blank that text in a formula begins with is its author's: \mbox{ tends to }. */
const opensWithBlank = ({ name, body }: MathNode & { kind: 'style' }): string =>
  FONTS.get(name) === 'text' && body[0]?.kind === 'space' && body.length > 1 ? ' ' : '';

/** What a macro of common knowledge stands for. */
export function expansion(name: string): Body {
  return parseMath(latexTokens(expansionOf(name) ?? '', 0));
}

function styled(alphabet: string, text: string, script: Script): string {
  return alphabet === '' || alphabet === 'text' || alphabet === 'size'
    ? text
    : [...text].map((char) => script.letter(alphabet, char)).join('');
}

/** Rows with a semicolon between them, as (a b; c d); of a case what holds stands before its condition. */
function environment({ name, rows }: MathNode & { kind: 'environment' }, script: Script): string {
  const [open = '', close = ''] = [...(ENVIRONMENTS.get(name) ?? '')].map((sign) =>
    sign === '‖' ? script.symbol('Vert') : sign,
  );
  const lines = rows.map((cells, i) => row(name, cells, i, script)).filter((line) => line !== '');
  return open + lines.map((line, i) => (i === 0 ? '' : endsItself(lines[i - 1]) ? ' ' : '; ') + line).join('') + close;
}

const endsItself = (line = ''): boolean => /[,;]$/.test(line);

function row(name: string, cells: readonly Body[], i: number, script: Script): string {
  const texts = cells.map((cell) => printPlain(cell, script).trim()).filter((text) => text !== '');
  if (i > 0) texts[0] = texts[0]?.replace(ROOM, '') ?? '';
  return name === 'cases' ? texts.map((text) => text.replace(/,$/, '')).join(', ') : texts.join(' ');
}

/** A length that makes none: -1.6pt, 0pt, 0.0em. */
const NO_ROOM = /^\s*(?:-|0*(?:\.0*)?\s*[a-z])/;

/** The room that \\[2pt] makes between two rows. */
const ROOM = /^\[-?[\d.]+ ?[a-z]{2}\]\s*/;

function infix(name: string, left: string, right: string): string {
  return name === 'choose' ? `C(${left.trim()}, ${right.trim()})` : fraction(left, right);
}

/** Half a fraction needs no parentheses where it is one product, or one factor below: 2n/3, 1/√n, 1/n². */
function fraction(above: string, below: string): string {
  return `${wrapped(above.trim(), isProduct)}/${wrapped(below.trim(), isFactor)}`;
}

function structure(name: string, option: string, args: readonly string[], script: Script): string {
  const [first = '', second = ''] = args;
  switch (name) {
    case 'sqrt':
      return script.root(option, first);
    case 'binom':
    case 'dbinom':
    case 'tbinom':
      return `C(${first}, ${second})`;
    case 'stackrel':
    case 'overset':
      return second + script.script(true, first);
    case 'underset':
      return second + script.script(false, first);
    case 'xrightarrow':
    case 'xleftarrow': // what stands above the arrow is said, not dropped
      return script.symbol(name.slice(1)) + (first === '' ? '' : script.script(true, first));
    case 'mod':
    case 'bmod':
      return ' mod ';
    case 'pmod':
      return ` (mod ${first})`;
    case 'not':
      return script.accent('not', first);
    case 'ket':
      return `|${first}${script.symbol('rangle')}`;
    case 'bra':
      return `${script.symbol('langle')}${first}|`;
    case 'braket':
      return script.symbol('langle') + first + script.symbol('rangle');
    case 'substack':
      return first.replaceAll('; ', ', ');
    case 'phantom':
    case 'label':
      return '';
    case 'tag':
      return ` (${first})`;
    case 'hspace':
      return NO_ROOM.test(first) ? '' : ' ';
    case 'textsuperscript':
    case 'sp':
      return script.script(true, first);
    case 'textsubscript':
    case 'sb':
      return script.script(false, first);
    default:
      if (args.length === 2 && second.trim() === '') return `${name}{${first}}`; // its other half was lost
      return args.length === 2 ? fraction(first, second) : args.join('');
  }
}
