// Reads a saved page from the data of its components; without any, from what it shows.
import { type Block, TOO_LONG } from '../../markup/block.ts';
import type { LayoutReader, LayoutSink, Page } from '../layout.ts';
import { isDamaged, type Props, readProps } from './props.ts';

/** Wraps the reader of what a page shows: once data with papers has come, what is shown only says it again. */
export function withProps(page: Page, sink: LayoutSink, shown: LayoutReader): LayoutReader {
  let read = false;

  function push(block: Block): void {
    if (block.kind !== 'data') return read ? sink.furniture(block) : shown.push(block);
    const props = read ? undefined : readProps(block.text);
    if (!props) {
      if (!read) warnOf(block);
      return sink.furniture(block);
    }
    read = true;
    page.date ??= props.date;
    record(props, block);
  }

  /** What the page shows has less than its data: no LaTeX, for one. */
  function warnOf(block: Block): void {
    if (block.name === TOO_LONG) sink.warn('an attribute in it is too long to be data and is left out');
    else if (isDamaged(block.text)) sink.warn('its data cannot be read, so only what it shows is');
  }

  /** The data is one block: the first paper has its lines. */
  function record({ papers }: Props, block: Block): void {
    if (papers.length === 0) sink.furniture(block);
    papers.forEach((paper, i) => {
      sink.paper(paper, [i === 0 ? block : { ...block, lines: [] }]);
    });
  }

  return { push, end: shown.end };
}
