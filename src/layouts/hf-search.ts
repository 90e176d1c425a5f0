// Hugging Face papers: the search and daily pages, as plain text.
import type { Block } from '../markup/block.ts';
import { parseShownDate } from './dates.ts';
import type { Fit, Layout, LayoutReader, LayoutSink, Page, RawPaper } from './layout.ts';
import { rawPaper } from './layout.ts';
import { createRoleDecider, type Decided } from './title-or-abstract.ts';

/** Lines that the page shows around its papers, in lower case. */
const FURNITURE = new Set([
  'new',
  'get trending papers in your email inbox!',
  'get trending papers in your email inbox once a day!',
  'subscribe',
  'daily papers',
  'daily',
  'weekly',
  'monthly',
  'trending papers',
  'byak and the research community',
  'by ak and the research community',
]);

const SIGNS = ['get trending papers in your email inbox!', 'daily papers', 'byak and the research community'];

/** The search, daily, weekly and monthly pages of huggingface.co/papers. */
export const hfSearch: Layout = {
  name: 'hf-search',
  digest: 'Hugging Face papers',
  description: 'Hugging Face papers: search, daily, weekly, monthly',
  fit,
  open,
};

function fit(blocks: readonly Block[]): Fit {
  const shown = new Set(blocks.map((block) => block.text.toLowerCase()));
  const found = SIGNS.filter((sign) => shown.has(sign));
  return {
    score: found.length / SIGNS.length,
    found,
    missing: SIGNS.filter((sign) => !shown.has(sign)),
  };
}

function open(page: Page, sink: LayoutSink): LayoutReader {
  const roles = createRoleDecider<Block>();
  let paper: RawPaper | undefined;
  let blocks: Block[] = [];
  let started = false;

  function take({ role, item }: Decided<Block>): void {
    if (role === 'title') {
      finish();
      paper = rawPaper(item.text);
    } else {
      paper ??= rawPaper('');
      paper.abstract.push(item.text);
    }
    blocks.push(item);
  }

  function finish(): void {
    if (paper) sink.paper(paper, blocks);
    paper = undefined;
    blocks = [];
  }

  function push(block: Block): void {
    if (FURNITURE.has(block.text.toLowerCase())) return sink.furniture(block);
    const date = started ? undefined : parseShownDate(block.text);
    if (date) {
      page.date = date;
      return sink.furniture(block);
    }
    started = true;
    for (const decided of roles.push(block.text, block)) take(decided);
  }

  function end(): void {
    for (const decided of roles.end()) take(decided);
    finish();
  }

  return { push, end };
}
