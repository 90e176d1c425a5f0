// Plain text: paragraphs between blank lines; wrapped lines belong together; a URL on a line of its own is a link's.

import type { Line } from '../text/lines.ts';
import { type Block, blank, NO_PARTS, rule } from './block.ts';
import { breaksAtHyphens } from './hyphens.ts';
import { joinLines } from './inline.ts';
import { isBlank, linesWith } from './look.ts';
import type { Markup, MarkupReader } from './markup.ts';
import { OpenBlock } from './open-block.ts';
import { attachUrls, hasUrlLines } from './url-lines.ts';

/** Text without any markup, as a browser's "select all, copy" gives it. Any text can be read so: the last resort. */
export const plain: Markup = {
  name: 'plain',
  description: 'text as copied from the browser',
  score: () => 0.1,
  open,
};

function open(look: readonly Line[]): MarkupReader {
  const paragraph = new OpenBlock();
  const pictures = linesWith(look, '[]', NO_PICTURE) >= 2;
  /** Asked only where a line ends in a hyphen. */
  let breaks: boolean | undefined;
  const isBroken = (lines: readonly Line[]): boolean => {
    if (!lines.some(({ text }) => text.trimEnd().endsWith('-'))) return false;
    breaks ??= breaksAtHyphens(look);
    return breaks;
  };
  const close = (): Block[] => paragraph.close((lines) => toBlock(lines, pictures, isBroken(lines)));

  function push(line: Line): readonly Block[] {
    if (isBlank(line.text)) return [...close(), blank(line)];
    if (isSeparator(line.text)) return [...close(), rule(line)];
    paragraph.hold(line);
    return paragraph.isLong ? close() : [];
  }

  const reader = { push, end: close };
  return hasUrlLines(look) ? attachUrls(reader) : reader;
}

/** Lines of dashes and fences, and the `\\` that arXiv's mailing puts between its parts (one of the two when a page took it for an escape). */
export function isSeparator(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first === 92) return /^\\(?:\\?\s*$|\\?\s+\(|\\\()/.test(text);
  return DRAWN.includes(first) && /^(?:-{5,}|={5,}|_{5,}|%[%-]{7,}|`{3,}\w*|~{3,}\w*)\s*$/.test(text);
}

/** The codes of `%`, `-`, `=`, `_`, and of what Markdown puts around a text that was copied. */
const DRAWN: readonly number[] = [37, 45, 61, 95, 96, 126];

/** A picture without a name, as pandoc writes it. */
const NO_PICTURE = /^(?:- +)?\[\]$/;

function toBlock(lines: readonly Line[], pictures: boolean, isBroken: boolean): Block {
  const shown = joinLines(lines.map((line) => line.text.trim()).join('\n'), isBroken);
  const text = pictures && /[\p{L}\d]/u.test(shown) ? shown.replace(/ ?\[\]/g, '').trim() : shown;
  return { kind: 'paragraph', text, parts: NO_PARTS, lines };
}
