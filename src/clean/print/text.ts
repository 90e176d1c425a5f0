// Running text → string in one mode.

import type { MathMode } from '../cleaner.ts';
import { expansionOf, PROSE_MACROS, SPACES, TEXT_ACCENTS, TEXT_LETTERS } from '../tables/commands.ts';
import type { TextNode } from '../text-tree.ts';
import type { Body } from '../tree.ts';
import { asciiScript } from './ascii.ts';
import { printFormula } from './latex.ts';
import { printPlain, unicodeScript } from './unicode.ts';

/** A mode in which repaired text is printed. */
export type PrintMode = Exclude<MathMode, 'raw'>;

/** Prints nodes that stand in a row; `source` is the text that they were read from. */
export function printText(nodes: readonly TextNode[], source: string, mode: PrintMode): string {
  const parts: string[] = [];
  for (const node of nodes) {
    const part = printTextNode(node, source, mode);
    parts.push(reads(parts.at(-1) ?? '', node, part) ? part : ` ${part}`);
  }
  return parts.join('');
}

/** Whether `part` still reads as it is meant right behind `before`: neither \$ nor a tie. */
function reads(before: string, node: TextNode, part: string): boolean {
  if (part.startsWith('$')) return !before.endsWith('\\');
  return node.kind !== 'math' || !part.startsWith('~') || !/\S$/.test(before);
}

/** Prints one node. */
export function printTextNode(node: TextNode, source: string, mode: PrintMode): string {
  if (node.kind === 'plain') return node.text;
  if (node.kind === 'math') return printMath(node, source, mode);
  return mode === 'latex' ? printLatexText(node, source) : printPlainText(node, source, mode);
}

function printMath(node: TextNode & { kind: 'math' }, source: string, mode: PrintMode): string {
  if (mode !== 'latex' && isBlank(node.body)) return ' ';
  if (mode === 'unicode') return printPlain(node.body, unicodeScript);
  if (mode === 'ascii') return printPlain(node.body, asciiScript);
  const whole = source.slice(node.start, node.end);
  if (!node.intact) return printFormula(node.body);
  if (node.asIs === true) return whole;
  return /^(?:\$|\\\(|\\\[)/.test(whole) ? whole.replace(/\\[A-Za-z]+/g, writtenOut) : printFormula(node.body);
}

/** Whether a formula is nothing but the room between two words: 3$\\,$mm. */
const isBlank = (body: Body): boolean => {
  const [only] = body;
  return body.length === 1 && only?.kind === 'gap' && (SPACES.get(only.name) ?? 0) > 0;
};

/** TeX knows the macros of nobody's preamble. */
const writtenOut = (command: string): string => expansionOf(command.slice(1)) ?? command;

function printLatexText(node: TextNode, source: string): string {
  const whole = source.slice(node.start, node.end);
  switch (node.kind) {
    case 'styled':
      return isLostFont(node, whole)
        ? printFormula([
            { kind: 'style', name: node.name, body: [{ kind: 'text', text: whole.slice(node.name.length + 1, -1) }] },
          ])
        : `\\${node.name}{${printText(node.body, source, 'latex')}}`;
    case 'link':
      return whole.startsWith('\\') ? whole : linked(node, source, 'latex');
    case 'nothing':
      return whole.startsWith('\\') ? whole : '';
    default:
      return whole;
  }
}

/** A font that lost its backslash stood between dollars; around plain words it can again. */
const isLostFont = ({ name, body }: TextNode & { kind: 'styled' }, whole: string): boolean =>
  name.startsWith('text') &&
  whole.startsWith(`${name}{`) &&
  body.every((node) => node.kind === 'plain' && /^[A-Za-z\d ,.;:()!?/+*@<=>-]*$/.test(node.text));

const QUOTES = { unicode: ['‘', '’', '“', '”'], ascii: ["'", "'", '"', '"'] } as const;

function printPlainText(node: TextNode, source: string, mode: 'unicode' | 'ascii'): string {
  switch (node.kind) {
    case 'styled':
      return printText(node.body, source, mode);
    case 'accent':
      return mode === 'ascii' ? node.letter : (node.letter + (TEXT_ACCENTS.get(node.mark) ?? '')).normalize('NFC');
    case 'letter':
      return TEXT_LETTERS.get(node.name)?.[mode === 'ascii' ? 1 : 0] ?? node.name;
    case 'special':
      return node.char;
    case 'quote':
      return QUOTES[mode][(node.double ? 2 : 0) + (node.open ? 0 : 1)] ?? '"';
    case 'dash':
      return mode === 'ascii' ? source.slice(node.start, node.end) : node.long ? '—' : '–';
    case 'tie':
      return ' ';
    case 'word':
      return asWord(PROSE_MACROS.get(node.name) ?? node.name, mode);
    case 'link':
      return linked(node, source, mode);
    case 'note':
      return ` (${printText(node.body, source, mode).trim()})`;
    default:
      return '';
  }
}

/** An address as people write it. */
const bare = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');

const asWord = (word: string, mode: 'unicode' | 'ascii'): string =>
  mode === 'ascii' ? (ASCII_SIGNS.get(word) ?? word) : word;

/** Signs of prose macros that have a form in ASCII. */
const ASCII_SIGNS: ReadonlyMap<string, string> = new Map(
  '– --|— ---|‘ \'|’ \'|“ "|” "|… ...|± +/-|× x|· *|• *|° deg|µ mu|Ω Ohm|α alpha|β beta|γ gamma'
    .split('|')
    .map((row) => [row.slice(0, 1), row.slice(2)] as const),
);

function linked(node: TextNode & { kind: 'link' }, source: string, mode: PrintMode): string {
  const text = printText(node.body, source, mode).trim();
  const isAddress = bare(text) === bare(node.url) || /^this (?:https|http|URL)/.test(text);
  return text === '' || isAddress ? node.url : `${text} (${node.url})`;
}
