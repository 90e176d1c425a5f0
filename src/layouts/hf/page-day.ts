// The day that a page is of: shown at its head, without the year, between links to the days around it.
import { isoDate, parseShownDate, type ShownDate } from '../../text/dates.ts';
import type { Page } from '../layout.ts';
import type { Fact } from './known-facts.ts';
import { MONTH } from './words.ts';

/** Finds out the day of one page from what stands above its papers. */
export class PageDay {
  readonly #page: Page;
  /** "Aug" in a text of its own: the day comes next. */
  #month = '';
  /** The days that the page leads to. */
  readonly #neighbours: ShownDate[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  /** Takes a fact that stands above the papers; returns whether it says something of the day. */
  take(fact: Fact): boolean {
    const month = this.#month;
    this.#month = '';
    if (fact.kind === 'neighbour') this.#neighbours.push(fact.date);
    else if (fact.kind === 'date') this.#page.date ??= fact.date;
    else if (fact.kind === 'count' && month !== '') return this.#takeDay(`${month} ${fact.count}`);
    else if (fact.kind === 'text' && MONTH.test(fact.text)) this.#month = fact.text;
    else return false;
    this.#settle();
    return true;
  }

  #takeDay(text: string): boolean {
    const date = parseShownDate(text);
    if (date) this.#page.date ??= date;
    this.#settle();
    return date !== undefined;
  }

  /** The day has the year that brings it nearest to a neighbour; where it is not shown, it may be the only one between two. */
  #settle(): void {
    const { date } = this.#page;
    const [first, second] = this.#neighbours;
    if (!first || (date && date.year !== null)) return;
    if (date) this.#page.date = { ...date, year: nearestYear(date, first) };
    else if (second) this.#page.date = between(dayNumber(first), dayNumber(second));
  }
}

const DAY = 86_400_000;

const dayNumber = (date: ShownDate): number => Date.parse(isoDate(date) ?? '') / DAY;

function nearestYear(date: ShownDate, neighbour: ShownDate): number {
  const there = neighbour.year ?? 0;
  const apart = (year: number): number => Math.abs(dayNumber({ ...date, year }) - dayNumber(neighbour));
  return [there - 1, there + 1].reduce((best, year) => (apart(year) < apart(best) ? year : best), there);
}

function between(before: number, behind: number): ShownDate | null {
  if (behind - before !== 2) return null;
  return parseShownDate(new Date((before + 1) * DAY).toISOString().slice(0, 10)) ?? null;
}
