// Running text with LaTeX in it → tree. Formulas were found before; all else between them is read here.
import { COLOURS, FONTS, PROSE_MACROS, SPACES, SWITCHES, TEXT_ACCENTS, TEXT_LETTERS } from '../tables/commands.ts';
import type { Formula, TextNode } from '../text-tree.ts';
import type { MathNode } from '../tree.ts';
import { latexTokens } from './latex.ts';
import { parseMath } from './parse.ts';

const DEEPEST = 30;
const SPECIAL = /[\\{}~$`^_]|--+|''|'(?![A-Za-z0-9])/g;
const URL_BEFORE = /https?:\/\/[^\s{}()<>"]+$/;

interface Place {
  readonly text: string;
  readonly formulas: readonly Formula[];
  readonly partner: ReadonlyMap<number, number>;
  readonly warnings: string[];
  formula: number;
  quotes: number;
  single: number;
}

/** Reads a text whose formulas are known, sorted by place. */
export function readText(text: string, formulas: readonly Formula[], warnings: string[]): TextNode[] {
  const place: Place = { text, formulas, partner: braces(text, formulas), warnings, formula: 0, quotes: 0, single: 0 };
  return joined(stretch(place, 0, text.length, 0), text);
}

/** Two formulas side by side are one. */
function joined(nodes: readonly TextNode[], text: string): TextNode[] {
  const out: TextNode[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const first = nodes[i];
    if (first === undefined) break;
    const body: MathNode[] = [];
    let last = first;
    for (let next: TextNode | undefined = first; next?.kind === 'math' && !isDelimited(next, text); next = nodes[++i]) {
      for (const node of next.body) body.push(node);
      last = next;
    }
    if (body.length > 0) i--;
    out.push(
      first.kind === 'math' && last !== first
        ? { ...first, end: last.end, body, intact: false, evidence: text.slice(first.start, last.end) }
        : first,
    );
  }
  return out;
}

const isDelimited = (node: TextNode, text: string): boolean =>
  (node.kind === 'math' && node.asIs === true) ||
  text[node.start] === '$' ||
  /^\\[([]/.test(text.slice(node.start, node.start + 2));

/** Partners of the braces outside formulas. */
function braces(text: string, formulas: readonly Formula[]): ReadonlyMap<number, number> {
  const partner = new Map<number, number>();
  const open: number[] = [];
  let next = 0;
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    while ((formulas[next]?.end ?? Infinity) <= index) next++;
    if ((formulas[next]?.start ?? Infinity) <= index || text[index - 1] === '\\') continue;
    if (brace === '{') open.push(index);
    else {
      const other = open.pop();
      if (other !== undefined) partner.set(other, index);
    }
  }
  return partner;
}

function stretch(place: Place, start: number, end: number, depth: number): TextNode[] {
  const nodes: TextNode[] = [];
  let done = start;
  let at = start;
  const plain = (to: number): void => {
    if (to > done) nodes.push({ kind: 'plain', start: done, end: to, text: place.text.slice(done, to) });
  };
  while (at < end) {
    const formula = place.formulas[place.formula];
    const special = nextSpecial(place.text, at);
    if (formula !== undefined && formula.start <= special) {
      if (formula.start >= end) break;
      place.formula++;
      if (formula.start < done) continue;
      plain(formula.start);
      nodes.push({ kind: 'math', ...formula });
      done = at = formula.end;
      continue;
    }
    if (special >= end) break;
    const made = read(place, special, end, depth);
    if (made === null || (made[0]?.start ?? special) < done) {
      at = special + (place.text[special] === '-' ? dashes(place.text, special) : 1);
      continue;
    }
    plain(made[0]?.start ?? special);
    nodes.push(...made);
    done = at = made.at(-1)?.end ?? special + 1;
  }
  plain(end);
  return nodes;
}

function nextSpecial(text: string, at: number): number {
  SPECIAL.lastIndex = at;
  return SPECIAL.exec(text)?.index ?? Infinity;
}

function read(place: Place, at: number, end: number, depth: number): TextNode[] | null {
  switch (place.text[at]) {
    case '\\':
      return backslash(place, at, end, depth);
    case '{':
      return group(place, at, depth);
    case '-':
      return dash(place.text, at);
    case '~':
      return tie(place.text, at);
    case '`':
    case "'":
      return quote(place, at);
    case '$':
      return dollar(place.text, at);
    case '^':
    case '_':
      return script(place.text, at);
    default:
      return null;
  }
}

// Braces are dropped around an accent or a styled run, after a URL, after a colour; all others stay.
function group(place: Place, at: number, depth: number): TextNode[] | null {
  const close = place.partner.get(at);
  if (close === undefined || depth >= DEEPEST) return null;
  const { text } = place;
  const lead = text.slice(Math.max(0, at - 200), at);
  const link = URL_BEFORE.exec(lead);
  if (link !== null) {
    const [url] = link;
    return [
      { kind: 'link', start: at - url.length, end: close + 1, url, body: stretch(place, at + 1, close, depth + 1) },
    ];
  }
  const word = /[A-Za-z]+$/.exec(lead.slice(-20))?.[0] ?? '';
  if (COLOURS.has(word))
    return [
      { kind: 'nothing', start: at - word.length, end: at + 1 },
      ...stretch(place, at + 1, close, depth + 1),
      { kind: 'nothing', start: close, end: close + 1 },
    ];
  // a font that lost its backslash, around prose
  const font = /[A-Za-z]+$/.exec(lead.slice(-20))?.[0] ?? '';
  if (
    /^(?:text[a-z]{2}|emph|math(?:rm|bf|sf|tt|it))$/.test(font) &&
    FONTS.has(font) &&
    lead.at(-1 - font.length) !== '\\'
  )
    return [
      {
        kind: 'styled',
        start: at - font.length,
        end: close + 1,
        name: font,
        body: stretch(place, at + 1, close, depth + 1),
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
  const style = /^\\([a-z]+)\s+/.exec(text.slice(at + 1, at + 30));
  if (style !== null && SWITCHES.has(style[1] ?? '')) {
    const name = style[1] ?? '';
    return [
      {
        kind: 'styled',
        start: at,
        end: close + 1,
        name: SWITCHED.get(name) ?? 'text',
        body: stretch(place, at + 1 + style[0].length, close, depth + 1),
      },
    ];
  }
  const accent = text[at + 1] === '\\' ? lone(text, at + 1, close) : null;
  if (accent?.length === 1 && accent[0]?.end === close && (accent[0].kind === 'accent' || accent[0].kind === 'letter'))
    return [{ ...accent[0], start: at, end: close + 1 }];
  const formula = place.formulas[place.formula];
  if (formula?.start === at + 1 && formula.end === close) {
    place.formula++;
    return [{ kind: 'math', ...formula, start: at, end: close + 1 }];
  }
  return null;
}

/** An accent or a letter of its own right behind a brace. */
function lone(text: string, at: number, end: number): TextNode[] | null {
  const name = /^[A-Za-z]+/.exec(text.slice(at + 1, at + 4))?.[0];
  if (name === undefined)
    return TEXT_ACCENTS.has(text[at + 1] ?? '') ? accent(text, at, text[at + 1] ?? '', at + 2, end) : null;
  if (TEXT_ACCENTS.has(name)) return accent(text, at, name, at + 1 + name.length, end);
  return TEXT_LETTERS.has(name) && at + 1 + name.length === end ? [{ kind: 'letter', start: at, end, name }] : null;
}

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

function backslash(place: Place, at: number, end: number, depth: number): TextNode[] | null {
  const { text } = place;
  const name = /^[A-Za-z]+/.exec(text.slice(at + 1, at + 40))?.[0];
  if (name === undefined) return escaped(text, at, end);
  const after = at + 1 + name.length;
  const open = text[after] === '{' ? place.partner.get(after) : undefined;
  if (FONTS.has(name) && open !== undefined && depth < DEEPEST)
    return [{ kind: 'styled', start: at, end: open + 1, name, body: stretch(place, after + 1, open, depth + 1) }];
  if (TEXT_ACCENTS.has(name)) {
    const made = accent(text, at, name, after, end);
    if (made !== null) return made;
  }
  const gap = /^(?:\{\}|\s+(?=[A-Za-z]))?/.exec(text.slice(after, after + 20))?.[0].length ?? 0;
  if (TEXT_LETTERS.has(name)) return [{ kind: 'letter', start: at, end: after + gap, name }];
  const empty = text.startsWith('{}', after) ? 2 : 0;
  if (PROSE_MACROS.has(name)) return [{ kind: 'word', start: at, end: wordEnd(text, name, after + empty), name }];
  if (SPACES.has(name))
    return [
      (SPACES.get(name) ?? 0) > 0
        ? { kind: 'tie', start: at, end: after + empty }
        : { kind: 'nothing', start: at, end: after + empty },
    ];
  return linkOrNote(place, name, at, after, open, depth);
}

// The full stop that the macro brings is not written twice.
function wordEnd(text: string, name: string, after: number): number {
  return PROSE_MACROS.get(name)?.endsWith('.') === true && text[after] === '.' ? after + 1 : after;
}

function linkOrNote(
  place: Place,
  name: string,
  at: number,
  after: number,
  close: number | undefined,
  depth: number,
): TextNode[] | null {
  const { text } = place;
  if (name === 'color' && depth < DEEPEST) return colour(place, at, after, depth) ?? unknown(place, name, at);
  if (close === undefined || depth >= DEEPEST) return unknown(place, name, at);
  if (name === 'url' || name === 'path' || name === 'nolinkurl')
    return [{ kind: 'link', start: at, end: close + 1, url: text.slice(after + 1, close), body: [] }];
  if (name === 'footnote' || name === 'thanks')
    return [{ kind: 'note', start: at, end: close + 1, body: stretch(place, after + 1, close, depth + 1) }];
  const second = text[close + 1] === '{' ? place.partner.get(close + 1) : undefined;
  if (second === undefined) return unknown(place, name, at);
  if (name === 'href')
    return [
      {
        kind: 'link',
        start: at,
        end: second + 1,
        url: text.slice(after + 1, close),
        body: stretch(place, close + 2, second, depth + 1),
      },
    ];
  if (name === 'textcolor' || name === 'colorbox')
    return [
      { kind: 'styled', start: at, end: second + 1, name: 'text', body: stretch(place, close + 2, second, depth + 1) },
    ];
  return unknown(place, name, at);
}

// \color{red}{text} and \color[RGB]{1,2,3}{text}
function colour(place: Place, at: number, after: number, depth: number): TextNode[] | null {
  const model = /^(?:\[[A-Za-z]{1,10}\])?(?=\{)/.exec(place.text.slice(after, after + 14))?.[0].length ?? -1;
  const first = model < 0 ? undefined : place.partner.get(after + model);
  const second = first !== undefined && place.text[first + 1] === '{' ? place.partner.get(first + 1) : undefined;
  if (first === undefined || second === undefined) return null;
  return [
    { kind: 'styled', start: at, end: second + 1, name: 'text', body: stretch(place, first + 2, second, depth + 1) },
  ];
}

function unknown(place: Place, name: string, at: number): null {
  if (!place.warnings.some((warning) => warning.startsWith(`\\${name} `)))
    place.warnings.push(`\\${name} at character ${at + 1} is not known and stays as it was`);
  return null;
}

function escaped(text: string, at: number, end: number): TextNode[] | null {
  const char = text[at + 1];
  if (char === undefined || at + 1 >= end) return null;
  if ('%&_#${}'.includes(char)) return [{ kind: 'special', start: at, end: at + 2, char }];
  if (TEXT_ACCENTS.has(char)) return accent(text, at, char, at + 2, end);
  if (char === ' ' || char === ',' || char === ';' || char === ':') return [{ kind: 'tie', start: at, end: at + 2 }];
  if (char === '\\') return [{ kind: 'tie', start: at, end: at + 2 }];
  if ('-/!@'.includes(char)) return [{ kind: 'nothing', start: at, end: at + 2 }];
  return null;
}

const LETTER = /^\s*(?:\{\s*(?:\\([ij])|(\p{L}?))\s*\}|\\([ij])(?![A-Za-z])\s?|(\p{L}))/u;

function accent(text: string, at: number, mark: string, after: number, end: number): TextNode[] | null {
  const named = /[A-Za-z]/.test(mark);
  const match = LETTER.exec(text.slice(after, Math.min(end, after + 8)));
  if (match === null) return null;
  if (named && !/^[\s{\\]/.test(match[0])) return null;
  const letter = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
  return letter === '' ? null : [{ kind: 'accent', start: at, end: after + match[0].length, mark, letter }];
}

function dashes(text: string, at: number): number {
  let end = at;
  while (text[end] === '-') end++;
  return end - at;
}

function dash(text: string, at: number): TextNode[] | null {
  const run = /^-+/.exec(text.slice(at, at + 5))?.[0].length ?? 0;
  const before = text[at - 1] ?? '';
  const after = text[at + run] ?? '';
  if (run > 3 || before === '-' || /[<!>|+=]/.test(before) || /[>|+=]/.test(after)) return null;
  if (/\s/.test(before) !== /\s/.test(after) && /[A-Za-z]/.test(after)) return null;
  if (before === '' || after === '') return null;
  return [{ kind: 'dash', start: at, end: at + run, long: run === 3 }];
}

// A tie stands between two words; before a number it also says "about".
function tie(text: string, at: number): TextNode[] | null {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (!/[\p{L}.,:;)\]}%]/u.test(before) || !/[\p{L}\p{N}(\\[$]/u.test(after)) return null;
  return /https?:\/\/\S*$/.test(text.slice(Math.max(0, at - 200), at))
    ? null
    : [{ kind: 'tie', start: at, end: at + 1 }];
}

function quote(place: Place, at: number): TextNode[] | null {
  const { text } = place;
  if (text.startsWith('``', at) && text[at + 2] !== '`' && text[at - 1] !== '`') {
    if (!text.slice(at, at + 400).includes("''")) return null;
    place.quotes++;
    return [{ kind: 'quote', start: at, end: at + 2, open: true, double: true }];
  }
  if (text.startsWith("''", at))
    return place.quotes-- > 0 ? [{ kind: 'quote', start: at, end: at + 2, open: false, double: true }] : null;
  if (text[at] === '`') {
    const run = /^`[^`'\n]{1,60}'(?![A-Za-z0-9])/.exec(text.slice(at, at + 64));
    if (run === null || !/[\s([-]|^$/.test(text[at - 1] ?? '')) return null;
    place.single = at + run[0].length - 1;
    return [{ kind: 'quote', start: at, end: at + 1, open: true, double: false }];
  }
  return place.single === at ? [{ kind: 'quote', start: at, end: at + 1, open: false, double: false }] : null;
}

const RAISED =
  /^\^(?:\{[A-Za-z0-9+*-]{1,12}\}|[0-9]{1,3}(?![A-Za-z0-9.])|[0-9*](?![A-Za-z0-9_^])|[a-zA-Z](?![A-Za-z0-9_^]))/;
const LOWERED = /^_(?:\{[A-Za-z0-9+,-]{1,12}\}|[0-9]{1,2}(?![A-Za-z0-9_^])|[a-z](?![A-Za-z0-9_^]))/;

// x^2, 10^6 and K_s, even where nothing else speaks of mathematics
function script(text: string, at: number): TextNode[] | null {
  const found = (text[at] === '^' ? RAISED : LOWERED).exec(text.slice(at, at + 16))?.[0];
  const base = (text[at] === '^' ? /(?:[A-Za-z]+|\d+|[)\]])$/ : /(?<![A-Za-z0-9_/.-])[A-Za-z]$/).exec(
    text.slice(Math.max(0, at - 12), at),
  )?.[0];
  if (
    found === undefined ||
    base === undefined ||
    /[/@#?&=][^\s]*$/.test(
      text
        .slice(Math.max(0, at - 60), at)
        .split(/\s/)
        .at(-1) ?? '',
    )
  )
    return null;
  const start = at - base.length;
  const end = at + found.length;
  return [
    {
      kind: 'math',
      start,
      end,
      body: parseMath(latexTokens(text.slice(start, end), start)),
      intact: false,
      certainty: 0.9,
      evidence: text.slice(start, end),
    },
  ];
}

// A dollar that nothing pairs with, glued behind a word: what is left of a formula. Currencies stay.
function dollar(text: string, at: number): TextNode[] | null {
  if (
    /[a-z}]$/.test(text[at - 1] ?? '') &&
    /^(?:[\s.,;:)]*$|[\s,;:)]\s?\D|\.\s)/.test(text.slice(at + 1, at + 4)) &&
    !/[\d]/.test(text.slice(at + 1, at + 3))
  )
    return [{ kind: 'nothing', start: at, end: at + 1 }];
  return null;
}
