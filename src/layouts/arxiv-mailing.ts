// arXiv's daily mailing: entries between lines of dashes, their parts between lines of two backslashes.
import { type Block, shownLines } from '../markup/block.ts';
import { MAX_LINES } from '../markup/limits.ts';
import { dateOfMail, parseShownDate } from '../text/dates.ts';
import {
  type AbstractLine,
  closeField,
  cutField,
  idOfEntry,
  type OpenField,
  paragraphsOf,
  readFields,
} from './arxiv/entry.ts';
import { isHeader, isMailFurniture, OPENING, RECEIVED } from './arxiv/mail-furniture.ts';
import {
  certain,
  type Fit,
  fitOf,
  type Layout,
  type LayoutReader,
  type LayoutSink,
  type Page,
  type RawPaper,
  rawPaper,
} from './layout.ts';

/** The mailing that arXiv's listserver sends every day. */
export const arxivMailing: Layout = {
  name: 'arxiv-mailing',
  digest: 'arXiv mailing',
  description: 'the daily mailing of arXiv',
  fit,
  open,
};

function fit(blocks: readonly Block[]): Fit {
  const texts = blocks.filter((block) => block.kind !== 'rule');
  const lines = texts.flatMap(shownLines);
  const some = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line));
  if (!blocks.some(isPartEnd) && some(OPENING) && some(RECEIVED)) return certain('a mailing without entries');
  return fitOf(4, [
    ['a line "\\\\"', blocks.some(isPartEnd)],
    ['a line "arXiv:…"', texts.some((block) => idOfEntry(shownLines(block)[0] ?? '') !== undefined)],
    ['"Title:" and "Authors:"', some(/^Title:/) && some(/^Authors?:/)],
    ['"Date:" or "Categories:"', some(/^(?:Date|Categories):|^replaced with revised version /)],
  ]);
}

/** A line of two backslashes, which ends a part of an entry; the last one has the address behind it. */
const isPartEnd = ({ kind, text }: Block): boolean => kind === 'rule' && text.startsWith('\\');
const urlBehind = ({ text }: Block): string | undefined => /\(\s*(https?:\/\/[^\s,]+)/.exec(text)?.[1];

/** Abstracts in two languages have a short line between them. */
const BETWEEN_LANGUAGES = /^[-=_]{5,20}\s*$/;

/** The entry that is being read. */
interface Open {
  readonly paper: RawPaper;
  readonly blocks: Block[];
  readonly field: OpenField;
  readonly abstract: AbstractLine[];
  inAbstract: boolean;
  lines: number;
  awaitsAddress: boolean;
}

function open(page: Page, sink: LayoutSink, look: readonly Block[]): LayoutReader {
  /** Listings of a month and files of single papers have no addresses: there the second line of backslashes is the last. */
  const hasAddresses = look.some((block) => isPartEnd(block) && block.text.includes('('));
  let entry: Open | undefined;
  /** Between its first line and the dates of what it holds a mailing names what it is about. */
  let inOpening = false;

  function push(block: Block): void {
    if (block.aside) return sink.reject(block, 'it stands outside of the quotation');
    if (block.kind === 'rule') return separator(block);
    const lines = shownLines(block);
    const id = entry?.inAbstract ? undefined : idOfEntry(lines[0] ?? '');
    if (id !== undefined) begin(id);
    if (!entry) around(block, lines);
    else if (entry.awaitsAddress) address(entry, block);
    else readInto(entry, block, id === undefined ? lines : lines.slice(1));
  }

  function readInto(open: Open, block: Block, lines: readonly string[]): void {
    open.blocks.push(block);
    if (open.inAbstract) open.abstract.push(...lines.map((text, at) => ({ text, gap: at === 0 })));
    else readFields(lines, open.field, open.paper);
    open.lines += lines.length;
    if (open.lines > MAX_LINES) finish();
  }

  function begin(id: string): void {
    finish();
    inOpening = false;
    entry = {
      paper: rawPaper(''),
      blocks: [],
      field: { name: '', value: '' },
      abstract: [],
      inAbstract: false,
      lines: 0,
      awaitsAddress: false,
    };
    entry.paper.arxivId = id;
  }

  /** `\\` begins and ends the abstract; with the address behind it, or at dashes, the entry is complete. */
  function separator(block: Block): void {
    if (!entry) return sink.furniture(block);
    if (!isPartEnd(block)) return rule(entry, block);
    entry.blocks.push(block);
    const url = urlBehind(block);
    if (url !== undefined) {
      entry.paper.links.push(url);
      return finish();
    }
    entry.awaitsAddress = block.text.trimEnd().endsWith('(');
    if (entry.awaitsAddress) return;
    closeField(entry.field, entry.paper);
    if (!entry.inAbstract) entry.inAbstract = entry.paper.title !== '';
    else if (!hasAddresses || entry.abstract.length === 0) finish();
  }

  /** The address may have lines of its own, where it was a link. */
  function address({ paper, blocks }: Open, block: Block): void {
    const { text } = block;
    blocks.push(block);
    const url = /https?:\/\/[^\s,]+/.exec(text)?.[0];
    if (url !== undefined) paper.links.push(url);
    if (!/^https?:\/\/\S+$/.test(text)) finish();
  }

  function rule({ inAbstract, abstract, blocks }: Open, block: Block): void {
    if (inAbstract && abstract.length > 0 && BETWEEN_LANGUAGES.test(block.text)) {
      blocks.push(block);
      abstract.push({ text: block.text, gap: false });
      return;
    }
    finish();
    sink.furniture(block);
  }

  /** What a mailing, a mail program and who forwards it write around the entries. */
  function around(block: Block, lines: readonly string[]): void {
    const received = RECEIVED.exec(block.text)?.[1];
    const day = /^\/\* (.+) \*\/$/.exec(block.text)?.[1];
    if (day !== undefined) page.date = dateOfMail(day) ?? page.date;
    else if (received !== undefined) page.date = dateOfMail(received) ?? page.date;
    else if (isHeader(lines[0] ?? '')) page.date ??= dateOfHeaders(lines);
    const opens = lines.some((line) => OPENING.test(line));
    const isKnown = opens || inOpening || day !== undefined || received !== undefined;
    inOpening = received === undefined && (inOpening || opens);
    if (isKnown || isMailFurniture(lines)) sink.furniture(block);
    else sink.reject(block, 'not part of any paper');
  }

  function finish(): void {
    if (!entry) return;
    const { paper, blocks, field, abstract } = entry;
    entry = undefined;
    closeField(field, paper);
    if (abstract.length > 0) paper.abstract = paragraphsOf(abstract);
    if (paper.title !== '') return sink.paper(paper, blocks);
    for (const block of blocks) sink.reject(block, 'the entry shows no title');
  }

  function end(): void {
    if (entry && (!entry.inAbstract || entry.abstract.length > 0 || hasAddresses)) {
      cutField(entry.field);
      entry.paper.warnings.push('the page ends in the middle of this paper');
    }
    finish();
  }

  return { push, end };
}

function dateOfHeaders(lines: readonly string[]): Page['date'] {
  const shown =
    lines.map((line) => /^(?:Date|Sent):\s*(.*)$/i.exec(line)?.[1] ?? '').find((value) => value !== '') ?? '';
  return dateOfMail(shown) ?? parseShownDate(shown) ?? null;
}
