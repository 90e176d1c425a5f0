// What a scraper writes above a page: front matter, "URL Source: …", the date of the capture.

import type { Hints } from '../layouts/layout.ts';
import { HF_HOST } from '../text/addresses.ts';
import { parseShownDate, type ShownDate } from '../text/dates.ts';
import type { Line } from '../text/lines.ts';

/** What stands above the page, and which lines say it. */
export interface Preamble extends Hints {
  readonly captured: ShownDate | null;
  /** Numbers of the lines that belong to it. */
  readonly lines: ReadonlySet<number>;
}

/** Keys that scrapers write, in lower case, and what they say. */
const KEYS: ReadonlyMap<string, 'url' | 'title' | 'captured' | 'other'> = new Map([
  ['url', 'url'],
  ['source url', 'url'],
  ['page url', 'url'],
  ['url source', 'url'],
  ['source', 'url'],
  ['link', 'url'],
  ['original url', 'url'],
  ['title', 'title'],
  ['page title', 'title'],
  ['page snapshot', 'other'],
  ['captured', 'captured'],
  ['captured (utc)', 'captured'],
  ['captured at', 'captured'],
  ['capture date', 'captured'],
  ['date captured', 'captured'],
  ['exported', 'captured'],
  ['retrieved', 'captured'],
  ['retrieved at', 'captured'],
  ['fetched', 'captured'],
  ['fetched at', 'captured'],
  ['scraped', 'captured'],
  ['scraped at', 'captured'],
  ['crawled', 'captured'],
  ['accessed', 'captured'],
  ['saved', 'captured'],
  ['clipped', 'captured'],
  ['created', 'captured'],
  ['date', 'captured'],
  ['published time', 'captured'],
  ['type', 'other'],
  ['completeness', 'other'],
  ['source html', 'other'],
  ['source sha256', 'other'],
  ['generated from', 'other'],
  ['extraction', 'other'],
  ['markdown content', 'other'],
  ['web source', 'other'],
  ['description', 'other'],
  ['author', 'other'],
  ['tags', 'other'],
  ['language', 'other'],
  ['site', 'other'],
]);

/** Whether a line begins with a key that scrapers write about a page, and a colon. */
export const isOwnLine = (line: string): boolean => {
  const colon = line.indexOf(':');
  return colon > 0 && colon <= LONGEST_KEY && KEYS.has(line.slice(0, colon).trim().toLowerCase().replaceAll('_', ' '));
};

const LONGEST_KEY = 24;

/** Several pages in one answer of a search have their numbers in front of each line. */
const KEY_VALUE = /^(?:\[\d+\] )?[\s>*#-]{0,6}\**([A-Za-z][\w ()-]{1,24}?)\**\s*:\**(?:\s+(.*))?$/;

/** What may stand between the lines of a preamble: nothing, a heading, a fence, a line of dashes. */
const BETWEEN = /^\s*$|^#{1,6}\s|^[-=*]{3,}\s*$|^(?:```|~~~)/;

/** The address of a page of papers alone in a line, as some write it below its title, and what they put in brackets behind it. */
const PAGE_ADDRESS = new RegExp(
  String.raw`^\s*<?(https?:\/\/(?:${HF_HOST}\/papers(?:[/?]\S*?)?|(?:\w+\.)?arxiv\.org\/list\/\S+?))>?\s*(?:\(([^()]{4,40})\))?\s*$`,
);

/** So far down a preamble is looked for. */
const LOOK = 40;

/** Reads the preamble from the first lines of a page. */
export function readPreamble(look: readonly Line[]): Preamble {
  const lines = new Set<number>();
  let url = '';
  let title = '';
  let captured: ShownDate | null = null;
  const inFrontMatter = frontMatter(look);
  for (const line of look.slice(0, LOOK)) {
    if (inFrontMatter.has(line.number)) lines.add(line.number);
    const address = lines.size === 0 ? PAGE_ADDRESS.exec(line.text) : null;
    if (address) {
      url = address[1] ?? '';
      captured = dateIn(address[2] ?? '');
      lines.add(line.number);
      continue;
    }
    const pair = KEY_VALUE.exec(line.text);
    const means = pair && KEYS.get((pair[1] ?? '').trim().toLowerCase().replaceAll('_', ' '));
    if (!means && isTitle(line.text, title)) lines.add(line.number);
    else if (!means && !inFrontMatter.has(line.number) && !BETWEEN.test(line.text)) break;
    if (!means) continue;
    const value = (pair[2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2');
    if (means === 'url') url ||= value;
    else if (means === 'title') title ||= value;
    else if (means === 'captured') captured ??= dateIn(value);
    lines.add(line.number);
  }
  return url === '' && lines.size < 3 ? NONE : { url, title, captured, lines };
}

const NONE: Preamble = { url: '', title: '', captured: null, lines: new Set() };

/** Many scrapers write the page's title once more below the lines about it. */
const isTitle = (line: string, title: string): boolean => title !== '' && line.replace(/^#+\s+/, '').trim() === title;

/** The day in "2026-06-29T16:31:22+00:00" or "Fri, 02 Oct 2026 08:00:00 GMT". */
function dateIn(value: string): ShownDate | null {
  const found = /\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}/.exec(value);
  return found ? (parseShownDate(found[0]) ?? null) : null;
}

/** The lines of a YAML block at the beginning, with both its fences. */
function frontMatter(look: readonly Line[]): Set<number> {
  const first = look.findIndex((line) => line.text.trim() !== '');
  if (look[first]?.text.trim() !== '---') return new Set();
  const last = look.findIndex((line, at) => at > first && line.text.trim() === '---');
  const inside = look.slice(first + 1, last);
  if (last < 0 || last - first > LOOK || !inside.every((line) => /^\s*$|^\s|^[\w -]+:|^- /.test(line.text)))
    return new Set();
  return new Set(look.slice(first, last + 1).map((line) => line.number));
}
