// Digests that bots write of arXiv's listings: a heading for each paper, labelled items below it.
import type { Block } from '../markup/block.ts';
import { MAX_LINES } from '../markup/limits.ts';
import { ARXIV_ID } from '../text/addresses.ts';
import { dateOfMail } from '../text/dates.ts';
import { categoriesIn } from './arxiv/categories.ts';
import { splitAuthors } from './arxiv/names.ts';
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

/** What a bot that many people run makes of the papers of a day in which their keywords stand. */
export const arxivDigest: Layout = {
  name: 'arxiv-digest',
  digest: 'arXiv digest',
  description: "a bot's digest of arXiv's listings",
  fit,
  open,
};

/** "**Authors:** A, B"; the label of the abstract has no colon, that of the subjects is there twice since 2024. */
const LABEL =
  /^(?:\*\*)?(Authors|Subjects|Comments|Arxiv link|Pdf link|Abstract)(?::\*\*|\*\*:?|:|(?<=Abstract)(?=\s))(?:\s*Subjects:)?(?:\s+(.*))?$/is;
const HEAD = /^(?:Showing new listings|New submissions) for [A-Z][a-z]+,\s+(\d{1,2} [A-Z][a-z]+ \d{2,4})\b/;
const COUNT = /^Today:\s*(\d+)\s*papers?$/i;
const NO_PAPERS = /^(?:Today:\s*0\s*papers?|There is no result)$/i;
/** The words that were looked for: of all papers, or above those in which one of them stands. */
const KEYWORDS = /^Keyword list: ?\[.*\]$|^Keyword: \S/s;
/** What the bot says of itself above the papers and below them. */
const FURNITURE =
  /^(?:Auto update .{1,200}|.{0,40}`?Usage\.md`?.{1,100}|(?:Keyword list|Excluded): ?\[.*\]|There is no result|by .{1,80}\.|\d{4}-\d{2}-\d{2})$/s;
/** Where the bot found no id the address ends before it. */
const ADDRESS = new RegExp(String.raw`https?:\/\/arxiv\.org\/(?:abs|pdf)\/(${ARXIV_ID})\S*`);

function fit(blocks: readonly Block[]): Fit {
  const labels = new Set(blocks.map((block) => labelOf(block)?.name));
  const some = (pattern: RegExp): boolean => blocks.some(({ text }) => pattern.test(text));
  // On some days no paper has any of the words.
  return fitOf(some(NO_PAPERS) ? 3 : 4, [
    ['"Showing new listings for …" or "New submissions for …"', some(HEAD)],
    ['"Keyword list: […]" or "Keyword: …"', some(KEYWORDS)],
    ['"Today: … papers" or "There is no result"', some(COUNT) || some(NO_PAPERS)],
    ['"**Authors:**" and "**Subjects:**"', labels.has('authors') && labels.has('subjects')],
    ['"**Arxiv link:**"', labels.has('arxiv link')],
    ['"**Abstract**"', labels.has('abstract')],
  ]);
}

/** The label that an item begins with, and what stands behind it. */
function labelOf({ kind, text }: Block): { name: string; value: string } | undefined {
  const [, name, value = ''] = (kind === 'item' && LABEL.exec(text)) || [];
  return name === undefined ? undefined : { name: name.toLowerCase(), value };
}

/** Where arXiv wrapped a title the bot leaves two blanks. */
const titleOf = ({ text }: Block): string => text.replace(/^Title:\s*/, '').replace(/(?<! ) {2,}/g, ' ');

/** The paper that is being read. */
interface Open {
  readonly paper: RawPaper;
  readonly blocks: Block[];
  inAbstract: boolean;
}

function open(page: Page, sink: LayoutSink): LayoutReader {
  let entry: Open | undefined;
  /** A heading that is a title when a label comes next. */
  let heading: Block | undefined;

  function push(block: Block): void {
    const label = labelOf(block);
    if (block.kind === 'heading') pushHeading(block);
    else if (label) readLabel(label.name, label.value, block);
    else if (block.kind === 'rule' || block.text === '' || FURNITURE.test(block.text)) sink.furniture(block);
    else if (entry?.inAbstract && entry.blocks.length < MAX_LINES) {
      entry.paper.abstract.push(block.text);
      entry.blocks.push(block);
    } else sink.reject(block, 'not part of any paper');
  }

  function pushHeading(block: Block): void {
    finish();
    const count = COUNT.exec(block.text)?.[1];
    const day = HEAD.exec(block.text)?.[1];
    if (count !== undefined) page.declared = Number(count);
    if (day !== undefined) page.date = dateOfMail(day) ?? page.date;
    if (count === undefined && day === undefined && !KEYWORDS.test(block.text)) heading = block;
    else sink.furniture(block);
  }

  function readLabel(name: string, value: string, block: Block): void {
    if (heading) {
      entry = { paper: rawPaper(titleOf(heading)), blocks: [heading], inAbstract: false };
      heading = undefined;
    }
    if (!entry || entry.blocks.length >= MAX_LINES) return sink.reject(block, 'not part of any paper');
    entry.blocks.push(block);
    entry.inAbstract = name === 'abstract';
    setField(entry.paper, name, value);
  }

  function finish(): void {
    if (heading) sink.reject(heading, 'nothing shows that it is the title of a paper');
    if (entry) sink.paper(entry.paper, entry.blocks);
    heading = entry = undefined;
  }

  function end(): void {
    if (entry?.inAbstract === false) entry.paper.warnings.push('the page ends in the middle of this paper');
    finish();
  }

  return { push, end };
}

function setField(paper: RawPaper, name: string, value: string): void {
  switch (name) {
    case 'authors':
      paper.authors = splitAuthors(value);
      break;
    case 'subjects':
      paper.categories = categoriesIn(value);
      break;
    case 'comments':
      paper.note = value;
      break;
    case 'abstract':
      if (value !== '') paper.abstract.push(value);
      break;
    default: {
      const [url, id] = ADDRESS.exec(value) ?? [];
      if (url) paper.links.push(url);
      paper.arxivId ??= id ?? null;
    }
  }
}
