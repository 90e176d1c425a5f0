// Lines to pages: holds the first lines of a page until its markup and layout are known, then opens it.

import type { Hints } from '../layouts/layout.ts';
import type { Recorder } from '../recorder.ts';
import type { SiftSink } from '../sift-sink.ts';
import type { Line } from '../text/lines.ts';
import { type LineReader, openPage } from './page.ts';
import { readPreamble } from './preamble.ts';
import { isPrintMark } from './printed.ts';
import { type Forced, type Recognised, recognise } from './recognise.ts';
import { createStartWatch, leavesOpen, mayOpenPage } from './starts.ts';

/** How much of a page is looked at, in lines and in characters, before it is decided what it is. */
const LOOK_LINES = 400;
const LOOK_CHARS = 1 << 16;

/** A line counts as no more characters, so that one long script does not hide the page below it; but no more are held. */
const MAX_LINE_CHARS = 1 << 13;
const MAX_HELD_CHARS = 1 << 22;

/** A scraper's heading and the lines about the page stand within so many lines. */
const MAX_WAITING = 12;

/** A saved page may begin with megabytes of style and pictures: it is looked at again with more of it, up to this. */
const MAX_LOOK_CHARS = 1 << 25;

/** Whether a page is of the same layout as the one before, and shows no sign of a markup. */
const isBareOf = ({ layout, markup }: Recognised, before: Recognised): boolean =>
  layout === before.layout && markup.name === 'plain' && before.markup.name !== 'plain';

/** Makes the reader of all pages of one input; raw papers go to the recorder, everything else to the sink. */
export function createPages(forced: Forced, recorder: Recorder, sink: SiftSink): LineReader {
  const watch = createStartWatch();
  let held: Line[] = [];
  let heldChars = 0;
  let lookChars = 0;
  let enoughLines = LOOK_LINES;
  let enoughChars = LOOK_CHARS;
  let maxHeld = MAX_HELD_CHARS;
  let reader: LineReader | undefined;
  let before: Recognised | undefined;
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
    lookChars += Math.min(line.text.length, MAX_LINE_CHARS);
    const isEnough = held.length >= enoughLines || lookChars >= enoughChars || heldChars >= maxHeld;
    if (isEnough) begin(false);
  }

  /** Opens the page with what is held; a saved page that shows no text yet goes on being held. */
  function begin(last: boolean): void {
    const [first] = held;
    if (!first) return;
    const preamble = readPreamble(held);
    const body = held.filter((line) => !preamble.lines.has(line.number) && !isPrintMark(line.text));
    const recognised = recogniseNext(body, preamble);
    if (!last && recognised.layout === null && recognised.markup.name === 'html' && heldChars < MAX_LOOK_CHARS) {
      enoughLines = held.length * 2;
      enoughChars = lookChars * 2;
      maxHeld = heldChars * 2;
      return;
    }
    before = recognised;
    reader = openPage({ look: body, preamble, recognised, line: first.number }, recorder, sink);
    const lines = held;
    held = [];
    heldChars = lookChars = 0;
    enoughLines = LOOK_LINES;
    enoughChars = LOOK_CHARS;
    maxHeld = MAX_HELD_CHARS;
    for (const line of lines) reader.push(line);
  }

  /**
   * The line that tells a page from the one before may stand below its heading, which is missed then: one sign of the same
   * layout is enough, and where nothing shows a markup it is the same.
   */
  function recogniseNext(lines: readonly Line[], hints: Hints): Recognised {
    const found = recognise(lines, forced, hints);
    if (!before?.layout || (found.layout && !isBareOf(found, before))) return found;
    const alike = recognise(lines, { markup: before.markup.name, layout: before.layout.name }, hints);
    return alike.fit.found.length >= (found.layout ? found.fit.found.length : 1) ? alike : found;
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
