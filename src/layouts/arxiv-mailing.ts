// arXiv's daily mailing: entries between lines of dashes, their parts between lines of two backslashes.
import { type Block, shownLines } from '../markup/block.ts';
import { splitAuthors } from './arxiv-names.ts';
import { parseShownDate } from './dates.ts';
import {
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

const ENTRY =
  /^(?:arXiv:|Paper: )\s*([a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?\s*(\(\*cross-listing\*\))?/;
const FIELD =
  /^(Date|Title|Authors?|Categories|Comments|ACM-class|MSC-class|Journal-ref|DOI|Report-no|Proxy|License)(?:\s*\([^)]*\))?:\s*(.*)$/;

/** Lines around the entries. */
const FURNITURE =
  /^\s*(?:send any comments|archives at|to unsubscribe|submissions to|received from|for subscribe|e-mail to|for help on|subj-class|the replacements|cross-lists|replacements)|^[%\s-]{5,}$/i;

function fit(blocks: readonly Block[]): Fit {
  const lines = blocks.flatMap(shownLines);
  const some = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line));
  return fitOf(4, [
    ['a line "\\\\"', some(/^\\\\$/)],
    ['a line "arXiv:…"', some(ENTRY)],
    ['"Title:" and "Authors:"', some(/^Title:\s/) && some(/^Authors?:\s/)],
    ['"Categories:"', some(/^Categories:\s/)],
  ]);
}

function open(page: Page, sink: LayoutSink): LayoutReader {
  let paper: RawPaper | undefined;
  let blocks: Block[] = [];
  let inAbstract = false;

  function push(block: Block): void {
    const first = shownLines(block)[0] ?? '';
    const entry = ENTRY.exec(first);
    if (entry) {
      finish();
      paper = rawPaper('');
      paper.arxivId = entry[1] ?? null;
    }
    if (block.kind === 'rule') return separator(block);
    if (!paper) {
      readHead(block);
      if (shownLines(block).some((text) => FURNITURE.test(text))) sink.furniture(block);
      else sink.reject(block, 'not part of any paper');
      return;
    }
    blocks.push(block);
    if (inAbstract) paper.abstract.push(block.text);
    else readFields(block, paper);
  }

  /** `\\` begins and ends the abstract; with the address behind it, or at dashes, the entry is complete. */
  function separator(block: Block): void {
    const url = /\(\s*(https?:\/\/[^\s,]+)/.exec(block.text)?.[1];
    if (!block.text.startsWith('\\\\') || !paper) {
      finish();
      return sink.furniture(block);
    }
    blocks.push(block);
    if (url) {
      paper.links.push(url);
      inAbstract = false;
    } else inAbstract = paper.title !== '';
  }

  function readHead(block: Block): void {
    for (const text of shownLines(block)) {
      const received = /^\s*received from .*\bto\s+\w{3}\s+(\d{1,2} \w{3}) (\d{2})\b/.exec(text);
      if (received) page.date = parseShownDate(`${received[1]} 20${received[2]}`) ?? null;
    }
  }

  function finish(): void {
    if (paper) sink.paper(paper, blocks);
    paper = undefined;
    blocks = [];
    inAbstract = false;
  }

  return { push, end: finish };
}

function readFields(block: Block, paper: RawPaper): void {
  let name = '';
  let value = '';
  for (const text of shownLines(block)) {
    const field = FIELD.exec(text);
    if (field) {
      setField(paper, name, value);
      name = field[1] ?? '';
      value = field[2] ?? '';
    } else if (name !== '') value += ` ${text.trim()}`;
  }
  setField(paper, name, value);
}

function setField(paper: RawPaper, name: string, value: string): void {
  switch (name) {
    case 'Title':
      paper.title = value;
      break;
    case 'Author':
    case 'Authors':
      paper.authors = splitAuthors(value);
      break;
    case 'Categories':
      paper.categories = value.split(/\s+/).filter((each) => each !== '');
      break;
    case 'Comments':
      paper.note = value;
      break;
    case 'DOI':
      paper.doi = value.split(/\s+/)[0]?.toLowerCase() ?? null;
      break;
    case 'Date':
      paper.published ??= mailDate(value);
  }
}

const mailDate = (value: string): RawPaper['published'] =>
  parseShownDate(/\b(\d{1,2} [A-Z][a-z]{2} \d{4})\b/.exec(value)?.[1] ?? '') ?? null;
