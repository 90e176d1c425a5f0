// Hugging Face papers: the search, daily, weekly and monthly pages.
import type { Block } from '../markup/block.ts';
import { openCards, titleSign } from './hf/cards.ts';
import { readProps } from './hf/props.ts';
import { withProps } from './hf/with-props.ts';
import { BY_AK } from './hf/words.ts';
import type { Fit, Hints, Layout } from './layout.ts';
import { certain, fitOf } from './layout.ts';

/** The search, daily, weekly and monthly pages of huggingface.co/papers. */
export const hfSearch: Layout = {
  name: 'hf-search',
  digest: 'Hugging Face papers',
  description: 'Hugging Face papers: search, daily, weekly, monthly',
  fit,
  open: (page, sink, look) => withProps(page, sink, openCards(page, sink, titleSign(look))),
};

function fit(blocks: readonly Block[], hints: Hints): Fit {
  if (blocks.some((block) => block.name === 'DailyPapers' && readProps(block.text)))
    return certain('the data of the page');
  const shown = new Set(blocks.map((block) => block.text.toLowerCase()));
  return fitOf([
    ['get trending papers in your email inbox!', shown.has('get trending papers in your email inbox!')],
    ['daily papers', shown.has('daily papers')],
    ['by ak and the research community', blocks.some((block) => BY_AK.test(block.text))],
    ['the address of the page', /huggingface\.co\/papers(?:\?q=|\/date|\/week|\/month|$)/.test(hints.url)],
  ]);
}
