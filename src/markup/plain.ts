// Plain text: paragraphs between blank lines; wrapped lines belong together; a URL on a line of its own is a link's.
import type { Line } from '../text/lines.ts';
import { type Block, blank, NO_PARTS, rule } from './block.ts';
import { isBlank } from './look.ts';
import type { Markup, MarkupReader } from './markup.ts';
import { OpenBlock } from './open-block.ts';

/** Text without any markup, as a browser's "select all, copy" gives it. Any text can be read so: the last resort. */
export const plain: Markup = {
  name: 'plain',
  description: 'text as copied from the browser',
  score: () => 0.1,
  open,
};

function open(look: readonly Line[]): MarkupReader {
  const urlLines = look.filter((line) => URL_LINE.test(line.text)).length >= 4;
  const paragraph = new OpenBlock();
  const close = (): Block[] => paragraph.close(toBlock);

  function push(line: Line): readonly Block[] {
    if (isBlank(line.text)) return [...close(), blank(line)];
    if (isSeparator(line.text)) return [...close(), rule(line)];
    paragraph.hold(line);
    return paragraph.isLong ? close() : [];
  }

  const reader = { push, end: close };
  return urlLines ? attachUrls(reader) : reader;
}

const URL_LINE = /^\s*https?:\/\/\S+\s*$/;

/** Lines of dashes and fences, and the `\\` that arXiv's mailing puts between its parts (one of the two when a page took it for an escape). */
export function isSeparator(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 92) return /^\\(?:\\?\s*$|\\?\s+\(|\\\()/.test(text);
  return DRAWN.includes(first) && /^(?:-{5,}|={5,}|_{5,}|%[%-]{7,}|`{3,}\w*|~{3,}\w*)\s*$/.test(text);
}

/** The codes of `%`, `-`, `=`, `_`, and of what Markdown puts around a text that was copied. */
const DRAWN: readonly number[] = [37, 45, 61, 95, 96, 126];

function toBlock(lines: readonly Line[]): Block {
  return { kind: 'paragraph', text: joinLines(lines), parts: NO_PARTS, lines };
}

/** Joins wrapped lines with one space; what a page showed has no space at the ends. */
export function joinLines(lines: readonly Line[]): string {
  return lines.map((line) => line.text.trim()).join(' ');
}

/** An address does not stand farther below its text. */
const MAX_BLANKS = 50;

/** Where a scraper writes each link's address as a paragraph of its own behind the link's text, puts the two together. */
function attachUrls(reader: { push(line: Line): readonly Block[]; end(): readonly Block[] }): MarkupReader {
  let held: Block | undefined;
  let blanks: Block[] = [];
  const release = (): Block[] => {
    const done = held ? [held, ...blanks] : blanks;
    held = undefined;
    blanks = [];
    return done;
  };

  function take(block: Block): Block[] {
    if (block.kind === 'blank') {
      blanks.push(block);
      return held && blanks.length < MAX_BLANKS ? [] : release();
    }
    if (!URL_LINE.test(block.text)) {
      const done = release();
      held = withBrokenLink(block);
      return done;
    }
    const target = held;
    if (target && target.parts.length === 0 && target.kind === 'paragraph') {
      const lines = [...release(), block].flatMap((each) => each.lines);
      return [{ ...target, parts: [{ text: target.text, url: block.text }], lines }];
    }
    return [...release(), { ...block, text: '', parts: [{ text: '', url: block.text }] }];
  }

  return {
    push: (line) => {
      const blocks = reader.push(line);
      return blocks.length === 0 ? blocks : blocks.flatMap(take);
    },
    end: () => [...reader.end().flatMap(take), ...release()],
  };
}

/** "2 authors](https://…)" is left of a link whose bracket stands in the paragraph before. */
function withBrokenLink(block: Block): Block {
  const [broken, text = '', url = ''] = /^([^[\]]*)\]\((https?:\/\/[^\s()]+)\)$/.exec(block.text) ?? [];
  return broken === undefined ? block : { ...block, text, parts: [{ text, url }] };
}
