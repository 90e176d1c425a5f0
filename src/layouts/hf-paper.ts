// Hugging Face papers: the page of a single paper, with its comments and what cites it.

import type { Block } from '../markup/block.ts';
import { ARXIV_ID, HF_HOST } from '../text/addresses.ts';
import { isSummaryLabel, openAbstract } from './hf/abstract-section.ts';
import { factsOf } from './hf/facts.ts';
import { FURNITURE } from './hf/furniture.ts';
import { openHead } from './hf/paper-head.ts';
import { readProps } from './hf/props.ts';
import { withProps } from './hf/with-props.ts';
import { PUBLISHED_ON, SUBMITTED_BY } from './hf/words.ts';
import {
  certain,
  type Fit,
  fitOf,
  type Hints,
  type Layout,
  type LayoutReader,
  type LayoutSink,
  rawPaper,
} from './layout.ts';

/** The page of one paper, huggingface.co/papers/2512.15603. */
export const hfPaper: Layout = {
  name: 'hf-paper',
  digest: 'Hugging Face papers',
  description: 'Hugging Face papers: the page of one paper',
  fit,
  open: (page, sink, look) => withProps(page, sink, openPaper(sink, page.url, look)),
};

const ID = String.raw`(${ARXIV_ID})(?:v\d+)?`;
const ARXIV_LINE = new RegExp(String.raw`^(?:papers )?arxiv:\s?${ID}$`, 'i');
const ADDRESS = new RegExp(String.raw`${HF_HOST}\/papers\/${ID}`);
/** How to cite the paper in the text of a model, and how an agent gets it. */
const CITED = new RegExp(String.raw`^(?:Cite arxiv\.org\/abs\/|hf papers read )${ID}(?= in |$)`);

const PAGE_TITLE = /^(?:title: )?paper page - /i;
const DESCRIPTION = /\bJoin the discussion on this paper page\b/;
const ABSTRACT =
  /^(?:abstract|摘要|résumé|zusammenfassung|resumen|resumo|riassunto|sommario|samenvatting|streszczenie|özet|abstrak|sammanfattning|sammendrag|要旨|概要|초록|аннотация|περίληψη)$/i;
const AUTHORS =
  /^(?:authors?|作者|著者|저자|auteurs|autoren|autores|autori|авторы|autorzy|yazarlar|penulis|tác giả|författare|forfattere|szerzők|autoři|συγγραφείς)\s?[:：]\s*/i;
const CITING = /^(?:models|datasets|spaces) citing this paper(?: \d.*)?$|^collections including this paper(?: \d.*)?$/i;
const BEHIND = new RegExp(
  `^(?:community|communauté|comunidad|comunidade|comunità|gemeinschaft|gemeenschap|сообщество|社区|社群|コミュニティ|커뮤니티)$|${CITING.source}`,
  'i',
);

/** No sign of a page is longer, in characters. */
const LONGEST_SIGN = 300;

function fit(blocks: readonly Block[], { url, title }: Hints): Fit {
  if (blocks.some(({ name, text }) => name === 'PaperContent' && readProps(text)))
    return certain('the data of the page');
  const short = blocks.filter(({ kind, text }) => kind !== 'item' && text.length < LONGEST_SIGN);
  const any = (pattern: RegExp): boolean => short.some(({ text }) => pattern.test(text));
  const [hasId, hasAbstract] = [any(ARXIV_LINE), any(ABSTRACT)];
  if (!hasId && !hasAbstract) return fitOf(3, [['a line "arxiv:2512.15603" or a heading "Abstract"', false]]);
  return fitOf(3, [
    ['a line "arxiv:2512.15603"', hasId],
    ['a heading "Abstract"', hasAbstract],
    ['"Published on …"', short.some(isPublished)],
    ['the address of the page', ADDRESS.test(url)],
    ['its title "Paper page - …"', PAGE_TITLE.test(title) || any(PAGE_TITLE)],
    ['its description "Join the discussion …"', any(DESCRIPTION)],
    ['"Submitted by …"', any(SUBMITTED_BY)],
    ["the label of a machine's summary", blocks.some(({ lines }) => isSummaryLabel(lines.at(-1)?.text ?? ''))],
    ['"Models citing this paper"', any(CITING)],
  ]);
}

type State = 'before' | 'title' | 'head' | 'authors' | 'abstract' | 'behind';

/** What becomes of a block. */
type Fate = 'paper' | 'furniture' | 'reject' | 'held';

function openPaper(sink: LayoutSink, url: string, look: readonly Block[]): LayoutReader {
  /** A line "arxiv:…" says which block is the title. */
  let namesId = look.some(({ text }) => ARXIV_LINE.test(text));
  let address = url;
  let state: State = 'before';
  let paper = rawPaper('');
  let head = openHead(paper);
  let abstract = openAbstract(paper);
  let blocks: Block[] = [];
  /** What may be the title, where no such line comes. */
  let titles: Block[] = [];

  function push(block: Block): void {
    tell(block, block.kind === 'rule' ? 'furniture' : take(block));
  }

  function tell(block: Block, fate: Fate): void {
    if (fate === 'paper') blocks.push(block);
    else if (fate === 'furniture') sink.furniture(block);
    else if (fate === 'reject') sink.reject(block, 'not part of the paper');
  }

  function take(block: Block): Fate {
    if (state === 'before') return before(block);
    if (state === 'behind') return behind(block);
    if (state === 'title') return title(block);
    if (AUTHORS.test(block.text)) return turn('authors', block.text.replace(AUTHORS, ''));
    if (ABSTRACT.test(block.text)) return turn('abstract', '');
    if (state === 'authors') return turn('authors', block.text);
    if (state === 'abstract' && BEHIND.test(block.text)) {
      state = 'behind';
      return 'furniture';
    }
    return (state === 'head' ? head : abstract).push(block) ? 'paper' : 'furniture';
  }

  /** Behind "Authors:" without any author a scraper's next line is the heading of the abstract. */
  function turn(next: State, names: string): Fate {
    const isHeading = ABSTRACT.test(names);
    state = isHeading ? 'abstract' : next;
    if (!isHeading) head.authors(names);
    return 'paper';
  }

  function before(block: Block): Fate {
    const id = ARXIV_LINE.exec(block.text)?.[1];
    if (id !== undefined) {
      paper.arxivId = id;
      state = 'title';
      return 'paper';
    }
    if (namesId) return withoutPaper(block);
    if (titles.length > 0 && beginsHead(block, titles)) {
      const shown = titles.map(({ text }) => text).join(' ');
      paper.title = shown.replace(PAGE_TITLE, '');
      blocks.push(...titles);
      titles = [];
      state = 'head';
      return take(block);
    }
    const isText = block.text !== '' && withoutPaper(block) === 'reject';
    if (!isText || block.kind === 'heading' || titles[0]?.kind !== 'heading') forgetTitles('reject');
    if (!isText) return 'furniture';
    titles.push(block);
    return 'held';
  }

  function forgetTitles(fate: Fate): void {
    for (const block of titles) tell(block, fate);
    titles = [];
  }

  function title(block: Block): Fate {
    if (block.text === '' || (block.kind !== 'heading' && FURNITURE.has(block.text.toLowerCase()))) return 'furniture';
    paper.title = block.text.replace(HASHES, '');
    state = 'head';
    return 'paper';
  }

  /** Comments and what cites the paper, until somebody copied the next page: its date stands below its title. */
  function behind(block: Block): Fate {
    if (titles.length > 0 && isPublished(block)) {
      close();
      return before(block);
    }
    paper.arxivId ??= CITED.exec(block.text)?.[1] ?? null;
    forgetTitles('furniture');
    titles = [block];
    return 'held';
  }

  function end(): void {
    forgetTitles(state === 'behind' ? 'furniture' : 'reject');
    close();
  }

  function close(): void {
    abstract.end();
    paper.arxivId ??= ADDRESS.exec(address)?.[1] ?? null;
    if (paper.title !== '') sink.paper(paper, blocks);
    else for (const block of blocks) sink.reject(block, 'the page ends before the title of its paper');
    paper = rawPaper('');
    head = openHead(paper);
    abstract = openAbstract(paper);
    blocks = [];
    state = 'before';
    namesId = false; // what was looked at was the page before
    address = '';
  }

  return { push, end };
}

/** One heading, in a page that is cut off, does not make it Markdown. */
const HASHES = /^#{1,6} /;

/** A paragraph that may be a paper's is no furniture of this page. */
const withoutPaper = (block: Block): Fate =>
  (block.kind === 'paragraph' || block.kind === 'heading') && factsOf(block).some(({ kind }) => kind === 'text')
    ? 'reject'
    : 'furniture';

/** "Published on Dec 17", in any of the languages of a browser; who submitted the paper may stand behind it. */
const isPublished = (block: Block): boolean =>
  block.kind !== 'item' && PUBLISHED_ON.test(block.text) && factsOf(block)[0]?.kind === 'date';

/** What stands first below the title; an abstract does so below a heading only, else it may be an author above it. */
const beginsHead = (block: Block, [title]: readonly Block[]): boolean =>
  AUTHORS.test(block.text) ||
  SUBMITTED_BY.test(block.text) ||
  isPublished(block) ||
  (title?.kind === 'heading' && ABSTRACT.test(block.text));
