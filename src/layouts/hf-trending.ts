// Hugging Face papers: the trending page, which shows each paper twice in a row.

import type { Block } from '../markup/block.ts';
import { HF_HOST } from '../text/addresses.ts';
import { openCards } from './hf/cards.ts';
import { DAILY_PAPERS, INBOX, showsByAk, TRENDING_PAPERS } from './hf/signs.ts';
import { titleSign } from './hf/title-sign.ts';
import { withProps } from './hf/with-props.ts';
import { type Fit, fitOf, type Hints, type Layout } from './layout.ts';

/** The trending page of huggingface.co/papers. */
export const hfTrending: Layout = {
  name: 'hf-trending',
  digest: 'Hugging Face trending papers',
  description: 'Hugging Face papers: trending',
  fit,
  open: (page, sink, look) => withProps(page, sink, openCards(page, sink, titleSign(look), { votesBelow: true })),
};

const ADDRESS = new RegExp(String.raw`^https?:\/\/(?:${HF_HOST}\/papers\/trending|(?:www\.)?paperswithcode\.com\/?$)`);

function fit(blocks: readonly Block[], hints: Hints): Fit {
  const daily = blocks.some((block) => DAILY_PAPERS.test(block.text));
  const named = blocks.some((block) => TRENDING_PAPERS.test(block.text) && (block.kind === 'heading' || !daily));
  const address = ADDRESS.test(hints.url);
  const signs: (readonly [string, boolean])[] = [
    ['"Get trending papers in your email inbox!"', blocks.some((block) => INBOX.test(block.text))],
    ['"Trending Papers"', named],
    ['"by AK and the research community"', showsByAk(blocks)],
    ['the address of the page', address],
  ];
  return fitOf(named || address ? 2 : signs.length, signs);
}
