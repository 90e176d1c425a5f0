// arXiv's listings: the pages of new and recent papers and of a month, arxiv.org/list/cs.CL/new.

import { type Block, shownLines } from '../markup/block.ts';
import { ARXIV_ID } from '../text/addresses.ts';
import { dateOfMail, parseShownDate } from '../text/dates.ts';
import { categoriesIn } from './arxiv/categories.ts';
import { isFurniture } from './arxiv/furniture.ts';
import { LABEL, type LabelledLine, labelledLines } from './arxiv/labelled-lines.ts';
import { paperLinks } from './arxiv/links.ts';
import { addAuthors, addMoreAuthors, authorsIn, cutAuthors, listsNames, splitAuthors } from './arxiv/names.ts';
import { createTally, saysCount } from './arxiv/tally.ts';
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

/** The listings of arxiv.org: new, recent, of a month. */
export const arxivListing: Layout = {
  name: 'arxiv-listing',
  digest: 'arXiv listing',
  description: 'arXiv listings: new, recent, of a month',
  fit,
  open,
};

/** "[1] arXiv:2411.13560 (cross-list from cs.LG) [pdf, html, other]", without the brackets when a scraper dropped them. */
const ENTRY = new RegExp(
  String.raw`^(?:\[{1,2}\d+\]{1,2}\s*)?arXiv:\s?(${ARXIV_ID})(?:v\d+)?\s*(?:\((?:cross-list from [^()]*|replaced)\)\s*)?\[+\s*(?:pdf|ps|html|other|view)\b[^\]]*\]`,
);
const LONE_ID = /^arXiv:\S+$/;
const SUBJECTS = /^Subjects\s*:\s.*\([a-z-]+(?:\.[A-Za-z-]+)?\)/s;
/** Subjects end with one that no semicolon follows. */
const ABSTRACT_BEHIND =
  /^([^()]*\([a-z-]+(?:\.[A-Za-z-]+)?\)(?:\s*;[^();]*\([a-z-]+(?:\.[A-Za-z-]+)?\))*)\s+([^\s;].*)$/s;
const TITLES_ONLY = /^Authors and titles for /;
const HEADING = /^(?:Authors and titles for |Showing new listings for |New submissions for \w{3},\s+\d)/;
const SECTION = /^(?:New submissions|Cross(?:-lists| submissions)|Replacement(?:s| submissions))(?: for .{4,40})?$/;
/** Until 2023 the parts of a day said which one it was. */
const DAY_OF_SECTION =
  /^(?:[A-Z][a-z-]+(?: submissions)? for|Submissions received from .*, announced) (\w{3},\s+\d{1,2} \w{3} \d{2})$/;
const DAY = /^(?:Showing new listings for )?[A-Z][a-z]{2,8}, (\d{1,2} [A-Z][a-z]+ \d{4})(?:\s*\(.*\))?$/;

/** A line that is drawn across the page, and no tag of a part of it. */
const LINE = /^[-*_]{3,}$/;

function fit(blocks: readonly Block[], hints: Hints): Fit {
  const texts = blocks.flatMap((block) => labelledLines(block).map((piece) => piece.text));
  const some = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  // Ids without what stands beside them need a markup that puts their lines together; without titles there is nothing to read.
  const needed = some(ENTRY) ? (some(/^Title\s*:/) ? 3 : 5) : some(LONE_ID) ? 5 : 3;
  return fitOf(needed, [
    ['a line "[1] arXiv:… [pdf, html, other]"', some(ENTRY)],
    ['"Title:" and "Subjects: … (cs.CL)"', some(/^Title\s*:\s/) && some(SUBJECTS)],
    ['"Total of … entries" or "(showing … of … entries)"', texts.some(saysCount)],
    ['"Authors and titles for …" or "Showing new listings for …"', some(HEADING)],
    ['the address of the page', /^https?:\/\/(?:[a-z]+\.)?arxiv\.org\/list\//.test(hints.url)],
  ]);
}

/** The paper that is being read. */
interface Open {
  readonly paper: RawPaper;
  readonly blocks: Block[];
  readonly first: number;
  last: number;
  /** The label whose value may go on; "" once the abstract has begun. */
  field: string;
  subjects: string;
  /** What stood below the title in its paragraph: authors, or more of the title. */
  belowTitle: string;
  /** The last line of authors. */
  lastNames: string;
}

function open(page: Page, sink: LayoutSink): LayoutReader {
  const tally = createTally(page);
  let entry: Open | undefined;
  /** Pages of recent papers and of a month show no abstracts. */
  let titlesOnly = false;
  /** Days of which all papers were shown did not say how many until 2023; above them stands a list of days. */
  let isUncounted = false;

  function push(block: Block): void {
    if (endsEntry(block)) finish();
    if (block.kind === 'rule') return sink.furniture(block);
    let belongs = false;
    let known = block.kind !== 'paragraph' || block.text === ''; // a picture
    for (const piece of labelledLines(block)) {
      if (readAround(piece)) known = true;
      else if (entry) {
        belongs = true;
        readInto(entry, piece, entry.blocks.at(-1) === block);
        entry.last = piece.last;
        if (entry.blocks.at(-1) !== block) entry.blocks.push(block);
      }
    }
    if (belongs) return;
    if (known) sink.furniture(block);
    else sink.reject(block, 'not part of any paper');
  }

  /** Whether no more of the entry comes: its subjects have, and nothing follows them but an abstract. */
  function endsEntry({ kind, text }: Block): boolean {
    if (!entry || !areComplete(entry.subjects)) return false;
    return kind === 'heading' || (kind === 'rule' && LINE.test(text)) || (titlesOnly && !LABEL.test(text));
  }

  /** Begins an entry or ends one at what stands between them; whether the piece is all said with that. */
  function readAround({ text, first }: LabelledLine): boolean {
    const id = ENTRY.exec(text)?.[1];
    if (id !== undefined) {
      finish();
      if (isUncounted) tally.skip();
      const paper = rawPaper('');
      paper.arxivId = id;
      entry = { paper, blocks: [], first, last: first, field: 'id', subjects: '', belowTitle: '', lastNames: '' };
      return false;
    }
    const counts = tally.read(text);
    const day = DAY.exec(text)?.[1];
    if (!counts && day === undefined && !HEADING.test(text) && !SECTION.test(text) && !isFurniture(text)) return false;
    if (!counts && day === undefined && entry && entry.subjects === '') return false;
    finish();
    titlesOnly ||= TITLES_ONLY.test(text);
    if (day !== undefined) isUncounted = !counts && !HEADING.test(text);
    if (day !== undefined) page.date = parseShownDate(day) ?? page.date;
    else page.date = dateOfMail(DAY_OF_SECTION.exec(text)?.[1] ?? '') ?? page.date;
    return true;
  }

  function finish(): void {
    if (!entry) return;
    const { paper, blocks, first, last, subjects } = entry;
    entry = undefined;
    if (paper.authors.length === 0) findAuthors(paper, blocks);
    paper.categories = categoriesIn(subjects);
    sink.paper(paper, blocks, [first, last]);
  }

  function end(): void {
    if (entry?.subjects === '') entry.paper.warnings.push('the page ends in the middle of this paper');
    finish();
    tally.end();
  }

  return { push, end };
}

/** Reads a piece into an entry; `wrapped`: its block has pieces of the entry already. */
function readInto(entry: Open, { text, urls }: LabelledLine, wrapped: boolean): void {
  const label = entry.field === '' ? null : LABEL.exec(text);
  if (label) {
    entry.field = label[1] ?? '';
    setField(entry, label[2] ?? '');
  } else if (!ENTRY.test(text)) goOn(entry, text, wrapped);
  if (!/^(?:Author|Subjects|Journal|DOI|Related)/.test(entry.field)) entry.paper.links.push(...paperLinks(urls));
}

/** Whether the last of some subjects has its category: "Computation and Language (cs.CL)". */
const areComplete = (subjects: string): boolean => /\)\s*$/.test(subjects);

/** No paper has subjects of so many characters. */
const MAX_SUBJECTS = 4000;

/** A line without a label: authors below the title, the abstract below the subjects, else more of the line above. */
function goOn(entry: Open, text: string, wrapped: boolean): void {
  const { paper, field } = entry;
  if (field === 'Title' && paper.title === '')
    setField(entry, text); // a label with its value below
  else if (field === 'Title') {
    entry.field = 'Authors';
    entry.belowTitle = wrapped || mayBeTitle(paper.title, text) ? text : '';
    setField(entry, text);
  } else if (field === 'Subjects' && entry.subjects.length < MAX_SUBJECTS && !areComplete(entry.subjects))
    entry.subjects += ` ${text}`;
  else if (entry.subjects !== '') {
    entry.field = '';
    addToAbstract(paper, text, wrapped && field === '');
  } else if (field === 'Comments') paper.note = `${paper.note ?? ''} ${text}`.trim();
  else if (field.startsWith('Author')) addToAuthors(entry, text, wrapped);
}

/** The page shows an abstract as one paragraph; scrapers tear it at its links. */
function addToAbstract(paper: RawPaper, text: string, wrapped: boolean): void {
  const above = paper.abstract.at(-1);
  if (above === undefined || !(wrapped || !/[.!?]["')\]]*$/.test(above))) paper.abstract.push(text);
  else paper.abstract.splice(-1, 1, `${above} ${text}`);
}

/** Titles that are shorter were not wrapped. */
const LEAST_WRAPPED = 50;

/** Whether a text right below a title may be more of it. "Language Models" could be a name, but commas part names. */
const mayBeTitle = (title: string, text: string): boolean => title.length >= LEAST_WRAPPED && !listsNames(text);

/** Authors that have a paragraph of their own, or a line, show that what stood below the title was more of it. */
function addToAuthors(entry: Open, text: string, wrapped: boolean): void {
  const { paper, belowTitle } = entry;
  // Names that go on in the next line fill their own, and commas part them: what has none was more of the title.
  const isTitle = paper.title.length >= LEAST_WRAPPED && !belowTitle.includes(',') && listsNames(text);
  if (belowTitle === '' || (wrapped && !isTitle)) {
    if (belowTitle !== '') entry.belowTitle += ` ${text}`;
    if (wrapped) addMoreAuthors(paper, entry.lastNames, text);
    else paper.authors.push(...splitAuthors(text));
    entry.lastNames = text;
  } else {
    paper.title += ` ${belowTitle}`;
    entry.belowTitle = mayBeTitle(paper.title, text) ? text : '';
    setField(entry, text);
  }
}

function setField(entry: Open, value: string): void {
  const { paper, field } = entry;
  switch (field) {
    case 'Title':
      paper.title = value;
      break;
    case 'Author':
    case 'Authors':
      paper.authors = []; // what was read below the title was more of it
      entry.lastNames = value;
      addAuthors(paper, value);
      break;
    case 'Comments':
      paper.note = value;
      break;
    case 'Subjects': {
      const [, subjects = value, abstract] = ABSTRACT_BEHIND.exec(value) ?? [];
      entry.subjects = subjects;
      if (abstract) goOn(entry, abstract, true);
      break;
    }
    case 'DOI':
    case 'Related DOI': {
      const [, doi, abstract] = /(10\.\d{4,9}\/\S+)(?:\s+(\S.*))?$/s.exec(value) ?? [];
      paper.doi = doi?.toLowerCase() ?? null;
      if (abstract && entry.subjects !== '') goOn(entry, abstract, true);
    }
  }
}

/** Text browsers that leave no room below the title put the authors right behind it where its last line is full. */
function findAuthors(paper: RawPaper, blocks: readonly Block[]): void {
  const title = blocks.find((block) => block.at !== undefined && /^Title\s*:/.test(block.text));
  const lines = title ? shownLines(title).map((line) => line.replace(/\[\d+\]/g, '').trim()) : [];
  const at = authorsIn(lines);
  if (at === undefined) return;
  const names = lines.slice(at).join(' ');
  if (!paper.title.endsWith(names)) return;
  paper.title = paper.title.slice(0, -names.length).trim();
  paper.authors = splitAuthors(cutAuthors(names).names);
}
