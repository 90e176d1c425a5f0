// The account of a run: what was counted, for each input and for all.
import type { InputProblem } from '../io/items.ts';
import { harmless, inputName } from '../io/names.ts';
import { addCounts, type Counts, NO_ROWS, noCounts, type Outcome } from './outcome.ts';
import { isAddress } from './streams.ts';

/** What `--report` writes for each input. */
export interface ReportRow extends Counts {
  readonly input: string;
  /** The output, relative to the folder; null when several inputs share it. */
  readonly output: string | null;
  readonly layout: string | null;
  readonly markup: string | null;
  readonly problems: readonly string[];
  /** Nothing was done, since the output of a run before is still good. */
  readonly unchanged: boolean;
  readonly milliseconds: number;
}

/** What the whole run did. */
export interface Summary extends Counts {
  readonly inputs: number;
  readonly unchanged: number;
  /** How often something could not be read, understood or written. */
  readonly problems: number;
  readonly skipped: number;
  readonly joined: number;
  /** The run was stopped before its end. */
  readonly stopped: boolean;
  /** It ended early, since there was no sense in going on: the disk is full. */
  readonly failed: boolean;
}

/** Takes outcomes in the order of the inputs and gives rows: the parts of one stream of captures make one. */
export interface Account {
  add(outcome: Outcome): void;
  /** Takes what was wrong with an input, and how many that are worked on came `before`; when it is the last of those, its row gets it. */
  unread(problem: InputProblem, before: number): void;
  /** There are no more inputs. */
  allRead(): void;
  /** Gives the last row, unless it is a stream of which a run that was `stopped` has read but a part; returns the sum over all rows. */
  finish(stopped: boolean): { counts: Counts; inputs: number; unchanged: number };
}

/** Makes the account of a run; `mirrored` says that outputs belong to inputs. */
export function createAccount(mirrored: boolean, give: (row: ReportRow) => void): Account {
  const total = noCounts();
  let inputs = 0;
  let unchanged = 0;
  /** The input at hand: the parts of it that have come so far, as one outcome. */
  let open: Outcome | undefined;
  /** What was wrong with inputs whose turn has not come yet. */
  const later: { readonly problem: InputProblem; readonly before: number }[] = [];

  function close(): void {
    if (!open) return;
    inputs++;
    addCounts(total, open.counts);
    if (open.outputHash !== null) unchanged++;
    give(rowOf(open, mirrored));
    open = undefined;
  }

  function add(given: Outcome): void {
    unreadBefore(given.input);
    // What was read of a page before it broke off is in no output of its own.
    const isLost = mirrored && given.broken && given.origin === null;
    const outcome = isLost ? { ...given, counts: noCounts() } : given;
    if (open && outcome.input !== open.input) close();
    open = open ? merged(open, outcome) : light(outcome);
  }

  function unreadBefore(input: number): void {
    const next = later.findIndex(({ before }) => before > input);
    for (const { problem } of later.splice(0, next < 0 ? later.length : next)) takeUnread(problem);
  }

  function takeUnread(problem: InputProblem): void {
    if (open && belongs(problem, open)) {
      open = { ...open, problems: [...open.problems, problem] };
      return;
    }
    close();
    inputs++;
    give(unreadRow(problem));
  }

  return {
    add,
    unread: (problem, before) => later.push({ problem, before }),
    allRead: () => unreadBefore(Number.POSITIVE_INFINITY),
    finish: (stopped) => {
      if (!stopped || open?.origin === null) close(); // a page is whole by itself
      return { counts: total, inputs, unchanged };
    },
  };
}

/** Is this a stream that was cut, or one of its pages? */
function belongs({ name }: InputProblem, { name: input, origin }: Outcome): boolean {
  if (name === input || origin === null) return name === input;
  return name === harmless(origin) || (isAddress(name) && isAddress(input ?? ''));
}

/** The row of an input of which nothing could be read. */
function unreadRow({ name, reason }: InputProblem): ReportRow {
  const nothing = { output: null, layout: null, markup: null, unchanged: false, milliseconds: 0 };
  return { input: name, ...nothing, ...noCounts(), problems: [`${name}: ${reason}`] };
}

/** An outcome without its rows, which take memory. Its counts are its own: those of later parts are added to them. */
function light(outcome: Outcome): Outcome {
  return { ...outcome, ...NO_ROWS, counts: { ...outcome.counts } };
}

/** The first parts of an input, and the next one. */
function merged(open: Outcome, next: Outcome): Outcome {
  addCounts(open.counts, next.counts);
  return {
    ...open,
    problems: [...open.problems, ...next.problems],
    layouts: [...new Set([...open.layouts, ...next.layouts])],
    markups: [...new Set([...open.markups, ...next.markups])],
    milliseconds: open.milliseconds + next.milliseconds,
  };
}

function rowOf(whole: Outcome, mirrored: boolean): ReportRow {
  return {
    input: whole.origin ?? inputName(whole.name),
    output: mirrored && !whole.broken ? whole.out : null,
    ...whole.counts,
    layout: whole.layouts.join(', ') || null,
    markup: whole.markups.join(', ') || null,
    problems: whole.problems.map(({ name, reason }) => `${name}: ${reason}`),
    unchanged: whole.outputHash !== null,
    milliseconds: Math.round(whole.milliseconds * 10) / 10,
  };
}
