// Which markup and which layout a page has: every pair is tried on the first lines, the best fit wins.
import { ENOUGH, type Fit, type Hints, type Layout } from '../layouts/layout.ts';
import { LAYOUTS } from '../layouts/layouts.ts';
import type { Block } from '../markup/block.ts';
import type { Markup } from '../markup/markup.ts';
import { MARKUPS } from '../markup/markups.ts';
import type { Line } from '../text/lines.ts';

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

/**
 * Looks at the first lines of a page: the likeliest markup first, another one when no layout fits, or when few signs of
 * the markup are there and the layout fits better with another. A forced layout is taken however badly it fits.
 */
export function recognise(lines: readonly Line[], forced: Forced, hints: Hints): Recognised {
  const layouts = LAYOUTS.filter((layout) => forced.layout === 'auto' || layout.name === forced.layout);
  let best: Recognised | undefined;
  for (const { markup, score } of likeliestFirst(lines, forced.markup)) {
    if (best?.layout && score < SHOWN) break;
    const found = fitLayout(layouts, markup, lines, hints);
    if (!best || found.fit.score > best.fit.score) best = found;
    if (score === 1 || (best.layout && (score >= SURE || best.fit.score === 1))) break;
  }
  if (!best) throw new TypeError(`papersift: no markup ${forced.markup} or no layout ${forced.layout}`);
  return forced.layout === 'auto' ? best : { ...best, layout: best.nearest };
}

/** A markup is certain with 1; one whose score is less than this shows itself in few lines of the page, in hardly any at the second. */
const SURE = 0.5;
const SHOWN = 0.1;

function fitLayout(layouts: readonly Layout[], markup: Markup, lines: readonly Line[], hints: Hints): Recognised {
  const look = readAll(markup, lines);
  const fits = layouts.map((layout) => ({ layout, fit: layout.fit(look, hints) }));
  const nearest = fits.reduce((a, b) => (b.fit.score > a.fit.score ? b : a));
  const { layout, fit } = nearest;
  return { markup, layout: fit.score >= ENOUGH ? layout : null, fit, nearest: layout, look };
}

/** The markups of which the lines show any sign; the first of equals stays in front. */
function likeliestFirst(lines: readonly Line[], name: string): { markup: Markup; score: number }[] {
  if (name !== 'auto') {
    const forced = MARKUPS.filter((markup) => markup.name === name);
    return forced.flatMap((markup) => readingsOf(markup, lines)).map((markup) => ({ markup, score: 1 }));
  }
  const scored = MARKUPS.flatMap((markup) => readingsOf(markup, lines)).map((markup) => ({
    markup,
    score: markup.score(lines),
  }));
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

function readingsOf(markup: Markup, lines: readonly Line[]): readonly Markup[] {
  const readings = markup.readings?.(lines) ?? [];
  return readings.length > 0 ? readings : [markup];
}

function readAll(markup: Markup, lines: readonly Line[]): Block[] {
  const reader = markup.open(lines);
  return [...lines.flatMap((line) => [...reader.push(line)]), ...reader.end()].filter(
    (block) => block.kind !== 'blank',
  );
}
