// Dates as digest pages show them, and the years that they leave out.
import type { ShownDate } from './layout.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads "Sep 1", "May 29, 2025", "7 Nov 2024" or "2026-03-24"; undefined when the text is anything else. */
export function parseShownDate(text: string): ShownDate | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return shown(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const monthFirst = /^([A-Z][a-z]{2,8})\.? (\d{1,2})(?:, (\d{4}))?$/.exec(text);
  if (monthFirst) return shown(yearOf(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
  const dayFirst = /^(\d{1,2}) ([A-Z][a-z]{2,8})\.?(?: (\d{4}))?$/.exec(text);
  return dayFirst ? shown(yearOf(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1])) : undefined;
}

/** What is known of the time around a date without a year. */
export interface DateHints {
  /** The month of the arXiv id ("2026-06"): a paper is published days around it, sometimes in the month before. */
  readonly near?: string | null;
  /** The day of the capture ("2026-06-29"): nothing on the page is younger. */
  readonly notAfter?: string | null;
}

/** Writes a shown date as an ISO date, with the year that the hints make possible; null when they make none. */
export function isoDate(date: ShownDate | null, { near, notAfter }: DateHints = {}): string | null {
  if (!date) return null;
  if (date.year !== null) return iso(date.year, date);
  if (near) return iso(nearestYear(date.month, near), date);
  if (!notAfter) return null;
  const year = Number(notAfter.slice(0, 4));
  return iso(year, date) <= notAfter ? iso(year, date) : iso(year - 1, date);
}

function nearestYear(month: number, near: string): number {
  const year = Number(near.slice(0, 4));
  const apart = month - Number(near.slice(5, 7));
  if (apart > 6) return year - 1;
  return apart < -6 ? year + 1 : year;
}

/** "2606.00683" was submitted in June 2026 ("2026-06"), "hep-th/9901001" in January 1999; null for no arXiv id. */
export function monthOfArxivId(id: string | null): string | null {
  const digits = /^(?:[a-z-]+(?:\.[A-Z]{2})?\/)?(\d{2})(\d{2})/.exec(id ?? '');
  if (!digits) return null;
  const century = Number(digits[1]) > 90 ? '19' : '20';
  return `${century}${digits[1]}-${digits[2]}`;
}

const iso = (year: number, { month, day }: ShownDate): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const yearOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;

function shown(year: number | null, month: number, day: number): ShownDate | undefined {
  const lastDay = new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay ? { year, month, day } : undefined;
}
