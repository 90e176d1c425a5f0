// Which markup and which layout a page has: every pair is tried on the first lines, the best fit wins.
import { ENOUGH, type Fit, type Hints, type Layout } from './layouts/layout.ts';
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

/** Looks at the first lines of a page: the likeliest markup first, another one when no layout fits. A forced layout is taken however badly it fits. */
export function recognise(lines: readonly Line[], forced: Forced, hints: Hints): Recognised {
  const layouts = LAYOUTS.filter((layout) => forced.layout === 'auto' || layout.name === forced.layout);
  let best: Recognised | undefined;
  for (const markup of likeliestFirst(lines, forced.markup)) {
    const found = fitLayout(layouts, markup, lines, hints);
    if (found.fit.score >= ENOUGH) return { ...found, layout: found.nearest };
    if (!best || found.fit.score > best.fit.score) best = found;
  }
  if (!best) throw new TypeError(`papersift: no markup ${forced.markup} or no layout ${forced.layout}`);
  return forced.layout === 'auto' ? best : { ...best, layout: best.nearest };
}

function fitLayout(layouts: readonly Layout[], markup: Markup, lines: readonly Line[], hints: Hints): Recognised {
  const look = readAll(markup, lines);
  const fits = layouts.map((layout) => ({ layout, fit: layout.fit(look, hints) }));
  const nearest = fits.reduce((a, b) => (b.fit.score > a.fit.score ? b : a));
  return { markup, layout: null, fit: nearest.fit, nearest: nearest.layout, look };
}

/** The markups of which the lines show any sign; the first of equals stays in front. */
function likeliestFirst(lines: readonly Line[], name: string): Markup[] {
  if (name !== 'auto') return MARKUPS.filter((markup) => markup.name === name);
  const scored = MARKUPS.map((markup) => ({ markup, score: markup.score(lines) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ markup }) => markup);
}

function readAll(markup: Markup, lines: readonly Line[]): Block[] {
  const reader = markup.open(lines);
  return [...lines.flatMap((line) => [...reader.push(line)]), ...reader.end()].filter(
    (block) => block.kind !== 'blank',
  );
}
