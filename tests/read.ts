// Reads a text with everything that the sifter tells about it.
import type { Block } from '../src/markup/block.ts';
import { type SiftOptions, settingsOf } from '../src/options.ts';
import type { Record } from '../src/record.ts';
import { createSifter } from '../src/sift.ts';
import type { Fate } from '../src/sift-sink.ts';

/** All that was said of a text. */
export interface Reading {
  readonly pages: { markup: string; layout: string | null }[];
  readonly records: Record[];
  /** Numbers of the rejected lines. */
  readonly rejects: number[];
  readonly warnings: string[];
  readonly fates: { block: Block; fate: Fate }[];
}

/** Reads a text in chunks of `step` characters, as it stands when there is no step. */
export function read(text: string, options: SiftOptions = {}, step: number = text.length): Reading {
  const reading: Reading = { pages: [], records: [], rejects: [], warnings: [], fates: [] };
  const sifter = createSifter(settingsOf({ math: 'raw', ...options }), {
    record: (record) => reading.records.push(record),
    reject: (line) => reading.rejects.push(line.number),
    warn: (message) => reading.warnings.push(message),
    page: (page, { layout }) => reading.pages.push({ markup: page.markup, layout: layout?.name ?? null }),
    fate: (block, fate) => reading.fates.push({ block, fate }),
  });
  for (let at = 0; at < text.length; at += Math.max(1, step)) sifter.push(text.slice(at, at + Math.max(1, step)));
  sifter.end();
  return reading;
}

/** How often each line of the text was given a fate; all are 1 when nothing was lost or doubled. */
export function fatesByLine({ fates }: Reading): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { block } of fates) {
    for (const line of block.lines) if (!line.partial) counts.set(line.number, (counts.get(line.number) ?? 0) + 1);
  }
  return counts;
}

/** The number of lines as `wc -l` counts them, and one more for a last line without a line end. */
export function lineCount(text: string): number {
  const breaks = text.match(/\r\n|\r|\n/g)?.length ?? 0;
  return /[^\r\n]$/.test(text) ? breaks + 1 : breaks;
}
