// The lines of a block one by one, for pages that say one thing in each line, behind a label.
import { type Block, partsOf, shownLines } from '../../markup/block.ts';
import { cutGlued, GLUED } from './glued.ts';

/** A label that a line begins with, and what stands behind it. */
export const LABEL: RegExp =
  /^(Title|Authors?|Comments|Subjects|Journal-ref|(?:Related )?DOI|Report number|Report-no|ACM-class|MSC-class)\s*:\s*(.*)$/su;

/** One line of a block, or the block itself where its lines say nothing of what the page showed. */
export interface LabelledLine {
  readonly text: string;
  readonly urls: readonly string[];
  /** Numbers of its first and last line. */
  readonly first: number;
  readonly last: number;
}

/** Cuts a block of plain text into its lines, one with links where its lines begin with labels; a block of HTML is one piece. */
export function labelledLines(block: Block): readonly LabelledLine[] {
  const read = known.get(block) ?? readLines(block);
  known.set(block, read);
  return read;
}

/** Several layouts ask for the lines of the first blocks of a page. */
const known = new WeakMap<Block, readonly LabelledLine[]>();

function readLines(block: Block): LabelledLine[] {
  if (block.parts.length === 0 && block.at === undefined && block.lines.length > 1 && !block.lines.some(hasSpan))
    return shownLines(block).flatMap((text, i) => piecesOf(text, block.lines[i]?.number ?? 1));
  const first = block.at?.[0] ?? block.lines[0]?.number ?? 1;
  const last = block.at?.[1] ?? block.lines.at(-1)?.number ?? first;
  return cutAtLabels(block).map(({ text, urls }) => ({ text: withoutMarks(text), urls, first, last }));
}

/** A block with links is one text: a line of it that begins with a label begins a piece, and the first author of a title. */
function cutAtLabels(block: Block): Pick<LabelledLine, 'text' | 'urls'>[] {
  const labels = block.at === undefined ? shownLines(block).slice(1).flatMap(labelOf) : [];
  const isGlued = TITLE.test(withoutMarks(block.text)) && GLUED.test(block.text);
  if (isGlued && block.parts.length === 0) return cutGlued(block.text).map((text) => ({ text, urls: [] }));
  const starts = [
    ...(mayHoldEntries(block.text) ? [NEXT_ENTRY] : []),
    ...(labels.length > 0 ? [`(?:${labels.join('|')})\\s*:`] : []),
  ];
  const atStarts =
    block.at === undefined && starts.length > 0 ? new RegExp(`(?<=\\s)(?=${starts.join('|')})`) : undefined;
  const cut = isGlued ? GLUED : atStarts;
  let piece: { text: string; urls: string[] } = { text: '', urls: [] };
  const pieces = [piece];
  for (const { text, url } of partsOf(block)) {
    const [first = '', ...others] = cut && url === undefined ? text.split(cut) : [text];
    const isAuthor = url !== undefined && AUTHOR_LINK.test(url);
    if (isAuthor ? TITLE.test(piece.text) : isGlued && url === undefined && LABEL.test(first.trimStart())) begin('');
    piece.text += first;
    if (url !== undefined) piece.urls.push(url);
    others.forEach(begin);
  }
  const below = isGlued ? (shownLines(block).at(-1)?.trim() ?? '') : '';
  if (below !== '' && piece.text.endsWith(` ${below}`)) {
    piece.text = piece.text.slice(0, -below.length - 1);
    begin(below);
  }
  return pieces;

  function begin(text: string): void {
    piece = { text, urls: [] };
    pieces.push(piece);
  }
}

/** The number of an entry, in front of the link with its id, what stands behind the last one and above the first. */
const NEXT_ENTRY = String.raw`\[\d+\]\s*\[?\s*(?:arXiv:|$)|Total of [\d,]+ entries\s|Showing new listings for `;

/** A text without these words has no such place. */
const mayHoldEntries = (text: string): boolean => /arXiv:|Total of |new listings for /.test(text);

const AUTHOR_LINK = /\/search\/.*searchtype=author|\/a\/\w+_\w_\d/;
const TITLE = /^Title\s*:\s*\S/;

const labelOf = (line: string): string[] => LABEL.exec(line.trimStart())?.slice(1, 2) ?? [];

function piecesOf(line: string, number: number): LabelledLine[] {
  const texts = TITLE.test(withoutMarks(line)) ? cutGlued(line) : [line];
  return texts.map((text) => ({ text: withoutMarks(text), urls: [], first: number, last: number }));
}

/** Pandoc leaves tags or classes within a text, and wraps it. */
const hasSpan = ({ text }: Block['lines'][number]): boolean => /<span[\s>]|\]\{[.#]/.test(text);

/** Scrapers write a colon or a dash in front of what a definition list says, and may set labels and numbers in bold. */
const withoutMarks = (text: string): string => {
  const shown = text.trim();
  return /^[:*-]/.test(shown)
    ? shown
        .replace(/^(?::\s+|-(?:\s+|$)(?=\[|Title:|$))/, '')
        .replace(/^\*\*([^*]{1,20})\*\*/, '$1')
        .trim()
    : shown;
};
