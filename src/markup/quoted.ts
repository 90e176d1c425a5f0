// A mail that somebody quoted (`> `) or set in as a whole, as forwarded ones are; any page behind such marks.
import type { Line } from '../text/lines.ts';
import { type Block, NO_PARTS } from './block.ts';
import { dump } from './dump.ts';
import { lines } from './lines.ts';
import { isBlank } from './look.ts';
import { markdown } from './markdown.ts';
import type { Markup, MarkupReader } from './markup.ts';
import { isSeparator, plain } from './plain.ts';
import { reflinks } from './reflinks.ts';
import { snapshot } from './snapshot.ts';
import { isFull, wrappingOf } from './wrapped.ts';

/** Text behind the marks of a quotation; what the sender wrote around it has none. */
export const quoted: Markup = {
  name: 'quoted',
  description: 'a page or a mailing that was quoted or set in as a whole',
  score: (look) => (markOf(look) === undefined ? 0 : SURE),
  open: (look) => open(look, markOf(look) ?? '', plain.open),
  readings,
};

const SURE = 0.8;

/** What may stand behind the marks; a mailing is plain text. */
const WITHIN: readonly Markup[] = [plain, markdown, reflinks, lines, dump, snapshot];

/** The separators of a mailing show what stands in front of each of its lines. */
const SEPARATOR = /^((?:[ \t]*>)*[ \t]*)\\\\?(?:\s*$|\s+\()/;
const MAX_SEPARATOR = 120;

/** No mail is wrapped behind so many characters. */
const WIDEST = 80;

function markOf(look: readonly Line[]): string | undefined {
  return markOfMailing(look) ?? markOfMost(look);
}

/** Nearly all lines of a quoted page have the mark; a quotation within another text is part of that. */
function markOfMost(look: readonly Line[]): string | undefined {
  const shown = look.filter(({ text }) => !isBlank(text));
  const marked = shown.filter(({ text }) => text.startsWith('>'));
  if (marked.length < LEAST_MARKED || marked.length * 10 < shown.length * 9) return undefined;
  return marked.every(({ text }) => /^>(?: |$)/.test(text)) ? '> ' : '>';
}

const LEAST_MARKED = 5;

function markOfMailing(look: readonly Line[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { text } of look) {
    const mark = text.length <= MAX_SEPARATOR ? SEPARATOR.exec(text)?.[1] : undefined;
    if (mark !== undefined) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const [mark = '', times = 0] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
  return mark !== '' && times >= 2 ? mark : undefined;
}

function behindMark(text: string, mark: string, bare: string): string | undefined {
  if (text.startsWith(mark)) return text.slice(mark.length);
  return text.trimEnd() === bare ? '' : undefined;
}

/** Each markup that the lines may have behind their marks. */
function readings(look: readonly Line[]): readonly Markup[] {
  const mark = markOf(look);
  if (mark === undefined || markOfMailing(look) !== undefined) return [];
  const behind = (lines: readonly Line[]): Line[] =>
    lines.map((line) => ({ ...line, text: behindMark(line.text, mark, mark.trimEnd()) ?? line.text }));
  return WITHIN.map((inner) => ({
    name: quoted.name,
    description: inner.description,
    score: (lines) => inner.score(behind(lines)),
    open: (lines) => open(lines, mark, (raw) => inner.open(behind(raw))),
  }));
}

function open(look: readonly Line[], mark: string, inner: Markup['open']): MarkupReader {
  const bare = mark.trimEnd();
  const { widthAt } = wrappingOf(look.filter(({ text }) => text.startsWith(mark)));
  const reader = inner(look);
  /** The lines that the page showed, and those of the input that they came from. */
  const originals = new WeakMap<Line, Line>();

  let above = '';
  /** The line above is what somebody wrote below a part of the quotation. */
  let isAside = false;

  function push(line: Line): Block[] {
    const text = shownText(line.text);
    if (text === undefined && !isBlank(line.text) && (isAside || !isRest(line.text))) return aside(line);
    isAside &&= text === undefined;
    const shown = { ...line, text: text ?? line.text };
    originals.set(shown, line);
    above = text === undefined ? '' : line.text;
    return [...reader.push(shown)].map(restore);
  }

  /** A mail program may have put the end of a longer line below it, without the mark. */
  const isRest = (text: string): boolean =>
    above !== '' && (isSeparator(text) || isFull(above, text, Math.min(widthAt(above), WIDEST)));

  function aside(line: Line): Block[] {
    above = '';
    isAside = true;
    const block: Block = { kind: 'paragraph', text: line.text.trim(), parts: NO_PARTS, lines: [line], aside: true };
    return [...[...reader.end()].map(restore), block];
  }

  /** Undefined for a line outside the quotation. */
  const shownText = (text: string): string | undefined => behindMark(text, mark, bare);

  function restore(block: Block): Block {
    const lines = block.lines.map((line) => originals.get(line) ?? line);
    return { ...block, lines, shown: block.lines.map(({ text }) => text) };
  }

  return { push, end: () => [...reader.end()].map(restore) };
}
