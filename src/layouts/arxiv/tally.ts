// How many papers a page says that it shows, which is not how many there are.
import type { Page } from '../layout.ts';

/** Reads the texts of a page that may say how many papers it shows. */
export interface Tally {
  /** Whether the text is one that says so. */
  read(text: string): boolean;
  /** A part of the page begins that does not say how many papers it shows. */
  skip(): void;
  /** Sets what the page has declared. */
  end(): void;
}

/** What a count of papers tells: those of a part of the page, those of all pages, or how many a page has at most. */
type Means = 'part' | 'total' | 'paged' | 'per page';

/** The forms of such counts, in brackets until 2023; a new one is a row. "Total of 312 entries : 1-50 51-100" says nothing of this page. */
const FORMS: readonly (readonly [Means, RegExp])[] = [
  ['part', /\(\s*(?:continued, )?showing (?:first |last )?([\d,]+) of [\d,]+ entries\s*\)$/i],
  ['paged', /^Total of ([\d,]+) entries\s*:\s*\d/i],
  ['total', /^Total of ([\d,]+) entries\s*:?(?:\s+Showing up to [\d,]+ entries per page\b.*)?$/i],
  ['paged', /^\[\s*total of ([\d,]+) entries\s*:[^\]]*\|/i],
  ['total', /^\[\s*total of ([\d,]+) entries\s*:?\s*(?:1-[\d,]+)?\s*\]/i],
  ['per page', /^\[\s*showing (?:up to )?([\d,]+) entries per page\b/i],
  ['per page', /^Showing up to ([\d,]+) entries per page\b/i],
];

/** No text that says so is longer, in characters. */
const LONGEST_COUNT = 300;

/** Whether a text says how many papers there are, or how many a page shows. */
export const saysCount = (text: string): boolean =>
  text.length <= LONGEST_COUNT && FORMS.some(([, pattern]) => pattern.test(text));

/** Makes a tally for one page. Counts of its parts are summed; without any, the total counts when it fits on one page. */
export function createTally(page: Page): Tally {
  let parts: number | null = null;
  let total: number | null = null;
  let paged = false;
  let hasSkipped = false;
  let perPage = Number.POSITIVE_INFINITY;

  function read(text: string): boolean {
    if (text.length > LONGEST_COUNT) return false;
    for (const [means, pattern] of FORMS) {
      const count = pattern.exec(text)?.[1];
      if (count === undefined) continue;
      take(means, Number(count.replaceAll(',', '')));
      return true;
    }
    return false;
  }

  function take(means: Means, count: number): void {
    if (means === 'part') parts = (parts ?? 0) + count;
    else if (means === 'per page') perPage = count;
    else if (means === 'paged') paged = true;
    else total = count;
  }

  function end(): void {
    if (parts !== null) page.declared = hasSkipped ? null : parts;
    else if (total !== null && !paged && total <= perPage) page.declared = total;
  }

  function skip(): void {
    hasSkipped = true;
  }

  return { read, skip, end };
}
