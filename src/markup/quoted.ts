// A mail that somebody quoted (`> `) or set in as a whole, as forwarded ones are.
import type { Line } from '../text/lines.ts';
import { type Block, isBlank, type Markup, type MarkupReader, NO_PARTS } from './block.ts';
import { isSeparator, plain } from './plain.ts';
import { isFull, wrappingOf } from './wrapped.ts';

/** Plain text behind the marks of a quotation; what the sender wrote around it has none. */
export const quoted: Markup = {
  name: 'quoted',
  description: 'a mailing that was quoted or set in as a whole',
  score: (look) => (markOf(look) === undefined ? 0 : 0.8),
  open,
};

/** The separators of a mailing show what stands in front of each of its lines. */
const SEPARATOR = /^((?:[ \t]*>)*[ \t]*)\\\\?(?:\s*$|\s+\()/;
const MAX_SEPARATOR = 120;

/** No mail is wrapped behind so many characters. */
const WIDEST = 80;

function markOf(look: readonly Line[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { text } of look) {
    const mark = text.length <= MAX_SEPARATOR ? SEPARATOR.exec(text)?.[1] : undefined;
    if (mark !== undefined) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const [mark = '', times = 0] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
  return mark !== '' && times >= 2 ? mark : undefined;
}

function open(look: readonly Line[]): MarkupReader {
  const mark = markOf(look) ?? '';
  const bare = mark.trimEnd();
  const { widthAt } = wrappingOf(look.filter(({ text }) => text.startsWith(mark)));
  const reader = plain.open(look);
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
  function shownText(text: string): string | undefined {
    if (text.startsWith(mark)) return text.slice(mark.length);
    return text.trimEnd() === bare ? '' : undefined;
  }

  function restore(block: Block): Block {
    const lines = block.lines.map((line) => originals.get(line) ?? line);
    return { ...block, lines, shown: block.lines.map(({ text }) => text) };
  }

  return { push, end: () => [...reader.end()].map(restore) };
}
