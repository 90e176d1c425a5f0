// Text in which every line is a piece of the page: what BeautifulSoup's get_text("\n") and its kin give.
import type { Line } from '../text/lines.ts';
import { type Block, blank, MAX_LINES, type Markup, type MarkupReader, NO_PARTS } from './block.ts';

/** The texts of a page, one a line, with or without blank lines between. Read so when nothing else fits. */
export const lines: Markup = {
  name: 'lines',
  description: 'one line for each text of the page (get_text)',
  score: (look) =>
    look.some(({ text }) => text.length >= UNWRAPPED) || look.filter(({ text }) => LONE_MARK.test(text)).length > 3
      ? 0.05
      : 0,
  open,
};

/** Text with a line of so many characters is not wrapped. */
const UNWRAPPED = 160;
/** A mark that stood between two links of a line. */
const LONE_MARK = /^\s*[[\],;|·]\s*$/;
/** So many characters of a text are put together at most: lists of names and links are shorter. */
const MAX_CHARS = 10_000;

const LABEL = /^[A-Z][A-Za-z-]{2,16}(?: [A-Za-z]{2,8})?:$/;

/** Whether a text goes on in the next line: behind an open bracket, a comma, a label. */
function goesOn(text: string): boolean {
  const closed = text.lastIndexOf(']');
  return text.lastIndexOf('[') > closed + (closed < 0 ? 0 : 1) || text.endsWith(',') || LABEL.test(text);
}

/** A line that the one before goes on in: marks that begin no text. */
const CLOSES = /^(?:[,;.)\]]|\[$|\[ ?[a-z]+(?: ?, [a-z]+)* ?\]$|\((?!\d+\)))/;

function open(): MarkupReader {
  let held: Block | undefined;
  let blanks: Line[] = [];

  function push(line: Line): Block[] {
    const text = line.text.trim();
    if (text === '') {
      if (held === undefined) return [blank(line)];
      blanks.push(line);
      return blanks.length < MAX_LINES ? [] : release();
    }
    const hasRoom = held && held.lines.length + blanks.length < MAX_LINES && held.text.length < MAX_CHARS;
    if (held && hasRoom && (goesOn(held.text) || CLOSES.test(text))) {
      const gap = /^[,;.)\]]/.test(text) || held.text.endsWith('[') ? '' : ' ';
      const whole = held.text + gap + text;
      held = { ...held, text: whole, parts: [{ text: whole }], lines: [...held.lines, ...blanks, line] };
      blanks = [];
      return [];
    }
    const done = release();
    held = { kind: 'paragraph', text, parts: NO_PARTS, lines: [line] };
    return done;
  }

  function release(): Block[] {
    const done = [...(held ? [held] : []), ...blanks.map(blank)];
    held = undefined;
    blanks = [];
    return done;
  }

  return { push, end: release };
}
