// HTML as a browser or curl saves it: streamed through a parser that keeps no tree, so memory stays bounded.
import { Parser } from 'htmlparser2';
import type { Line } from '../text/lines.ts';
import { type Block, blockOf, NO_PARTS, TOO_LONG } from './block.ts';
import { Output, Texts } from './html-blocks.ts';
import { areOfMailing, KeptLines, readMailLines } from './html-lines.ts';
import { isBlank, linesWith } from './look.ts';
import type { Markup, MarkupReader } from './markup.ts';
import { isSeparator } from './plain.ts';

/** A saved page; what its components carry for their own scripts (`data-props`) comes as `data` blocks. */
export const html: Markup = {
  name: 'html',
  anyLines: true,
  description: 'HTML, as a browser or curl saves it',
  score,
  open,
};

/** A page says what it is at its top, a part of one may begin with its data, or nearly every line has a tag. */
function score(lines: readonly Line[]): number {
  const top = lines.find((line) => !isBlank(line.text))?.text.trimStart() ?? '';
  if (/^(?:<!doctype html|<html[\s>]|<[a-z]{3,9}\s[^<>"]*(?:"[^<>"]*"[^<>"]*)?data-target=")/i.test(top)) return 1;
  const tags = linesWith(lines, '<', STRUCTURE);
  return tags >= 3 && tags * 4 >= lines.length ? 0.8 : 0;
}

const STRUCTURE =
  /<\/?(?:html|head|body|div|main|section|article|header|footer|nav|script|style|meta|ul|li|h[1-6]|table|t[rd])(?:\s[^<>]*)?>/i;

/** Elements whose text no reader of the page sees. */
const HIDDEN = names('script style noscript template svg math select iframe object title');
/** Elements that stay inside a line. */
const INLINE = names(
  'a abbr b bdi bdo big cite code data del dfn em font i img input ins kbd label mark picture q s samp small source span strike strong sub sup time tt u var wbr br svg path',
);

function names(list: string): Set<string> {
  return new Set(list.split(' '));
}

/** Lines without text are handed on when they hold so much: a saved page has megabytes of pictures in them. */
const MAX_UNCLAIMED = 1 << 18;

/** The parser keeps an attribute until it ends; one that is longer is given up, or a lost quote would keep the whole file. */
const MAX_ATTRIBUTE = 1 << 25;

/** No page has so many elements open; each further one takes the parser longer. */
const MAX_OPEN = 2048;
const PIECE = 1 << 14;

function open(look: readonly Line[]): MarkupReader {
  const output = new Output();
  const texts = new Texts();
  /** Only of a page that may hold a mailing. */
  const kept = look.some(({ text }) => text.includes('\\\\')) ? new KeptLines() : undefined;
  /** The level of the heading in which the page is; 0 outside of any. */
  let heading = 0;
  let item = false;
  /** How many elements are open that show nothing. */
  let hidden = 0;
  /** Characters since the parser last told of something. */
  let silent = 0;
  /** How many elements are open. */
  let depth = 0;

  function endBlock(): void {
    const parts = texts.take();
    const lines = kept?.take(output.line) ?? NO_PARTS;
    if (parts.every(({ text, url }) => text.trim() === '' && url === undefined)) return;
    if (areOfMailing(lines)) return mail(lines);
    const kind = heading > 0 ? 'heading' : item ? 'item' : 'paragraph';
    const level = heading > 0 ? { level: heading } : {};
    const block = blockOf(kind, parts, []);
    const at: Block['at'] = [texts.first, output.line];
    output.add({ ...block, ...level, ...(kept && asOfMail(block)), at });
    item = false;
  }

  /** The element that is open holds a mail: nothing behind it belongs to one. */
  let holdsMail = false;

  const mail = (lines: readonly Line[]): void => {
    holdsMail = kept !== undefined && kept.depth > 0;
    for (const { lines: _, ...block } of readMailLines(lines)) output.add(block, block.at?.[1]);
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
      depth++;
      const props = attributes['data-props'];
      if (props !== undefined) {
        endBlock();
        output.addData(attributes['data-target'] ?? '', props);
      }
      if (HIDDEN.has(name)) hidden++;
      if (hidden > 0) return;
      if (!INLINE.has(name)) {
        endBlock();
        heading = levelOf(name) || (name === 'p' || name === 'div' ? heading : 0);
        item ||= name === 'li';
        if (name === 'pre' && kept) kept.depth++;
      } else if (name === 'br') {
        texts.space();
        kept?.end(output.line);
      } else if (name === 'img') texts.fillLink();
      else if (name === 'a') {
        texts.openLink(attributes['href']);
        if (texts.isLong) endBlock();
      }
    },
    ontext(data) {
      heard();
      if (hidden > 0) return;
      texts.write(data, output.line);
      kept?.write(data, output.line);
      if (texts.isLong) endBlock();
    },
    onclosetag(name) {
      heard();
      depth--;
      if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1);
      if (hidden > 0) return;
      if (name === 'a') texts.closeLink();
      else if (!INLINE.has(name)) {
        endBlock();
        if (levelOf(name) > 0) heading = 0;
        if (name === 'pre' && kept) {
          kept.depth = Math.max(0, kept.depth - 1);
          if (holdsMail) output.add({ kind: 'rule', text: '', parts: NO_PARTS, at: [output.line, output.line] });
          holdsMail = false;
        }
      }
    },
  });

  function push(line: Line): readonly Block[] {
    output.read(line);
    write(line.partial ? line.text : `${line.text}\n`);
    silent += line.text.length;
    if (silent > MAX_ATTRIBUTE) giveUp();
    if (output.unclaimed > MAX_UNCLAIMED) output.passOver();
    return output.take();
  }

  /** Piece by piece, each up to a tag: in a single line there may be more elements than a page has. */
  function write(text: string): void {
    for (let at = 0; at < text.length; ) {
      const tag = at + PIECE < text.length ? text.lastIndexOf('<', at + PIECE) : text.length;
      const end = tag > at ? tag : at + PIECE;
      parser.write(text.slice(at, end));
      if (depth > MAX_OPEN) forget();
      at = end;
    }
  }

  /** What the parser holds is let go; it reads on as if text began here. */
  function giveUp(): void {
    forget();
    heard();
    texts.url = undefined;
    output.addData(TOO_LONG, '');
  }

  /** The parser forgets which elements are open. */
  function forget(): void {
    parser.reset();
    depth = hidden = 0;
  }

  function end(): readonly Block[] {
    parser.end();
    endBlock();
    output.passOver();
    return output.take();
  }

  return { push, end };
}

/** Each line of a mail may have an element of its own. */
const asOfMail = ({ text }: Block): Pick<Block, 'shown'> | Pick<Block, 'kind'> =>
  isSeparator(text) ? { kind: 'rule' } : { shown: [text] };

/** The level of a heading's element; 0 for any other. */
const levelOf = (name: string): number => (/^h[1-6]$/.test(name) ? Number(name[1]) : 0);
