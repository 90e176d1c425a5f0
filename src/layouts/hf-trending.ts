// Hugging Face papers: the trending page, which shows each paper twice in a row.
import type { Block } from '../markup/block.ts';
import { openCards, titleSign } from './hf/cards.ts';
import { withProps } from './hf/with-props.ts';
import { BY_AK } from './hf/words.ts';
import type { Fit, Hints, Layout } from './layout.ts';
import { fitOf } from './layout.ts';

/** The trending page of huggingface.co/papers. */
export const hfTrending: Layout = {
  name: 'hf-trending',
  digest: 'Hugging Face trending papers',
  description: 'Hugging Face papers: trending',
  fit,
  open: (page, sink, look) => withProps(page, sink, openCards(page, sink, titleSign(look))),
};

function fit(blocks: readonly Block[], hints: Hints): Fit {
  const isTrending = blocks.some((block) => block.kind === 'heading' && /^trending papers$/i.test(block.text));
  return fitOf([
    [
      'get trending papers in your email inbox!',
      blocks.some((block) => /^get trending papers in your email inbox!/i.test(block.text)),
    ],
    ['a heading "Trending Papers"', isTrending],
    ['by AK and the research community', blocks.some((block) => BY_AK.test(block.text))],
    ['the address of the page', /huggingface\.co\/papers\/trending|paperswithcode\.com\/?$/.test(hints.url)],
  ]);
}
