// HTML as a browser or curl saves it: streamed through a parser that keeps no tree, so memory stays bounded.
import { Parser } from 'htmlparser2';
import type { Line } from '../text/lines.ts';
import {
  type Block,
  blockOf,
  count,
  MAX_TEXT,
  type Markup,
  type MarkupReader,
  NO_PARTS,
  type Part,
  TOO_LONG,
} from './block.ts';

/** A saved page; what its components carry for their own scripts (`data-props`) comes as `data` blocks. */
export const html: Markup = {
  name: 'html',
  anyLines: true,
  description: 'HTML, as a browser or curl saves it',
  score,
  open,
};

/** A page says what it is at its top, or nearly every line has a tag. */
function score(lines: readonly Line[]): number {
  const top = lines.find((line) => line.text.trim() !== '')?.text.trimStart() ?? '';
  if (/^(?:<!doctype html|<html[\s>])/i.test(top)) return 1;
  const tags = count(lines, '<', STRUCTURE);
  return tags >= 3 && tags * 4 >= lines.length ? 0.8 : 0;
}

const STRUCTURE =
  /<\/?(?:html|head|body|div|main|section|article|header|footer|nav|script|style|meta|ul|li|h[1-6]|table|t[rd])(?:\s[^<>]*)?>/i;

/** Elements whose text no reader of the page sees. */
const HIDDEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'select',
  'iframe',
  'object',
  'title',
]);
/** Elements that stay inside a line. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i img input ins kbd label mark picture q s samp small source span strike strong sub sup time tt u var wbr br svg path'.split(
    ' ',
  ),
);

/** Lines without text are handed on when they hold so much: a saved page has megabytes of pictures in them. */
const MAX_UNCLAIMED = 1 << 18;

/** The parser keeps an attribute until it ends; one that is longer is given up, or a lost quote would keep the whole file. */
const MAX_ATTRIBUTE = 1 << 25;

function open(): MarkupReader {
  let done: Block[] = [];
  let unclaimed: Line[] = [];
  let unclaimedChars = 0;
  let line = 0;
  let first = 0;
  let parts: Part[] = [];
  let text = '';
  /** Characters of the block, and of the addresses of its links. */
  let chars = 0;
  let url: string | undefined;
  let heading = 0;
  let item = false;
  let hidden = 0;
  /** Characters since the parser last told of something. */
  let silent = 0;

  const claim = (): Line[] => {
    const lines = unclaimed;
    unclaimed = [];
    unclaimedChars = 0;
    return lines;
  };

  function endPart(): void {
    const shown = text.replace(/\s+/g, ' ');
    if (shown !== '' && (shown !== ' ' || parts.length > 0 || url !== undefined))
      parts.push(url === undefined ? { text: shown } : { text: shown, url });
    text = '';
  }

  function endBlock(): void {
    endPart();
    chars = 0;
    const shown = parts;
    parts = [];
    if (shown.every(({ text, url }) => text.trim() === '' && url === undefined)) return;
    const kind = heading > 0 ? 'heading' : item ? 'item' : 'paragraph';
    const level = heading > 0 ? { level: heading } : {};
    done.push({ ...blockOf(kind, shown, claim()), ...level, at: [first, line] });
    item = false;
  }

  const grow = (length: number): void => {
    chars += length;
    if (chars > MAX_TEXT) endBlock();
  };

  const heard = (): void => {
    silent = 0;
  };

  const parser = new Parser({
    onopentagname: heard,
    onattribute: heard,
    oncomment: heard,
    onprocessinginstruction: heard,
    onopentag(name, attributes) {
      const props = attributes['data-props'];
      if (props !== undefined) {
        endBlock();
        done.push({
          kind: 'data',
          text: props,
          parts: NO_PARTS,
          lines: claim(),
          at: [line, line],
          name: attributes['data-target'] ?? '',
        });
      }
      if (HIDDEN.has(name)) hidden++;
      if (hidden > 0) return;
      if (!INLINE.has(name)) {
        endBlock();
        heading = /^h[1-6]$/.test(name)
          ? Number(name[1])
          : name === 'p' || name === 'div' || name === 'span'
            ? heading
            : 0;
        item ||= name === 'li';
      } else if (name === 'br') text += ' ';
      else if (name === 'img' && url !== undefined && text === '') text += ' ';
      if (name === 'a') {
        endPart();
        url = attributes['href'];
        grow(url?.length ?? 0); // pictures are links without a text
      }
    },
    ontext(data) {
      silent = 0;
      if (hidden > 0) return;
      if (text === '' && parts.length === 0) first = line;
      text += data;
      grow(data.length);
    },
    onclosetag(name) {
      silent = 0;
      if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1);
      if (hidden > 0) return;
      if (name === 'a') {
        if (text === '' && url !== undefined) text = ' ';
        endPart();
        url = undefined;
      } else if (!INLINE.has(name)) {
        endBlock();
        if (/^h[1-6]$/.test(name)) heading = 0;
      }
    },
  });

  function push(next: Line): readonly Block[] {
    line = next.number;
    unclaimed.push(next);
    unclaimedChars += next.text.length;
    parser.write(next.partial ? next.text : `${next.text}\n`);
    silent += next.text.length;
    if (silent > MAX_ATTRIBUTE) giveUp();
    if (unclaimedChars > MAX_UNCLAIMED) done.push({ kind: 'blank', text: '', parts: NO_PARTS, lines: claim() });
    return take();
  }

  /** What the parser holds is let go; it reads on as if text began here. */
  function giveUp(): void {
    parser.reset();
    silent = 0;
    hidden = 0;
    url = undefined;
    done.push({ kind: 'data', text: '', parts: NO_PARTS, lines: claim(), at: [line, line], name: TOO_LONG });
  }

  function take(): Block[] {
    const blocks = done;
    done = [];
    return blocks;
  }

  function end(): readonly Block[] {
    parser.end();
    endBlock();
    if (unclaimed.length > 0) done.push({ kind: 'blank', text: '', parts: NO_PARTS, lines: claim() });
    return take();
  }

  return { push, end };
}
