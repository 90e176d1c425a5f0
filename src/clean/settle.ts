// Repairing twice must be repairing once: a text is repaired until nothing changes, and a place that goes on changing is left.
import type { Cleaned, Repair } from './cleaner.ts';

/** A stretch of a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One pass over a text that leaves the repairs in `kept` out; lists its repairs if it is asked to. */
export type Pass = (text: string, kept: readonly Range[], list: boolean) => Cleaned;

const MOST_PASSES = 4;
const MOST_ROUNDS = 4;
const MOST_PLACES = 100; // so that the time stays in proportion to the length
const NONE: readonly never[] = [];

/** Goes on with a text whose first pass changed it. */
export function settle(text: string, first: Cleaned, pass: Pass): Cleaned {
  let settled = first.text;
  for (let i = 0; i < MOST_PASSES; i++) {
    const next = pass(settled, NONE, false).text;
    if (next === settled) return { ...first, text: settled };
    settled = next;
  }
  return leaveUnsettled(text, first, pass);
}

function leaveUnsettled(text: string, first: Cleaned, pass: Pass): Cleaned {
  let found: Cleaned | null = null;
  let current = text;
  for (let i = 0; i < MOST_ROUNDS; i++) {
    const round = withoutUnsettled(current, pass);
    if (round === null) break;
    found ??= round;
    if (round.text === current) return { ...found, text: current };
    current = round.text;
  }
  return { text, warnings: [...first.warnings, 'left as it was: its repairs would not settle'], repairs: NONE };
}

/** Passes over the text as often as before, and then once more, without what still changed in the end. */
function withoutUnsettled(text: string, pass: Pass): Cleaned | null {
  const trail: (readonly Repair[])[] = [];
  let current = text;
  for (let i = 0; i <= MOST_PASSES; i++) {
    const { text: next, repairs } = pass(current, NONE, true);
    trail.push(repairs);
    current = next;
  }
  const [last = NONE, lastButOne = NONE] = trail.toReversed();
  if (last.length + lastButOne.length > MOST_PLACES) return null;
  const unsettled = [
    ...last.map((one) => placeAtFirst(one, trail, 1)),
    ...lastButOne.map((one) => placeAtFirst(one, trail, 2)),
  ];
  const left = pass(text, unsettled, true);
  const places = (trail[0] ?? []).filter((repair) => overlaps(repair, unsettled));
  const warnings = places.map(
    ({ start, before }) => `${brief(before)} at character ${start + 1} stays as it was: its repair would not settle`,
  );
  return { ...left, warnings: [...left.warnings, ...warnings] };
}

/** Where a repair of the pass that is `back` from the end lies in the text of the first pass. */
const placeAtFirst = (repair: Range, trail: readonly (readonly Repair[])[], back: number): Range =>
  trail.slice(0, -back).reduceRight<Range>(placeBefore, repair);

/** Where a range of a repaired text lay before the repairs; a repair that it touches counts whole. */
function placeBefore({ start, end }: Range, repairs: readonly Repair[]): Range {
  let shift = 0;
  let from = start;
  let to = end;
  for (const repair of repairs) {
    const first = repair.start + shift;
    const last = first + repair.after.length;
    shift += repair.after.length - (repair.end - repair.start);
    if (last < start) from = start - shift;
    if (last < end) to = end - shift;
    if (last < start || first > end) continue;
    from = Math.min(from, repair.start);
    to = Math.max(to, repair.end);
  }
  return { start: from, end: to };
}

/** Whether a range shares a character with one of the others. */
export function overlaps({ start, end }: Range, others: readonly Range[]): boolean {
  return others.some((other) => start < other.end && other.start < end);
}

const LONGEST_QUOTE = 40;
const brief = (text: string): string => (text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}…`);
