// Braces in running text: around an accent or a styled run, after a URL, a colour, a font that lost its backslash.
import { COLOURS, FONTS, PROSE_MACROS, SWITCHES } from '../tables/commands.ts';
import type { TextNode } from '../text-tree.ts';
import { readLoneAccent } from './accents.ts';
import { readCharacter } from './characters.ts';
import { DEEPEST, type Place } from './place.ts';

/** Braces that belong together, and what stands before them. */
interface Group {
  readonly place: Place;
  /** Where the opening brace stands, and the closing one. */
  readonly at: number;
  readonly close: number;
  readonly depth: number;
  readonly before: string;
  /** The letters right before the opening brace. */
  readonly word: string;
}

/** How far back an address may begin, and a word. */
const LONGEST_ADDRESS = 200;
const LONGEST_WORD = 20;

/**
 * Reads the braces that open at `at`: they are dropped around an accent, a styled run or a value, after a URL or a colour; all
 * others stay, and null is returned.
 */
export function readGroup(place: Place, at: number, depth: number): TextNode[] | null {
  const close = place.partner.get(at);
  if (close === undefined || depth >= DEEPEST) return null;
  const before = place.text.slice(Math.max(0, at - LONGEST_ADDRESS), at);
  const word = /[A-Za-z]+$/.exec(before.slice(-LONGEST_WORD))?.[0] ?? '';
  const group: Group = { place, at, close, depth, before, word };
  for (const read of READERS) {
    const nodes = read(group);
    if (nodes !== null) return nodes;
  }
  return null;
}

/** What braces may be, in the order in which it is asked. */
const READERS: readonly ((group: Group) => TextNode[] | null)[] = [
  readLink,
  readColoured,
  readCode,
  readLostFont,
  readSpacing,
  readValue,
  readFraction,
  readSwitched,
  readDoubled,
  readAccented,
  readMacro,
  readFormula,
];

const inside = ({ place, at, close, depth }: Group): TextNode[] => place.read(at + 1, close, depth + 1);

const URL_BEFORE = /https?:\/\/[^\s{}()<>"]+ ?$/;

/** https://example.org{text}: what is left of \href. */
function readLink(group: Group): TextNode[] | null {
  const link = URL_BEFORE.exec(group.before)?.[0];
  if (link === undefined) return null;
  return [
    { kind: 'link', start: group.at - link.length, end: group.close + 1, url: link.trimEnd(), body: inside(group) },
  ];
}

/** teal{text}: what is left of \textcolor. */
function readColoured(group: Group): TextNode[] | null {
  const { word } = group;
  if (!COLOURS.has(word)) return null;
  return withoutBraces(group, word.length);
}

/** What stands in the braces, without so many characters before them. */
const withoutBraces = (group: Group, lead = 0): TextNode[] => [
  { kind: 'nothing', start: group.at - lead, end: group.at + 1 },
  ...inside(group),
  { kind: 'nothing', start: group.close, end: group.close + 1 },
];

/** unicode{x2013}. */
function readCode({ place, at, close, before, word }: Group): TextNode[] | null {
  const character = word.endsWith('unicode') ? readCharacter(place.text.slice(at + 1, close)) : null;
  if (character === null) return null;
  const start = at - 'unicode'.length - (before.endsWith('\\unicode') ? 1 : 0);
  return [{ kind: 'plain', start, end: close + 1, text: character }];
}

/** A font that lost its backslash, around prose: textbf{so}. */
function readLostFont(group: Group): TextNode[] | null {
  const { at, close, before, word } = group;
  const isFont = /^(?:text[a-z]{2}|emph|math(?:rm|bf|sf|tt|it))$/.test(word) && FONTS.has(word);
  if (!isFont || before.at(-1 - word.length) === '\\') return null;
  return [{ kind: 'styled', start: at - word.length, end: close + 1, name: word, body: inside(group) }];
}

/** Braces that only take the blanks from a sign: 10{,}000, (1{+}1), n{=}5. */
function readSpacing({ place: { text }, at, close, before }: Group): TextNode[] | null {
  const sign = text.slice(at + 1, close);
  const left = before.slice(-1);
  const right = text.slice(close + 1, close + 2);
  const isSpacing = /^[,.:]$/.test(sign)
    ? /\d/.test(left) && /\d/.test(right)
    : /^(?:[+=<>/*-]|\+\+)$/.test(sign) && /[\w)\]}]/.test(left) && /[\w([{.]/.test(right);
  return isSpacing ? [{ kind: 'plain', start: at, end: close + 1, text: sign }] : null;
}

/** {1.31 FID}, {95.3%}: what stood in bold; {0.5} may be a set. */
function readValue(group: Group): TextNode[] | null {
  const { place, at, close, before } = group;
  if (!VALUE.test(place.text.slice(at + 1, close)) || !/(?:^|[\s(~])$/.test(before)) return null;
  return withoutBraces(group);
}

const VALUE = /^\d+\.\d+(?: ?\\?%| [A-Za-z]{1,6})$/;

/** 1{8}: what is left of \frac{1}{8}. */
function readFraction({ place, at, close, before }: Group): TextNode[] | null {
  const over = /(?:^|[\s(~])(\d{1,3})$/.exec(before.slice(-5))?.[1];
  const below = place.text.slice(at + 1, close);
  if (over === undefined || !/^\d{1,3}$/.test(below)) return null;
  const args = [over, below].map((text) => [{ kind: 'text', text } as const]);
  return [
    {
      kind: 'math',
      start: at - over.length,
      end: close + 1,
      body: [{ kind: 'structure', name: 'frac', option: null, args }],
      intact: false,
      certainty: 0.9,
      evidence: 'a fraction without its command',
    },
  ];
}

/** {\em so}, {\bf{so}}, and {em so}, which lost its backslash. */
function readSwitched({ place, at, close, depth }: Group): TextNode[] | null {
  const { text, partner } = place;
  const style = /^(\\?)([a-z]+)(\s+|(?=[^A-Za-z\s]))/.exec(text.slice(at + 1, at + 30));
  if (style === null || !isSwitch(style)) return null;
  const from = at + 1 + style[0].length;
  const isDouble = text[from] === '{';
  if (isDouble && partner.get(from) !== close - 1) return null;
  const body = isDouble ? place.read(from + 1, close - 1, depth + 1) : place.read(from, close, depth + 1);
  return [{ kind: 'styled', start: at, end: close + 1, name: SWITCHED.get(style[2] ?? '') ?? 'text', body }];
}

/** \textbf{{Name}}, {\url{address}}: braces in braces, and around one command with its argument. */
function readDoubled(group: Group): TextNode[] | null {
  const { place, at, close, before } = group;
  const isInner = /\\[A-Za-z]{2,12}\{$/.test(before.slice(-14)) && place.text[close + 1] === '}';
  const command = /^\\(?:url|href|emph|text[a-z]{2})\{/.exec(place.text.slice(at + 1, at + 12))?.[0] ?? '';
  const isOuter = command !== '' && place.partner.get(at + command.length) === close - 1;
  return isInner || isOuter ? withoutBraces(group) : null;
}

/** {\"o}, {\ss}. */
function readAccented({ place: { text }, at, close }: Group): TextNode[] | null {
  const nodes = text[at + 1] === '\\' ? readLoneAccent(text, at + 1, close) : null;
  const [accent] = nodes ?? [];
  if (nodes?.length !== 1 || accent?.end !== close || (accent.kind !== 'accent' && accent.kind !== 'letter'))
    return null;
  return [{ ...accent, start: at, end: close + 1 }];
}

/** {\textdegree}C. */
function readMacro({ place: { text }, at, close }: Group): TextNode[] | null {
  const name = /^\\([A-Za-z]{1,30})$/.exec(text.slice(at + 1, Math.min(close, at + 33)))?.[1] ?? '';
  return PROSE_MACROS.has(name) ? [{ kind: 'word', start: at, end: close + 1, name }] : null;
}

/** Braces around a formula and nothing else. */
function readFormula({ place, at, close }: Group): TextNode[] | null {
  const formula = place.formulas[place.formula];
  if (formula?.start !== at + 1 || formula.end !== close) return null;
  place.formula++;
  return [{ kind: 'math', ...formula, start: at, end: close + 1 }];
}

/** A switch of fonts, {\bf9}, or what is left of one: {it so}. */
const isSwitch = ([, backslash, name = '', blank]: readonly string[]): boolean =>
  backslash === '\\' ? SWITCHES.has(name) : SWITCHED.has(name) && blank !== '';

const SWITCHED = new Map([
  ['em', 'emph'],
  ['it', 'textit'],
  ['itshape', 'textit'],
  ['bf', 'textbf'],
  ['bfseries', 'textbf'],
  ['tt', 'texttt'],
  ['ttfamily', 'texttt'],
  ['sf', 'textsf'],
  ['sffamily', 'textsf'],
  ['sc', 'textsc'],
  ['scshape', 'textsc'],
  ['sl', 'textsl'],
  ['rm', 'textrm'],
]);
