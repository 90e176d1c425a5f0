// Braces in running text: around an accent or a styled run, after a URL, a colour, a font that lost its backslash.
import { COLOURS, FONTS, PROSE_MACROS, SWITCHES } from '../tables/commands.ts';
import type { TextNode } from '../text-tree.ts';
import { readLoneAccent } from './accents.ts';
import { readCharacter } from './characters.ts';
import { DEEPEST, type Place } from './place.ts';

const URL_BEFORE = /https?:\/\/[^\s{}()<>"]+ ?$/;

// Braces are dropped around an accent or a styled run, after a URL, after a colour; all others stay.
export function readGroup(place: Place, at: number, depth: number): TextNode[] | null {
  const close = place.partner.get(at);
  if (close === undefined || depth >= DEEPEST) return null;
  const { text } = place;
  const lead = text.slice(Math.max(0, at - 200), at);
  const link = URL_BEFORE.exec(lead);
  if (link !== null) {
    const url = link[0].trimEnd();
    return [
      { kind: 'link', start: at - link[0].length, end: close + 1, url, body: place.read(at + 1, close, depth + 1) },
    ];
  }
  const word = /[A-Za-z]+$/.exec(lead.slice(-20))?.[0] ?? '';
  if (COLOURS.has(word))
    return [
      { kind: 'nothing', start: at - word.length, end: at + 1 },
      ...place.read(at + 1, close, depth + 1),
      { kind: 'nothing', start: close, end: close + 1 },
    ];
  const character = word.endsWith('unicode') ? readCharacter(text.slice(at + 1, close)) : null;
  if (character !== null) {
    const start = at - 'unicode'.length - (lead.endsWith('\\unicode') ? 1 : 0);
    return [{ kind: 'plain', start, end: close + 1, text: character }];
  }
  // a font that lost its backslash, around prose
  if (
    /^(?:text[a-z]{2}|emph|math(?:rm|bf|sf|tt|it))$/.test(word) &&
    FONTS.has(word) &&
    lead.at(-1 - word.length) !== '\\'
  )
    return [
      {
        kind: 'styled',
        start: at - word.length,
        end: close + 1,
        name: word,
        body: place.read(at + 1, close, depth + 1),
      },
    ];
  const parts = /(?:^|[\s(~])(\d{1,3})$/.exec(lead.slice(-5));
  const below = text.slice(at + 1, close);
  if (parts !== null && /^\d{1,3}$/.test(below)) {
    const over = parts[1] ?? '';
    const body = [
      {
        kind: 'structure',
        name: 'frac',
        option: null,
        args: [[{ kind: 'text', text: over }], [{ kind: 'text', text: below }]],
      },
    ] as const;
    return [
      {
        kind: 'math',
        start: at - over.length,
        end: close + 1,
        body,
        intact: false,
        certainty: 0.9,
        evidence: 'a fraction without its command',
      },
    ];
  }
  const style = /^(\\?)([a-z]+)(\s+|(?=[^A-Za-z\s]))/.exec(text.slice(at + 1, at + 30));
  if (style !== null && isSwitch(style)) {
    const from = at + 1 + style[0].length;
    const isDouble = text[from] === '{'; // {\it{so}}
    if (isDouble && place.partner.get(from) !== close - 1) return null;
    const body = isDouble ? place.read(from + 1, close - 1, depth + 1) : place.read(from, close, depth + 1);
    return [{ kind: 'styled', start: at, end: close + 1, name: SWITCHED.get(style[2] ?? '') ?? 'text', body }];
  }
  const accent = text[at + 1] === '\\' ? readLoneAccent(text, at + 1, close) : null;
  if (accent?.length === 1 && accent[0]?.end === close && (accent[0].kind === 'accent' || accent[0].kind === 'letter'))
    return [{ ...accent[0], start: at, end: close + 1 }];
  const name = /^\\([A-Za-z]{1,30})$/.exec(text.slice(at + 1, Math.min(close, at + 33)))?.[1] ?? '';
  if (PROSE_MACROS.has(name)) return [{ kind: 'word', start: at, end: close + 1, name }]; // {\textdegree}C
  const formula = place.formulas[place.formula];
  if (formula?.start === at + 1 && formula.end === close) {
    place.formula++;
    return [{ kind: 'math', ...formula, start: at, end: close + 1 }];
  }
  return null;
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
