// Plain text: paragraphs between blank lines; wrapped lines belong together.
import type { Line } from '../text/lines.ts';
import type { Block, Markup, MarkupReader } from './block.ts';

/** Text without any markup, as a browser's "select all, copy" gives it. Any text can be read so: the last resort. */
export const plain: Markup = {
  name: 'plain',
  description: 'text as copied from the browser',
  score: () => 0.1,
  open,
};

function open(): MarkupReader {
  let lines: Line[] = [];
  const close = (): Block[] => {
    if (lines.length === 0) return [];
    const block: Block = { kind: 'paragraph', text: joinLines(lines), anchors: [], lines };
    lines = [];
    return [block];
  };
  function push(line: Line): readonly Block[] {
    if (line.text.trim() !== '') {
      lines.push(line);
      return line.partial || lines.length >= MAX_LINES ? close() : [];
    }
    const done = close();
    done.push({ kind: 'blank', text: '', anchors: [], lines: [line] });
    return done;
  }
  return { push, end: close };
}

/** A paragraph is cut here: no abstract has so many lines, and memory must stay bounded. */
const MAX_LINES = 2000;

/** Joins wrapped lines with one space; what a page showed has no space at the ends. */
export function joinLines(lines: readonly Line[]): string {
  const [only] = lines;
  if (lines.length === 1 && only) return only.text.trim();
  return lines.map((line) => line.text.trim()).join(' ');
}
