// Plain text in which a scraper wrote each link's address in a line of its own, behind the link's text.
import type { Line } from '../text/lines.ts';
import type { Block } from './block.ts';
import type { MarkupReader } from './markup.ts';

const URL_LINE = /^\s*https?:\/\/\S+\s*$/;

/** Whether a line is an address and nothing else. */
export const isUrlLine = (text: string): boolean => URL_LINE.test(text);

/** From this many lines on that are addresses, they are the habit of the scraper. */
const MIN_URL_LINES = 4;

/** An address does not stand farther below its text, in blank lines. */
const MAX_BLANKS = 50;

/** Whether the first lines of a page show that it was written so. */
export const hasUrlLines = (look: readonly Line[]): boolean =>
  look.filter((line) => isUrlLine(line.text)).length >= MIN_URL_LINES;

/** Puts the text of a link and the address below it together. */
export function attachUrls(reader: MarkupReader): MarkupReader {
  let held: Block | undefined;
  let blanks: Block[] = [];
  const release = (): Block[] => {
    const done = held ? [held, ...blanks] : blanks;
    held = undefined;
    blanks = [];
    return done;
  };

  function take(block: Block): Block[] {
    if (block.kind === 'blank') {
      blanks.push(block);
      return held && blanks.length < MAX_BLANKS ? [] : release();
    }
    if (!isUrlLine(block.text)) {
      const done = release();
      held = withBrokenLink(block);
      return done;
    }
    const target = held;
    if (target && target.parts.length === 0 && target.kind === 'paragraph') {
      const lines = [...release(), block].flatMap((each) => each.lines);
      return [{ ...target, parts: [{ text: target.text, url: block.text }], lines }];
    }
    return [...release(), { ...block, text: '', parts: [{ text: '', url: block.text }] }];
  }

  return {
    push: (line) => [...reader.push(line)].flatMap(take),
    end: () => [...[...reader.end()].flatMap(take), ...release()],
  };
}

/** "2 authors](https://…)" is left of a link whose bracket stands in the paragraph before, or in the line. */
function withBrokenLink(block: Block): Block {
  const [broken, text = '', url = ''] = /^\[?\s*([^[\]]*)\]\((https?:\/\/[^\s()]+)\)$/.exec(block.text) ?? [];
  return broken === undefined ? block : { ...block, text, parts: [{ text, url }] };
}
