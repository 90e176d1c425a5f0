// Lines to pages: holds the first lines of a page until its markup and layout are known, then reads it.
import type { LayoutReader, LayoutSink, Page } from './layouts/layout.ts';
import type { Block, MarkupReader } from './markup/block.ts';
import { type Preamble, readPreamble } from './preamble.ts';
import { type Forced, type Recognised, recognise } from './recognise.ts';
import type { Recorder } from './recorder.ts';
import type { SiftSink } from './sift.ts';
import type { Line } from './text/lines.ts';

/** Takes the lines of an input. */
export interface Pages {
  push(line: Line): void;
  end(): void;
}

/** So much of a page is looked at before it is decided what it is. */
const LOOK_LINES = 400;
const LOOK_CHARS = 1 << 16;

/** Makes the reader of all pages of one input; raw papers go to the recorder, everything else to the sink. */
export function createPages(forced: Forced, recorder: Recorder, sink: SiftSink): Pages {
  let held: Line[] = [];
  let heldChars = 0;
  let reader: PageReader | undefined;

  function push(line: Line): void {
    if (reader) return reader.push(line);
    held.push(line);
    heldChars += line.text.length;
    if (held.length >= LOOK_LINES || heldChars >= LOOK_CHARS) begin();
  }

  function begin(): void {
    const [first] = held;
    if (!first) return;
    const preamble = readPreamble(held);
    const body = held.filter((line) => !preamble.lines.has(line.number));
    reader = openPage(first, body, preamble, recognise(body, forced, preamble), recorder, sink);
    for (const line of held) reader.push(line);
    held = [];
    heldChars = 0;
  }

  function end(): void {
    if (!reader) begin();
    reader?.end();
    reader = undefined;
  }

  return { push, end };
}

type PageReader = Pages;

function openPage(
  first: Line,
  body: readonly Line[],
  preamble: Preamble,
  recognised: Recognised,
  recorder: Recorder,
  sink: SiftSink,
): PageReader {
  const { layout, markup, nearest } = recognised;
  const page: Page = {
    digest: nearest.digest,
    layout: nearest.name,
    markup: markup.name,
    date: null,
    captured: preamble.captured,
    declared: null,
    line: first.number,
  };
  sink.page?.(page, recognised);
  const blocks = markup.open(body);
  const target = layout
    ? layout.open(page, layoutSink(page, recorder, sink), recognised.look)
    : rejectAll(recognised, sink);
  return {
    push: (line) =>
      preamble.lines.has(line.number)
        ? preambleLine(line, layout !== null, target, sink)
        : deliver(blocks.push(line), target, layout !== null, sink),
    end: () => {
      deliver(blocks.end(), target, layout !== null, sink);
      target.end();
      recorder.end();
    },
  };
}

function preambleLine(line: Line, known: boolean, to: LayoutReader, sink: SiftSink): void {
  const block: Block = { kind: 'rule', text: line.text, parts: [], lines: [line] };
  if (known) sink.fate?.(block, 'furniture');
  else to.push(block);
}

function deliver(blocks: ReturnType<MarkupReader['end']>, to: LayoutReader, known: boolean, sink: SiftSink): void {
  for (const block of blocks) {
    if (block.kind === 'blank' && known) sink.fate?.(block, 'furniture');
    else to.push(block);
  }
}

function layoutSink(page: Page, recorder: Recorder, sink: SiftSink): LayoutSink {
  return {
    paper: (paper, blocks) => {
      for (const block of blocks) sink.fate?.(block, 'record');
      recorder.push(paper, blocks, page);
    },
    furniture: (block) => sink.fate?.(block, 'furniture'),
    reject: (block, reason) => rejectBlock(block, reason, sink),
  };
}

function rejectAll({ nearest, fit }: Recognised, sink: SiftSink): LayoutReader {
  const missing = fit.missing.length > 0 ? `; for ${nearest.name} this is missing: ${fit.missing.join(', ')}` : '';
  const reason = `no digest recognised (nearest layout: ${nearest.name}${missing})`;
  return { push: (block) => rejectBlock(block, reason, sink), end: () => {} };
}

function rejectBlock(block: Block, reason: string, sink: SiftSink): void {
  sink.fate?.(block, 'reject');
  for (const line of block.lines) sink.reject(line, reason);
}
