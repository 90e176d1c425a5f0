// arXiv's search: the results of arxiv.org/search, with their abstracts.

import type { Block } from '../markup/block.ts';
import { MAX_LINES } from '../markup/limits.ts';
import { ARXIV_ID } from '../text/addresses.ts';
import { parseShownDate } from '../text/dates.ts';
import { endsSentence } from '../text/sentences.ts';
import { isFurniture } from './arxiv/furniture.ts';
import { labelledLines } from './arxiv/labelled-lines.ts';
import { paperLinks } from './arxiv/links.ts';
import { addAuthors } from './arxiv/names.ts';
import {
  type Fit,
  fitOf,
  type Hints,
  type Layout,
  type LayoutReader,
  type LayoutSink,
  type Page,
  type RawPaper,
  rawPaper,
} from './layout.ts';

/** The results of a search on arxiv.org. */
export const arxivSearch: Layout = {
  name: 'arxiv-search',
  digest: 'arXiv search',
  description: 'the results of a search on arxiv.org',
  fit,
  open,
};

const FORMATS = String.raw`\[+\s*(?:pdf|ps|html|other)\b[^\]]*\]\s*`;
/** "arXiv:2405.02246 [pdf, ps, other] cs.CV cs.AI"; what stands behind the id may have lines of its own. */
const ENTRY = new RegExp(String.raw`^(?:\d+\.\s*)?arXiv:\s?(${ARXIV_ID})(?:v\d+)?\s*(?:${FORMATS}(.*))?$`);
const ONLY_FORMATS = new RegExp(`^${FORMATS}$`);
const CATEGORY =
  /^(?:[a-z-]{2,10}\.[A-Za-z-]{2,9}|astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph)$/;
const DOI = /^(?:doi)?\s*(10\.\d{4,9}\/\S+)$/i;
const LABEL =
  /^(Authors?|Abstract|Comments|Journal ref|(?:ACM|MSC) Class|Report number)\s*:\s*(.*)$|^(Submitted)(?:\s+(\d.*))?$/s;
const SUBMITTED = /^Submitted(?:$|\s+\d)/;
/** What stands behind it, where each text of the page has a line of its own. */
const BEHIND_SUBMITTED = /^(?:\d{1,2} [A-Z]|v\d+\b|submitted \d|originally announced|[A-Z][a-z]+ \d{4})/;
const RESULTS = /^Showing ([\d,]+)\s*[–-]\s*([\d,]+) of [\d,]+ results/;

/** What a search shows around its results. */
const FURNITURE =
  /^(?:Search (?:term or terms|v\d[\d.]* released|in )|(?:Show|Hide) abstracts|Sort results by|Announcement date|Submission date|Relevance$|Feedback\?|(?:25|50|100|200)(?: results per page|$)|results per page|Next$|Previous$|Go$|Go to page|Simple Search|Advanced Search|\d{1,4}$|…$|doi$|All fields$|Title$|Author\(s\)$|Abstract$|Comments$)/i;

function fit(blocks: readonly Block[], hints: Hints): Fit {
  const texts = blocks.flatMap((block) => labelledLines(block).map(({ text }) => text));
  const some = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  // Categories behind the id stand on no other page.
  const needed = texts.some((text) => CATEGORY.test(/^\S+/.exec(ENTRY.exec(text)?.[2] ?? '')?.[0] ?? '')) ? 2 : 3;
  return fitOf(needed, [
    ['a line "arXiv:… [pdf, other] cs.CV"', some(ENTRY)],
    ['"Authors:" and "Abstract:"', some(/^Authors?\s*:/) && some(/^Abstract\s*:/)],
    ['"Submitted …; originally announced …"', some(SUBMITTED) && some(/\boriginally announced\b/)],
    ['"Showing 1–50 of … results"', some(RESULTS)],
    ['the address of the page', /^https?:\/\/(?:[a-z]+\.)?arxiv\.org\/search\b/.test(hints.url)],
  ]);
}

/** The paper that is being read. */
interface Open {
  readonly paper: RawPaper;
  readonly blocks: Block[];
  readonly first: number;
  last: number;
  /** The part whose text may go on; "" behind the last one. */
  part: string;
  submitted: string;
  /** The text before. */
  above: string;
}

function open(page: Page, sink: LayoutSink, look: readonly Block[]): LayoutReader {
  /** Who copies results into notes leaves out what stands below an abstract. */
  const isCopied = !look.some((block) => labelledLines(block).some(({ text }) => SUBMITTED.test(text)));
  let entry: Open | undefined;

  function push(block: Block): void {
    if (entry && entry.part !== 'title' && (block.kind === 'heading' || block.kind === 'rule')) finish();
    let belongs = false;
    let isKnown = block.kind === 'rule' || block.text === ''; // a picture
    for (const { text, urls, first, last } of labelledLines(block)) {
      const found = ENTRY.exec(text);
      if (found) begin(found[1] ?? '', first);
      if (entry && (found || readInto(entry, text, entry.blocks.at(-1) === block, isCopied))) {
        belongs = true;
        if (found) readHead(entry.paper, found[2] ?? '');
        if (!/^(?:author|journal)/i.test(entry.part)) entry.paper.links.push(...paperLinks(urls));
        entry.last = last;
        entry.above = text;
        if (entry.blocks.at(-1) !== block) entry.blocks.push(block);
        if (entry.blocks.length > MAX_LINES) finish();
      } else isKnown = readAround(text) || isKnown;
    }
    if (belongs) return;
    if (isKnown) sink.furniture(block);
    else sink.reject(block, 'not part of any paper');
  }

  function begin(id: string, first: number): void {
    finish();
    entry = { paper: rawPaper(''), blocks: [], first, last: first, part: 'title', submitted: '', above: '' };
    entry.paper.arxivId = id;
  }

  function readAround(text: string): boolean {
    const [, from, to] = RESULTS.exec(text) ?? [];
    if (from && to) page.declared = numberOf(to) - numberOf(from) + 1;
    return to !== undefined || FURNITURE.test(text) || isFurniture(text);
  }

  function finish(): void {
    if (!entry) return;
    const { paper, blocks, first, last, submitted } = entry;
    entry = undefined;
    paper.abstract = paper.abstract.map(wholeAbstract);
    paper.published = dateOfSubmission(submitted);
    sink.paper(paper, blocks, [first, last]);
  }

  return { push, end: finish };
}

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));

/** Reads a piece into an entry; false when it is none of its. `wrapped`: its block has pieces of the entry already. */
function readInto(entry: Open, text: string, wrapped: boolean, isCopied: boolean): boolean {
  const { paper, part } = entry;
  const [, name, value = '', submitted, when = ''] = LABEL.exec(text) ?? [];
  if (submitted !== undefined) {
    entry.part = 'Submitted';
    entry.submitted = when;
  } else if (name !== undefined) {
    entry.part = name;
    setPart(paper, name, value);
  } else if (part === 'title') readHead(paper, text.replace(ONLY_FORMATS, ''));
  else if (part === 'Abstract' && (wrapped || !(isCopied && isWhole(entry.above))))
    paper.abstract = [`${paper.abstract.at(-1) ?? ''} ${text}`.trimStart()];
  else if (part === 'Comments' && (wrapped || paper.note === '')) paper.note = `${paper.note ?? ''} ${text}`.trim();
  else if (part.startsWith('Author') && (wrapped || paper.authors.length === 0)) setPart(paper, part, text);
  else if (part === 'Submitted' && BEHIND_SUBMITTED.test(text)) entry.submitted += ` ${text}`;
  else {
    entry.part = wrapped ? part : '';
    return wrapped;
  }
  return true;
}

/** What stands above the authors: categories, a DOI, the title. */
function readHead(paper: RawPaper, text: string): void {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const rest = words.findIndex((word) => !CATEGORY.test(word));
  const categories = paper.title === '' ? words.slice(0, rest < 0 ? words.length : rest) : [];
  paper.categories.push(...categories);
  const shown = words.slice(categories.length).join(' ');
  const doi = DOI.exec(shown)?.[1];
  if (doi !== undefined) paper.doi = doi.toLowerCase();
  else if (shown !== '' && shown !== 'doi') paper.title = `${paper.title} ${shown}`.trim();
}

function setPart(paper: RawPaper, part: string, value: string): void {
  switch (part) {
    case 'Author':
    case 'Authors':
      addAuthors(paper, value);
      break;
    case 'Abstract':
      paper.abstract = [value];
      break;
    case 'Comments':
      paper.note = value;
  }
}

/** "3 May, 2024; v1 submitted 1 May, 2024; originally announced May 2024." */
function dateOfSubmission(text: string): RawPaper['published'] {
  const found = /\bv1 submitted (\d{1,2} [A-Z][a-z]+, \d{4})/.exec(text) ?? /(\d{1,2} [A-Z][a-z]+, \d{4})/.exec(text);
  return parseShownDate(found?.[1] ?? '') ?? null;
}

/** A page shows the part of an abstract that was found, and holds all of it behind. */
const MORE = /\s*▽\s*More\b\s*/;
const LESS = /\s*△\s*Less\b\s*$/;

const isWhole = (text: string): boolean => /(?:▽ ?More|△ ?Less)$/.test(text) || endsSentence(text);

function wholeAbstract(text: string): string {
  const at = MORE.exec(text);
  if (!at) return text.replace(LESS, '').trim();
  const behind = text
    .slice(at.index + at[0].length)
    .replace(LESS, '')
    .trim();
  return behind === '' ? text.slice(0, at.index).trim() : behind;
}
