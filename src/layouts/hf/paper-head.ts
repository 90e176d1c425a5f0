// What stands between title and abstract on the page of one paper: its date, who submitted it, votes, authors.
import type { Block } from '../../markup/block.ts';
import { parseShownDate } from '../../text/dates.ts';
import type { RawPaper } from '../layout.ts';
import { factsOf } from './facts.ts';
import { PUBLISHED_ON, SUBMITTED_BY } from './words.ts';

/** Reads the blocks below a title. */
export interface PaperHead {
  /** Takes the next block; returns whether it is the paper's. */
  push(block: Block): boolean;
  /** Takes the next names of authors, parted by commas; "+ 8 authors" says how many more there are. */
  authors(text: string): void;
}

/** Makes a reader of one head; it writes what it finds to the paper, whose title may go on in the first block. */
export function openHead(paper: RawPaper): PaperHead {
  let isFirst = true;
  let wantsSubmitter = false;
  let more = 0;

  function push(block: Block): boolean {
    const goesOn = isFirst && isOnlyText(block);
    isFirst = false;
    if (goesOn) {
      paper.title += ` ${block.text}`;
      return true;
    }
    if (wantsSubmitter || SUBMITTED_BY.test(block.text)) return submitter(block);
    const date = parseShownDate(block.text.replace(PUBLISHED_ON, ''));
    paper.published ??= date ?? null;
    return date !== undefined || counts(block);
  }

  /** "Submitted by taesiri on Dec 18", with or without a link, in one block or in two. */
  function submitter(block: Block): true {
    const linked = block.parts.find((part) => part.url !== undefined && part.text.trim() !== '');
    const shown = linked?.text ?? block.text.replace(SUBMITTED_BY, '');
    const name = withoutDate(shown.replace(/^\s*\[[^[\]]*\]/, '').trim());
    wantsSubmitter = name === '';
    if (name !== '') paper.submittedBy = name;
    return true;
  }

  function counts(block: Block): boolean {
    let isPaper = false;
    for (const fact of factsOf(block)) {
      if (fact.kind === 'upvotes' || fact.kind === 'count') paper.upvotes ??= fact.count;
      else if (fact.kind === 'date') paper.published ??= fact.date;
      else if (fact.kind === 'submitter' && fact.name !== '')
        paper.submittedBy ??= withoutDate(fact.name.trim()).trim();
      else if (fact.kind === 'account' && block.kind === 'paragraph') paper.organization ??= fact.name;
      else continue;
      isPaper = true;
    }
    return isPaper;
  }

  function authors(text: string): void {
    more += Number(MORE_AUTHORS.exec(text)?.[1] ?? 0);
    for (const name of text.replace(MORE_AUTHORS, '').split(/[,，、]/)) {
      const plain = name.replace(BUTTON, '$1').trim();
      if (plain !== '') paper.authors.push(plain);
    }
    if (more > 0) paper.authorCount = paper.authors.length + more;
  }

  return { push, authors };
}

/** "taesiri on Dec 18", "taesiri am 18. Dez. 2025". */
function withoutDate(name: string): string {
  const [, before, date] = /^(.*?)\s(?:on|am|le|el|em|il|op|den|dnia|pada) (.*\d.*)$/.exec(name) ?? [];
  return before !== undefined && parseShownDate(date ?? '') ? before : name.replace(/\son [A-Z][a-z]+ \d.*$/, '');
}

const MORE_AUTHORS = /\+ ?(\d+) authors?$/i;

/** How some scrapers write a name that can be clicked. */
const BUTTON = /^\s*\[Button: (.*)\]\s*$/;

const MAX_TITLE = 300;

/** The second half of a title that a scraper made two paragraphs of. */
const isOnlyText = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  block.parts.length === 0 &&
  block.text.length < MAX_TITLE &&
  factsOf(block).every(({ kind }) => kind === 'text');
