// Hugging Face papers: the page of a single paper, with its comments and what cites it.
import type { Block } from '../markup/block.ts';
import { parseShownDate } from './dates.ts';
import { factsOf } from './hf/facts.ts';
import { withProps } from './hf/with-props.ts';
import { PUBLISHED_ON, SUBMITTED_BY } from './hf/words.ts';
import type { Fit, Hints, Layout, LayoutReader, LayoutSink, RawPaper } from './layout.ts';
import { fitOf, rawPaper } from './layout.ts';

/** The page of one paper, huggingface.co/papers/2512.15603. */
export const hfPaper: Layout = {
  name: 'hf-paper',
  digest: 'Hugging Face papers',
  description: 'Hugging Face papers: the page of one paper',
  fit,
  open: (page, sink) => withProps(page, sink, openPaper(sink)),
};

const ARXIV_LINE = /^arxiv:\s?([a-z.-]+\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?$/i;
const ABSTRACT = /^(?:abstract|摘要|résumé|zusammenfassung|resumen|resumo|riassunto|要旨|概要|초록|аннотация)$/i;
const AUTHORS = /^(?:authors|作者|著者|저자|auteurs|autoren|autores|autori|авторы)\s?[:：]$/i;
const AI_SUMMARY =
  /^(?:ai-generated summary|ai 生成的摘要|résumé généré par (?:l'|l’)ia|ki-generierte zusammenfassung|resumen generado por (?:ia|ai))$/i;
const BEHIND =
  /^(?:community|models citing this paper.*|datasets citing this paper.*|spaces citing this paper.*|collections including this paper.*)$/i;

function fit(blocks: readonly Block[], hints: Hints): Fit {
  return fitOf([
    ['a line "arxiv:…"', blocks.some((block) => ARXIV_LINE.test(block.text))],
    ['"Published on …"', blocks.some((block) => PUBLISHED_ON.test(block.text))],
    ['a heading "Abstract"', blocks.some((block) => ABSTRACT.test(block.text))],
    ['the address of the page', /huggingface\.co\/papers\/(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})/.test(hints.url)],
  ]);
}

type State = 'before' | 'head' | 'authors' | 'abstract' | 'behind';

function openPaper(sink: LayoutSink): LayoutReader {
  let state: State = 'before';
  let id: string | null = null;
  let paper: RawPaper | undefined;
  let blocks: Block[] = [];
  let wantsSubmitter = false;

  function push(block: Block): void {
    if (block.kind === 'rule' || state === 'behind' || !take(block)) sink.furniture(block);
    else blocks.push(block);
  }

  /** True when the block belongs to the paper. */
  function take(block: Block): boolean {
    const text = block.text;
    if (state === 'before') return before(block);
    if (!paper) return false;
    if (BEHIND.test(text) && block.kind === 'heading') {
      state = 'behind';
      return false;
    }
    if (AUTHORS.test(text)) {
      state = 'authors';
      return true;
    }
    if (ABSTRACT.test(text)) {
      state = 'abstract';
      return true;
    }
    if (state === 'authors') return author(text, paper);
    return state === 'abstract' ? abstract(block, paper) : head(block, paper);
  }

  function before(block: Block): boolean {
    const line = ARXIV_LINE.exec(block.text);
    if (line?.[1]) {
      id = line[1];
      blocks.push(block);
      return false;
    }
    if (block.kind !== 'heading' || id === null) return false;
    paper = rawPaper(block.text);
    paper.arxivId = id;
    state = 'head';
    return true;
  }

  function head(block: Block, to: RawPaper): boolean {
    if (wantsSubmitter || SUBMITTED_BY.test(block.text)) {
      const name = block.text
        .replace(SUBMITTED_BY, '')
        .replace(/\s+on [A-Z][a-z]+ \d.*$/, '')
        .trim();
      wantsSubmitter = name === '';
      if (name !== '') to.submittedBy = name;
      return true;
    }
    const date = parseShownDate(block.text.replace(PUBLISHED_ON, ''));
    if (date && to.published === null) {
      to.published = date;
      return true;
    }
    let used = false;
    for (const fact of factsOf(block)) {
      if (fact.kind === 'upvotes') to.upvotes = fact.count;
      else if (fact.kind === 'account' && to.organization === null) to.organization = fact.name;
      else continue;
      used = true;
    }
    return used;
  }

  function author(text: string, to: RawPaper): boolean {
    for (const name of text.split(/\s*,\s*/)) if (name !== '') to.authors.push(name);
    return true;
  }

  function abstract(block: Block, to: RawPaper): boolean {
    if (AI_SUMMARY.test(block.text)) {
      to.abstract = [];
      return true;
    }
    const facts = factsOf(block);
    const links = facts.flatMap((fact) => (fact.kind === 'link' || fact.kind === 'stars' ? [fact] : []));
    for (const fact of facts) {
      if (fact.kind === 'text') to.abstract.push(fact.text);
      else if (fact.kind === 'link' || fact.kind === 'stars') to.links.push(fact.url);
      if (fact.kind === 'stars') to.githubStars ??= fact.count;
    }
    return links.length > 0 || facts.some((fact) => fact.kind === 'text');
  }

  function end(): void {
    if (paper) sink.paper(paper, blocks);
    paper = undefined;
    blocks = [];
  }

  return { push, end };
}
