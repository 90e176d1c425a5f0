// Hugging Face papers: the search, daily, weekly and monthly pages.

import type { Block } from '../markup/block.ts';
import { HF_HOST } from '../text/addresses.ts';
import { countRows } from './hf/card-rows.ts';
import { openCards } from './hf/cards.ts';
import { hasVoteLink, paperLinkOf } from './hf/link-facts.ts';
import { readProps } from './hf/props.ts';
import { DAILY_PAPERS, INBOX, showsByAk } from './hf/signs.ts';
import { titleSign } from './hf/title-sign.ts';
import { withProps } from './hf/with-props.ts';
import { certain, type Fit, fitOf, type Hints, type Layout } from './layout.ts';

/** The search, daily, weekly and monthly pages of huggingface.co/papers. */
export const hfSearch: Layout = {
  name: 'hf-search',
  digest: 'Hugging Face papers',
  description: 'Hugging Face papers: search, daily, weekly, monthly',
  fit,
  open: (page, sink, look) => withProps(page, sink, openCards(page, sink, titleSign(look))),
};

/** So many cards in lines of their own are no sentence about one. */
const ENOUGH_ROWS = 3;

const ADDRESS = new RegExp(String.raw`^https?:\/\/${HF_HOST}\/papers(?:[?/]|$)`);

function fit(blocks: readonly Block[], hints: Hints): Fit {
  if (blocks.some((block) => block.name === 'DailyPapers' && readProps(block.text)))
    return certain('the data of the page');
  const head: (readonly [string, boolean])[] = [
    ['"Get trending papers in your email inbox!"', blocks.some((block) => INBOX.test(block.text))],
    ['"Daily Papers"', blocks.some((block) => DAILY_PAPERS.test(block.text))],
    ['"by AK and the research community"', showsByAk(blocks)],
    ['the address of the page', ADDRESS.test(hints.url)],
  ];
  const hasVotes = blocks.filter(hasVoteLink).length >= 2;
  // Who keeps the cards alone keeps their links: from each title to its paper, and to vote.
  const titles = blocks.filter((block) => block.kind === 'heading' && paperLinkOf(block) !== undefined);
  const areCards = hasVotes && titles.length >= 2 && !head.some(([, there]) => there);
  const rows = blocks.reduce((sum, block) => sum + countRows(block), 0);
  return fitOf(areCards || rows >= ENOUGH_ROWS ? 1 : 2, [
    ...head,
    ['links to vote for papers', hasVotes],
    ['lines "Submitted by …", votes and title', rows >= ENOUGH_ROWS],
  ]);
}
