// Hugging Face papers: the page of a single paper, with its comments and what cites it.
import type { Block } from '../markup/block.ts';
import { parseShownDate } from './dates.ts';
import { factsOf, parseCount } from './hf/facts.ts';
import { withProps } from './hf/with-props.ts';
import { BELOW_ABSTRACT, GLUED_BELOW_ABSTRACT, PUBLISHED_ON, SUBMITTED_BY } from './hf/words.ts';
import { type Fit, fitOf, type Hints, type Layout, type LayoutReader, type LayoutSink, rawPaper } from './layout.ts';

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
const AUTHORS = /^(?:authors?|作者|著者|저자|auteurs|autoren|autores|autori|авторы)\s?[:：]\s*/i;
const AI_SUMMARY =
  /^(?:ai-generated summary|ai 生成的摘要|résumé généré par (?:l'|l’)ia|ki-generierte zusammenfassung|resumen generado por (?:ia|ai))$/i;
const BEHIND =
  /^(?:community|models citing this paper.*|datasets citing this paper.*|spaces citing this paper.*|collections including this paper.*)$/i;

function fit(blocks: readonly Block[], hints: Hints): Fit {
  return fitOf(3, [
    ['a line "arxiv:2512.15603"', blocks.some((block) => ARXIV_LINE.test(block.text))],
    ['"Published on …"', blocks.some((block) => PUBLISHED_ON.test(block.text))],
    ['a heading "Abstract"', blocks.some((block) => ABSTRACT.test(block.text))],
    ['the address of the page', /huggingface\.co\/papers\/(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})/.test(hints.url)],
  ]);
}

type State = 'before' | 'title' | 'head' | 'authors' | 'abstract' | 'behind';

/** What becomes of a block. */
type Fate = 'paper' | 'furniture' | 'reject';

function openPaper(sink: LayoutSink): LayoutReader {
  let state: State = 'before';
  let paper = rawPaper('');
  let blocks: Block[] = [];
  let wantsSubmitter = false;
  let linksSeen = false;

  function push(block: Block): void {
    const fate = block.kind === 'rule' || state === 'behind' ? 'furniture' : take(block);
    if (fate === 'paper') blocks.push(block);
    else if (fate === 'furniture') sink.furniture(block);
    else sink.reject(block, 'not part of the paper');
  }

  function take(block: Block): Fate {
    if (state === 'before') return before(block);
    if (state === 'title') return title(block);
    if (AUTHORS.test(block.text)) return turn('authors', block.text.replace(AUTHORS, ''));
    if (ABSTRACT.test(block.text)) return turn('abstract', '');
    if (state === 'abstract' && BEHIND.test(block.text)) {
      state = 'behind';
      return 'furniture';
    }
    if (state === 'authors') return authors(block.text);
    return state === 'abstract' ? abstract(block) : head(block);
  }

  function turn(next: State, names: string): Fate {
    state = next;
    return names === '' ? 'paper' : authors(names);
  }

  function before(block: Block): Fate {
    const id = ARXIV_LINE.exec(block.text)?.[1];
    if (id === undefined)
      return factsOf(block).some((fact) => fact.kind === 'text') && block.kind === 'paragraph' ? 'reject' : 'furniture';
    paper.arxivId = id;
    state = 'title';
    return 'paper';
  }

  function title(block: Block): Fate {
    if (block.text === '') return 'furniture';
    paper.title = block.text;
    state = 'head';
    return 'paper';
  }

  function head(block: Block): Fate {
    if (wantsSubmitter || SUBMITTED_BY.test(block.text)) return submitter(block);
    const date = parseShownDate(block.text.replace(PUBLISHED_ON, ''));
    if (date) {
      paper.published ??= date;
      return 'paper';
    }
    let fate: Fate = 'furniture';
    for (const fact of factsOf(block)) {
      if (fact.kind === 'upvotes' || fact.kind === 'count') paper.upvotes ??= fact.count;
      else if (fact.kind === 'account' && block.kind === 'paragraph') paper.organization ??= fact.name;
      else continue;
      fate = 'paper';
    }
    return fate;
  }

  /** "Submitted by taesiri on Dec 18", with or without a link, in one block or in two. */
  function submitter(block: Block): Fate {
    const linked = block.parts.find((part) => part.url !== undefined && part.text.trim() !== '');
    const shown = linked?.text ?? block.text.replace(SUBMITTED_BY, '');
    const name = shown.replace(/\son [A-Z][a-z]+ \d.*$|^\s*\[[^[\]]*\]/g, '').trim();
    wantsSubmitter = name === '';
    if (name !== '') paper.submittedBy = name;
    return 'paper';
  }

  function authors(text: string): Fate {
    for (const name of text.split(/[,，、]/)) if (name.trim() !== '') paper.authors.push(name.trim());
    return 'paper';
  }

  function abstract(block: Block): Fate {
    if (AI_SUMMARY.test(block.text) || AI_SUMMARY.test(block.lines.at(-1)?.text.trim() ?? '')) {
      paper.abstract = [];
      return 'paper';
    }
    linksSeen ||= BELOW_ABSTRACT.test(block.text);
    if (block.parts.length === 0 && GLUED_BELOW_ABSTRACT.test(block.text)) return gluedLinks(block.text);
    let fate: Fate = 'furniture';
    for (const fact of factsOf(block)) {
      if (fact.kind === 'text' && !linksSeen) paper.abstract.push(fact.text);
      else if (fact.kind === 'mention' && !linksSeen) paper.links.push(fact.url);
      else if (fact.kind === 'link' || fact.kind === 'stars') {
        if (fact.url !== '') paper.links.push(fact.url);
        if (fact.kind === 'stars') paper.githubStars ??= fact.count;
        linksSeen = true;
      } else if (fact.kind === 'count' && linksSeen) paper.githubStars ??= fact.count;
      else continue;
      fate = 'paper';
    }
    return fate;
  }

  /** The links below the abstract, without their addresses and in one line. */
  function gluedLinks(text: string): Fate {
    linksSeen = true;
    const stars = /github ?(\d[\d.,]*k?)/i.exec(text)?.[1];
    if (stars === undefined) return 'furniture';
    paper.githubStars ??= parseCount(stars);
    return 'paper';
  }

  function end(): void {
    if (paper.title !== '') sink.paper(paper, blocks);
    else for (const block of blocks) sink.reject(block, 'the page ends before the title of its paper');
    paper = rawPaper('');
    blocks = [];
  }

  return { push, end };
}
