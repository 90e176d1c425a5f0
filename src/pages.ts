// Lines to pages: holds the first lines of a page until its markup and layout are known, then reads it.
import { parseShownDate } from './layouts/dates.ts';
import type { LayoutReader, LayoutSink, Page } from './layouts/layout.ts';
import { type Block, NO_PARTS } from './markup/block.ts';
import { createStartWatch, leavesOpen, mayOpenPage } from './page-starts.ts';
import { type Preamble, readPreamble } from './preamble.ts';
import { type Forced, type Recognised, recognise } from './recognise.ts';
import type { Recorder } from './recorder.ts';
import type { Fate, SiftSink } from './sift.ts';
import type { Line } from './text/lines.ts';

/** Takes the lines of an input. */
export interface Pages {
  push(line: Line): void;
  end(): void;
}

/** So much of a page is looked at before it is decided what it is. */
const LOOK_LINES = 400;
const LOOK_CHARS = 1 << 16;

/** A scraper's heading and the lines about the page stand so close together. */
const MAX_WAITING = 6;

/** A saved page may begin with megabytes of style and pictures: it is looked at again with more of it, up to this. */
const MAX_LOOK_CHARS = 1 << 25;

/** Makes the reader of all pages of one input; raw papers go to the recorder, everything else to the sink. */
export function createPages(forced: Forced, recorder: Recorder, sink: SiftSink): Pages {
  const watch = createStartWatch();
  let held: Line[] = [];
  let heldChars = 0;
  let enoughLines = LOOK_LINES;
  let enoughChars = LOOK_CHARS;
  let reader: Pages | undefined;
  /** Lines that may open another page wait for the line that tells. */
  let waiting: Line[] = [];

  function push(line: Line): void {
    if (waiting.length > 0) {
      if (waiting.length < MAX_WAITING && leavesOpen(line.text)) return void waiting.push(line);
      release(line.text);
    }
    if (mayOpenPage(line.text)) waiting.push(line);
    else take(line);
  }

  function release(next?: string): void {
    const lines = waiting;
    waiting = [];
    for (const line of lines) take(line, line === lines[0] ? next : undefined);
  }

  function take(line: Line, next?: string): void {
    if (watch.begins(line.text, next)) endPage();
    if (reader) return void reader.push(line);
    held.push(line);
    heldChars += line.text.length;
    if (held.length >= enoughLines || heldChars >= enoughChars) begin(false);
  }

  /** Opens the page with what is held; a saved page that shows no text yet goes on being held. */
  function begin(last: boolean): void {
    const [first] = held;
    if (!first) return;
    const preamble = readPreamble(held);
    const body = preamble.lines.size === 0 ? held : held.filter((line) => !preamble.lines.has(line.number));
    const recognised = recognise(body, forced, preamble);
    if (!last && recognised.layout === null && recognised.markup.name === 'html' && heldChars < MAX_LOOK_CHARS) {
      enoughLines = held.length * 2;
      enoughChars = heldChars * 2;
      return;
    }
    reader = openPage(body, preamble, recognised, first.number, recorder, sink);
    const lines = held;
    held = [];
    heldChars = 0;
    enoughLines = LOOK_LINES;
    enoughChars = LOOK_CHARS;
    for (const line of lines) reader.push(line);
  }

  function endPage(): void {
    if (!reader) begin(true);
    reader?.end();
    reader = undefined;
  }

  function end(): void {
    release();
    endPage();
  }

  return { push, end };
}

function openPage(
  look: readonly Line[],
  preamble: Preamble,
  recognised: Recognised,
  line: number,
  recorder: Recorder,
  sink: SiftSink,
): Pages {
  const { layout, markup, nearest } = recognised;
  const page: Page = {
    digest: nearest.digest,
    layout: nearest.name,
    markup: markup.name,
    date: dateOfAddress(preamble.url),
    captured: preamble.captured,
    declared: null,
    line,
  };
  sink.page?.(page, recognised);
  const blocks = markup.open(look);
  let papers = 0;
  /** The line before goes on in this one. */
  let goesOn = false;
  /** Blocks that the layout has not decided on; each gets one fate, the first. */
  let open = new Set<Block>();
  let opened = 0;
  const add = (block: Block): void => {
    if (++opened % RENEW === 0 && open.size < RENEW) open = new Set(open);
    open.add(block);
  };
  const decide: Decide = (block, fate, reason = '') => {
    if (!open.delete(block)) return;
    tellFate(block, fate, sink);
    if (fate === 'reject') for (const each of block.lines) sink.reject(each, reason);
  };
  const warn = (message: string): void => sink.warn(`the page that begins at line ${page.line}: ${message}`);
  const counted = layoutSink(page, recorder, decide, () => papers++, warn);
  const target = layout ? layout.open(page, counted, recognised.look) : rejectAll(recognised, decide);
  const deliver = (block: Block): void => {
    if (layout && block.kind === 'blank') return tellFate(block, 'furniture', sink);
    add(block);
    target.push(block);
  };

  function push(next: Line): void {
    if (preamble.lines.has(next.number)) return ownLine(next);
    const isPiece = next.partial === true || goesOn;
    if (isPiece && markup.anyLines !== true) return piece(next);
    for (const block of blocks.push(next)) deliver(block);
  }

  /** A piece of a line that is longer than any paper. */
  function piece(next: Line): void {
    if (!goesOn) warn(`line ${next.number} is too long to be part of a paper and is left out`);
    goesOn = next.partial === true;
    const block: Block = { kind: 'paragraph', text: next.text, parts: NO_PARTS, lines: [next] };
    add(block);
    decide(block, 'reject', 'the line is too long to be part of a paper');
  }

  /** A line that the scraper wrote about the page. */
  function ownLine(next: Line): void {
    const block: Block = { kind: 'rule', text: next.text, parts: NO_PARTS, lines: [next] };
    add(block);
    if (layout) decide(block, 'furniture');
    else target.push(block);
  }

  function end(): void {
    for (const block of blocks.end()) deliver(block);
    target.end();
    for (const block of open) decide(block, 'reject', 'not part of any paper');
    recorder.end();
    if (page.declared !== null && page.declared !== papers) sink.warn(wrongCount(page, papers));
  }

  return { push, end };
}

/** A record carries the flaws of its lines as its warnings; those of other lines are told here. */
function tellFate(block: Block, fate: Fate, sink: SiftSink): void {
  sink.fate?.(block, fate);
  if (fate === 'record') return;
  for (const { flaw } of block.lines) if (flaw !== undefined) sink.warn(flaw);
}

/** The page of one day has it in its address. */
const dateOfAddress = (url: string): Page['date'] =>
  parseShownDate(/\/papers\/date\/(\d{4}-\d{2}-\d{2})/.exec(url)?.[1] ?? '') ?? null;

const wrongCount = ({ line, declared }: Page, papers: number): string =>
  `the page that begins at line ${line} says that it shows ${declared} papers, ${papers} were read`;

/**
 * After so many blocks their set is made anew: V8 chains the tables that a set has outgrown, and one that has become old
 * would keep alive all blocks that came after it, with their text.
 */
const RENEW = 64;

type Decide = (block: Block, fate: Fate, reason?: string) => void;

function layoutSink(
  page: Page,
  recorder: Recorder,
  decide: Decide,
  count: () => void,
  warn: LayoutSink['warn'],
): LayoutSink {
  return {
    paper: (paper, blocks) => {
      for (const block of blocks) decide(block, 'record');
      if (recorder.push(paper, blocks, page)) count();
    },
    furniture: (block) => decide(block, 'furniture'),
    reject: (block, reason) => decide(block, 'reject', reason),
    warn,
  };
}

function rejectAll({ nearest, fit }: Recognised, decide: Decide): LayoutReader {
  const missing = fit.missing.length > 0 ? `; for ${nearest.name} this is missing: ${fit.missing.join(', ')}` : '';
  const reason = `no digest recognised (nearest layout: ${nearest.name}${missing})`;
  return { push: (block) => decide(block, 'reject', reason), end: () => undefined };
}
