// Which markup and which layout a page has: every pair is tried on the first lines, the best fit wins.

import type { Fit, Hints, Layout } from './layouts/layout.ts';
import { ENOUGH } from './layouts/layout.ts';
import { LAYOUTS } from './layouts/layouts.ts';
import type { Block, Markup } from './markup/block.ts';
import { MARKUPS } from './markup/markups.ts';
import type { Line } from './text/lines.ts';

/** What was recognised, and how sure that is. Without a layout `nearest` says what came closest. */
export interface Recognised {
  readonly markup: Markup;
  readonly layout: Layout | null;
  readonly fit: Fit;
  readonly nearest: Layout;
  /** The first blocks of the page. */
  readonly look: readonly Block[];
}

/** Names that force the choice; `auto` leaves it open. */
export interface Forced {
  readonly markup: string;
  readonly layout: string;
}

/** Looks at the first lines of a page. A forced layout is taken however badly it fits. */
export function recognise(lines: readonly Line[], forced: Forced, hints: Hints): Recognised {
  const markup = pickMarkup(lines, forced.markup);
  const blocks = readAll(markup, lines);
  const fits = LAYOUTS.filter((layout) => forced.layout === 'auto' || layout.name === forced.layout).map((layout) => ({
    layout,
    fit: layout.fit(blocks, hints),
  }));
  const nearest = fits.reduce((a, b) => (b.fit.score > a.fit.score ? b : a));
  const believed = forced.layout !== 'auto' || nearest.fit.score >= ENOUGH;
  return { markup, layout: believed ? nearest.layout : null, fit: nearest.fit, nearest: nearest.layout, look: blocks };
}

function pickMarkup(lines: readonly Line[], name: string): Markup {
  const rows = MARKUPS.filter((markup) => name === 'auto' || markup.name === name);
  return rows.map((markup) => ({ markup, score: markup.score(lines) })).reduce((a, b) => (b.score > a.score ? b : a))
    .markup;
}

function readAll(markup: Markup, lines: readonly Line[]): Block[] {
  const reader = markup.open(lines);
  return [...lines.flatMap((line) => reader.push(line)), ...reader.end()].filter((block) => block.kind !== 'blank');
}
