// Tree → plain text with Unicode letters, as a careful person types it; with other glyphs the ascii mode uses it too.

import { latexTokens } from '../read/latex.ts';
import { parseMath } from '../read/parse.ts';
import { ALPHABETS, SUBSCRIPTS, SUPERSCRIPTS } from '../tables/alphabets.ts';
import { expansionOf, FONTS, MATH_ACCENTS, SPACES, SWITCHES } from '../tables/commands.ts';
import { SYMBOLS } from '../tables/symbols.ts';
import type { Body, MathNode } from '../tree.ts';
import { wrapped } from './brackets.ts';
import { firstChar, isLetterOrNumber, isOne, isWordChar, lastChar } from './chars.ts';

const BARE_SUPERSCRIPT = new Set(['°', "'", '′', "''", '″', '*', '†', '‡', '⋆', '★']);
const BARE_SUBSCRIPT = new Set(['☉', '⊕']);

/** What differs between the modes that write plain text. */
export interface Script {
  /** The glyph of a symbol. */
  symbol(name: string): string;
  /** A letter in one of the alphabets of tables/alphabets.ts. */
  letter(alphabet: string, char: string): string;
  /** A raised or lowered part whose text is known. */
  script(up: boolean, text: string): string;
  /** A letter, or several, under an accent. */
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
    const tight = text.replaceAll(' ', '');
    if (tight === '') return up ? '^' : '_';
    if (up && (tight === '∘' || tight === '°')) return '°';
    if (!up && tight === '⊙') return '☉';
    if ((up ? BARE_SUPERSCRIPT : BARE_SUBSCRIPT).has(tight)) return tight;
    if (up && tight === '∗') return '*';
    if (tight !== '' && [...tight].every((char) => table.has(char)))
      return [...tight].map((char) => table.get(char)).join('');
    return afterMark(up, text);
  },
  accent: (name, text) =>
    [...text]
      .map((char) => (beginsLetter(char) ? (char + (MATH_ACCENTS.get(name) ?? '')).normalize('NFC') : char))
      .join(''),
  root: (option, text) =>
    `${option === '' ? '√' : option === '3' ? '∛' : option === '4' ? '∜' : `${unicodeScript.script(true, option)}√`}${wrapped(text, isLetterOrNumber)}`,
};

/** Prints a formula with the glyphs of a mode. */
export function printPlain(nodes: Body, script: Script): string {
  const parts: string[] = [];
  let tail = '';
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    if (node === undefined) continue;
    const part = join(tail, node, printNode(node, script), nodes[i + 1], script);
    parts.push(part);
    tail = (tail + part).slice(-TAIL);
  }
  return parts.join('');
}

/** How much of what was printed is looked at to decide on a space. */
const TAIL = 16;

/** A part after `^` or `_`, in parentheses unless it is one word or number. */
export function afterMark(up: boolean, text: string): string {
  return (up ? '^' : '_') + wrapped(text.trim(), isOne);
}

/** What to write for `text` behind `out`, the end of what was printed. */
function join(out: string, node: MathNode, text: string, next: MathNode | undefined, script: Script): string {
  if (text === '') return '';
  if (node.kind === 'gap' && (out.endsWith(' ') || out === '')) return '';
  if (node.kind === 'space' && (out.endsWith(' ') || out === '')) return '';
  if (node.kind === 'function' && node.name === 'deg' && /\d ?$/.test(out)) return script.symbol('degree');
  if (node.kind === 'function') return `${clings(out) ? ' ' : ''}${text}${needsSpace(next, script) ? ' ' : ''}`;
  if (node.kind === 'structure' && /^\p{N}/u.test(text) && /\p{N}$/u.test(out)) return ` ${text}`;
  if (text.startsWith('~') && /\S$/.test(out)) return ` ${text}`;
  if (text.startsWith(' ') && !/\S$/.test(out)) return text.trimStart();
  if (node.kind === 'symbol' && isWord(text) && isWordChar(lastChar(out))) return ` ${text}`;
  if (node.kind !== 'script' && beginsLetter(text) && isWordSymbol(out)) return ` ${text}`;
  return text;
}

// In ascii a symbol may read as a word (alpha, sum): words are kept apart. `x` for \times stays glued.
const isWord = (text: string): boolean => /^[A-Za-z]{2,}$/.test(text);
const isWordSymbol = (out: string): boolean => WORD_SYMBOLS.has((/[A-Za-z]+$/.exec(out)?.[0] ?? '').toLowerCase());
const WORD_SYMBOLS = new Set(
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega in sum prod int subset subseteq cup cap nabla'.split(
    ' ',
  ),
);

/** Whether the name of a function needs a space behind such an end. */
const clings = (out: string): boolean => /[)\]}⟩|]$/.test(out) || isWordChar(lastChar(out));

/** Whether a letter, a digit or a root comes first; of the alphabets of mathematics the signs among them too. */
function beginsLetter(text: string): boolean {
  const first = firstChar(text);
  return isWordChar(first) || first === '\\' || first === '√' || (first >= '𝔸' && first <= '𝟿');
}

function needsSpace(next: MathNode | undefined, script: Script): boolean {
  if (
    next === undefined ||
    next.kind === 'space' ||
    next.kind === 'gap' ||
    next.kind === 'script' ||
    next.kind === 'sizer'
  )
    return false;
  return beginsLetter(printNode(next, script));
}

function printNode(node: MathNode, script: Script): string {
  switch (node.kind) {
    case 'text':
    case 'space':
      return node.text;
    case 'gap':
      return (SPACES.get(node.name) ?? 0) > 0 ? ' ' : '';
    case 'escape':
      return node.char === '|' ? script.symbol('Vert') : node.char;
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
      return styled(FONTS.get(node.name) ?? '', printPlain(node.body, script), script);
    case 'switch':
      return styled(SWITCHES.get(node.name) ?? '', printPlain(node.body, script), script);
    case 'accent':
      return script.accent(node.name, printPlain(node.body, script));
    case 'infix':
      return infix(node.name, printPlain(node.left, script), printPlain(node.right, script));
    case 'structure':
      return structure(
        node.name,
        node.option === null ? '' : printPlain(node.option, script),
        node.args.map((arg) => printPlain(arg, script)),
        script,
      );
  }
}

/** What a macro of common knowledge stands for. */
export function expansion(name: string): Body {
  return parseMath(latexTokens(expansionOf(name) ?? '', 0));
}

function styled(alphabet: string, text: string, script: Script): string {
  return alphabet === '' || alphabet === 'text' || alphabet === 'size'
    ? text
    : [...text].map((char) => script.letter(alphabet, char)).join('');
}

function infix(name: string, left: string, right: string): string {
  return name === 'choose'
    ? `C(${left.trim()}, ${right.trim()})`
    : `${wrapped(left.trim(), isOne)}/${wrapped(right.trim(), isOne)}`;
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
    case 'phantom':
      return '';
    case 'textsuperscript':
    case 'sp':
      return script.script(true, first);
    case 'textsubscript':
    case 'sb':
      return script.script(false, first);
    default:
      return args.length === 2 ? `${wrapped(first, isOne)}/${wrapped(second, isOne)}` : args.join('');
  }
}
