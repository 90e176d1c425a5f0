// One page, once it is known what it is: its lines to blocks, its blocks to raw papers, and the fate of each block.

import { ENOUGH, type LayoutReader, type LayoutSink, type Page } from '../layouts/layout.ts';
import { type Block, NO_PARTS } from '../markup/block.ts';
import type { Recorder } from '../recorder.ts';
import type { Fate, SiftSink } from '../sift-sink.ts';
import { parseShownDate } from '../text/dates.ts';
import type { Line } from '../text/lines.ts';
import { notRecognised } from './foreign.ts';
import type { Preamble } from './preamble.ts';
import { isPrintMark } from './printed.ts';
import type { Recognised } from './recognise.ts';

/** Takes the lines of an input, or of one page of it. */
export interface LineReader {
  push(line: Line): void;
  end(): void;
}

/** What is known of a page before it is read. */
export interface Opening {
  /** Its first lines, without those of the preamble; they are pushed like all others. */
  readonly look: readonly Line[];
  readonly preamble: Preamble;
  readonly recognised: Recognised;
  /** The number of its first line in the input, from 1. */
  readonly line: number;
}

/** Makes the reader of one page; raw papers go to the recorder, everything else to the sink. */
export function openPage(
  { look, preamble, recognised, line }: Opening,
  recorder: Recorder,
  sink: SiftSink,
): LineReader {
  const { layout, markup, nearest } = recognised;
  const page: Page = {
    digest: nearest.digest,
    layout: nearest.name,
    markup: markup.name,
    date: dateOfAddress(preamble.url),
    captured: preamble.captured,
    declared: null,
    url: preamble.url,
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
    if (preamble.lines.has(next.number) || isPrintMark(next.text)) return ownLine(next);
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

  /** A line that the scraper wrote about the page, or a printer at its edge. */
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
    // It was asked for, or it would have been too doubtful.
    if (layout && papers === 0 && recognised.fit.score < ENOUGH)
      warn(`no paper is found in it, read as ${layout.name}`);
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
  parseShownDate(/\/papers(?:\/date\/|\?date=)(\d{4}-\d{2}-\d{2})/.exec(url)?.[1] ?? '') ?? null;

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
    paper: (paper, blocks, extent) => {
      for (const block of blocks) decide(block, 'record');
      if (recorder.push(paper, blocks, page, extent)) count();
    },
    furniture: (block) => decide(block, 'furniture'),
    reject: (block, reason) => decide(block, 'reject', reason),
    warn,
  };
}

function rejectAll(recognised: Recognised, decide: Decide): LayoutReader {
  const reason = notRecognised(recognised);
  return { push: (block) => decide(block, 'reject', reason), end: () => undefined };
}
