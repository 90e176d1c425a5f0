// Backslashes in running text: fonts, accents, spaces, words of prose, escaped characters.
import {
  FONTS,
  KEYED,
  PROSE_MACROS,
  SPACES,
  SPOKEN,
  SWITCHES,
  TEXT_ACCENTS,
  TEXT_LETTERS,
} from '../tables/commands.ts';
import type { TextNode } from '../text-tree.ts';
import { readAccent } from './accents.ts';
import { latexTokens } from './latex.ts';
import { readLink } from './links.ts';
import { parseMath } from './parse.ts';
import { DEEPEST, type Place } from './place.ts';

/** Reads what begins with the backslash at `at`. */
export function readBackslash(place: Place, at: number, end: number, depth: number): TextNode[] | null {
  const { text } = place;
  const name = /^[A-Za-z]+/.exec(text.slice(at + 1, at + 40))?.[0];
  if (name === undefined) return escaped(text, at, end);
  const after = at + 1 + name.length;
  const open = text[after] === '{' ? place.partner.get(after) : undefined;
  if ((FONTS.has(name) || SPOKEN.has(name)) && open !== undefined && depth < DEEPEST)
    return [{ kind: 'styled', start: at, end: open + 1, name, body: place.read(after + 1, open, depth + 1) }];
  if (TEXT_ACCENTS.has(name)) {
    const made = readAccent(text, at, name, after, end);
    if (made !== null) return made;
  }
  const gap = /^(?:\{\}|\s+(?=[A-Za-z]))?/.exec(text.slice(after, after + 20))?.[0].length ?? 0;
  if (TEXT_LETTERS.has(name)) return [{ kind: 'letter', start: at, end: after + gap, name }];
  const empty = text.startsWith('{}', after) ? 2 : 0;
  if (PROSE_MACROS.has(name)) return [{ kind: 'word', start: at, end: wordEnd(text, at, name, after + empty), name }];
  if (SPACES.has(name))
    return [
      (SPACES.get(name) ?? 0) > 0
        ? { kind: 'tie', start: at, end: after + empty }
        : { kind: 'nothing', start: at, end: after + empty },
    ];
  // \textsc{\small Name}
  if (SWITCHES.has(name) && text[at - 1] === '{')
    return [{ kind: 'nothing', start: at, end: after + (/^\s*/.exec(text.slice(after, after + 9))?.[0].length ?? 0) }];
  if (open !== undefined) {
    if (KEYED.has(name)) return keyed(place, name, at, open + 1);
    if (name === 'textsuperscript' || name === 'textsubscript') return [raised(text, at, open + 1)];
  }
  return readLink(place, name, at, after, open, depth) ?? warnUnknown(place, name, at);
}

/** Signs that touch what follows; and those that do so where they touch what stands before. */
const OPENING = '£€¥“‘';
const JOINING = '—–°×±·µ';

/** The full stop that the macro brings is not written twice; the blank that ends the name of a sign is none of the text. */
function wordEnd(text: string, start: number, name: string, after: number): number {
  const word = PROSE_MACROS.get(name) ?? '';
  if (word.endsWith('.')) return text[after] === '.' ? after + 1 : after;
  const joins = OPENING.includes(word) || (JOINING.includes(word) && /\S/.test(text[start - 1] ?? ' ')); // \pounds 5, 5\textdegree C
  return joins && text[after] === ' ' ? after + 1 : after;
}

/** A key is no text: the lemma2 of a reference is not repaired. */
function keyed(place: Place, name: string, at: number, end: number): TextNode[] {
  warnUnknown(place, name, at);
  return [{ kind: 'plain', start: at, end, text: place.text.slice(at, end) }];
}

function raised(text: string, start: number, end: number): TextNode {
  const evidence = text.slice(start, end);
  const body = parseMath(latexTokens(evidence, start));
  return { kind: 'math', start, end, body, intact: true, asIs: true, certainty: 1, evidence };
}

function warnUnknown(place: Place, name: string, at: number): null {
  if (!place.warnings.some((warning) => warning.startsWith(`\\${name} `)))
    place.warnings.push(`\\${name} at character ${at + 1} is not known and stays as it was`);
  return null;
}

const ESCAPED: ReadonlySet<string> = new Set([...'%&_#$', '{', '}']);

function escaped(text: string, at: number, end: number): TextNode[] | null {
  const char = text[at + 1];
  if (char === undefined || at + 1 >= end) return null;
  if (ESCAPED.has(char)) return [{ kind: 'special', start: at, end: at + 2, char }];
  if (TEXT_ACCENTS.has(char)) return readAccent(text, at, char, at + 2, end);
  if (char === ' ' || char === ',' || char === ';' || char === ':') return [{ kind: 'tie', start: at, end: at + 2 }];
  if (char === '\\') return [{ kind: 'tie', start: at, end: at + 2 }];
  if ('-/!@'.includes(char)) return [{ kind: 'nothing', start: at, end: at + 2 }];
  return null;
}
