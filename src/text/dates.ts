// Dates as digest pages show them, and the years that they leave out.
import { monthOf } from './months.ts';

/** A date as the page showed it; a page often leaves the year out. */
export interface ShownDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const NUMBERS = /^(\d{4})-(\d{2})-(\d{2})$/;
const EAST_ASIAN = /^(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]$/;
const YEAR_FIRST = /^(\d{4})(?:\/|\. ?)(\d{1,2})(?:\/|\. ?)(\d{1,2})\.?$/;
const DAY_MONTH_YEAR = /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/;
const VIETNAMESE = /^(?:ngày )?(?<day>\d{1,2}) (?:thg|tháng) (?<month>\d{1,2})(?:,? (?:năm )?(?<year>\d{4}))?$/i;
const MONTH_FIRST = /^(\p{L}{3,12})\.? (\d{1,2})(?:, ?(\d{4}))?$/u;
const DAY_FIRST = /^(\d{1,2})(?:\.|er|º|°)? (?:de )?(\p{L}{3,12})\.?(?:,? (?:de )?(\d{4}))?(?: г\.?)?$/u;

/** Reads "Sep 1", "May 29, 2025", "7 Nov 2024", "30 nov. 2024", "2026-03-24" or "2024年10月7日"; undefined when the text is anything else. */
export function parseShownDate(text: string): ShownDate | undefined {
  if (text.length > 40 || !/\d/.test(text)) return undefined;
  const numbers = NUMBERS.exec(text) ?? EAST_ASIAN.exec(text) ?? YEAR_FIRST.exec(text);
  if (numbers) return shown(yearOf(numbers[1]), Number(numbers[2]), Number(numbers[3]));
  const { day, month, year } = (DAY_MONTH_YEAR.exec(text) ?? VIETNAMESE.exec(text))?.groups ?? {};
  if (day) return shown(yearOf(year), Number(month), Number(day));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return shown(yearOf(monthFirst[3]), monthOf(monthFirst[1] ?? '', false), Number(monthFirst[2]));
  const dayFirst = DAY_FIRST.exec(text);
  return dayFirst ? shown(yearOf(dayFirst[3]), monthOf(dayFirst[2] ?? '', true), Number(dayFirst[1])) : undefined;
}

/** How the dates of mails were written: "Thu, 2 JAN 92 12:17 N", "6-SEP-1991", "Tue Feb 16 16:08:45 1993". */
const DATES: readonly RegExp[] = [
  /\b(?<day>\d{1,2})[ -]+(?<month>[A-Za-z]{3,9})[ -]+(?<year>\d{4}|\d{2})\b(?!:)/,
  /\b(?<month>[A-Za-z]{3,9}) +(?<day>\d{1,2}),? +(?:\d{1,2}:\d{2}(?::\d{2})? +(?:[A-Z]{3,5} +)?)?(?<year>\d{4})\b/,
];

/** The day that a header of a mail shows, with the time and whatever else is beside it. */
export function dateOfMail(value: string): ShownDate | undefined {
  for (const pattern of DATES) {
    const { day, month, year = '' } = pattern.exec(value)?.groups ?? {};
    const century = year.length === 4 ? '' : year > '90' ? '19' : '20';
    const date = day && parseShownDate(`${day} ${month} ${century}${year}`);
    if (date) return date;
  }
  return undefined;
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
  if (near) {
    const year = nearestYear(date.month, near);
    return inFirstOf([year, year - 1, year + 1], date);
  }
  if (!notAfter) return null;
  const last = Number(notAfter.slice(0, 4));
  const years = Array.from({ length: LEAP_YEARS_APART }, (_, back) => last - back);
  return inFirstOf(years, date, notAfter);
}

/** The 29th of February may be so many years ago, where a century ends between. */
const LEAP_YEARS_APART = 9;

/** The date in the first of some years that has it, no later than a day. */
function inFirstOf(years: readonly number[], date: ShownDate, notAfter = '9999'): string | null {
  const year = years.find((one) => shown(one, date.month, date.day) && iso(one, date) <= notAfter);
  return year === undefined ? null : iso(year, date);
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

function shown(year: number | null, month: number, day: number): ShownDate | undefined {
  const lastDay = new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay ? { year, month, day } : undefined;
}
