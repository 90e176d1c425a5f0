// Tells titles from abstracts where the page gives no sign but the text itself: two states, decided jointly (Viterbi).
import { endsSentence } from '../../text/sentences.ts';

/** What a paragraph of a digest is. */
export type Role = 'title' | 'abstract';

/** A paragraph whose role has been decided. */
export interface Decided<T> {
  readonly role: Role;
  readonly item: T;
}

/** Decides roles as soon as no later paragraph can change them. */
export interface RoleDecider<T> {
  push(text: string, item: T): Decided<T>[];
  end(): Decided<T>[];
}

interface Step<T> {
  item: T;
  /** The best role of the paragraph before, if this one is a title, and if it is an abstract. */
  before: Record<Role, Role>;
}

/** Log-odds of leaving the strict turn title, abstract, title: an entry without abstract, an abstract in two paragraphs. */
const OUT_OF_TURN: Readonly<Record<Role, number>> = { title: -7, abstract: -5.5 };

/** The same verdict for both futures is found within a few paragraphs; a text that defies it is cut here. */
const MAX_OPEN = 64;

/** Makes a decider for one page. The first paragraph is taken to be a title unless it speaks strongly against it. */
export function createRoleDecider<T>(): RoleDecider<T> {
  let open: Step<T>[] = [];
  let score: Record<Role, number> = { title: OUT_OF_TURN.title, abstract: 0 };

  function push(text: string, item: T): Decided<T>[] {
    const evidence = abstractEvidence(text);
    const title = best(score.abstract, score.title + OUT_OF_TURN.title);
    const more = evidence < ENDS_IN_STOP ? Math.max(0, paragraphEvidence(text) - evidence) : 0;
    const abstract = best(score.title, score.abstract + OUT_OF_TURN.abstract + more);
    open.push({
      item,
      before: { title: title.inTurn ? 'abstract' : 'title', abstract: abstract.inTurn ? 'title' : 'abstract' },
    });
    score = { title: title.value, abstract: abstract.value + evidence };
    return settle();
  }

  /** Hands out everything before the newest point where both futures share one past. */
  function settle(): Decided<T>[] {
    const last = open.at(-1);
    if (!last) return [];
    if (last.before.title === last.before.abstract) return release(open.length - 1, last.before.title);
    return open.length >= MAX_OPEN ? release(open.length - 1, last.before[leader()]) : [];
  }

  function release(count: number, role: Role): Decided<T>[] {
    const done: Decided<T>[] = [];
    for (let i = count - 1, r = role; i >= 0; i--) {
      const step = open[i];
      if (!step) break;
      done.push({ role: r, item: step.item });
      r = step.before[r];
    }
    open = open.slice(count);
    return done.reverse();
  }

  const leader = (): Role => (score.title > score.abstract ? 'title' : 'abstract');
  /** A title at the end is an entry without abstract, too. */
  const last = (): Role => (score.title + OUT_OF_TURN.title > score.abstract ? 'title' : 'abstract');
  return { push, end: () => release(open.length, last()) };
}

function best(inTurn: number, outOfTurn: number): { value: number; inTurn: boolean } {
  return inTurn >= outOfTurn ? { value: inTurn, inTurn: true } : { value: outOfTurn, inTurn: false };
}

/** Log-odds that a text of a length is an abstract, counted on 68,000 arXiv titles and abstracts; straight between the rows. */
const WITHOUT_STOP: readonly Row[] = [
  [0, -8],
  [90, -7.3],
  [120, -6.8],
  [160, -4.6],
  [200, -2.2],
  [250, -0.5],
  [350, 3.5],
  [1000, 8],
];
const WITH_STOP: readonly Row[] = [
  [0, -2.5],
  [60, -2],
  [90, -0.5],
  [120, 1],
  [160, 3.3],
  [200, 6.5],
  [250, 8],
];
type Row = readonly [length: number, odds: number];

/** What no title looks like: an address, also behind a label, an item of a list, keywords. */
const NO_TITLE =
  /^(?:(?:[A-Z][\w ]{1,30}: ?)?https?:\/\/\S+\.?$|[-*•·] \S|\(?\d{1,2}[.)] \S|(?:Key ?words|Index Terms)\b.{0,20}: ?\S)/i;

/** Log-odds that a short text is one more paragraph of the abstract before it. One title in 250 ends with a full stop. */
function paragraphEvidence(text: string): number {
  if (NO_TITLE.test(text)) return 14;
  return /[.:;]["')\]]?$/.test(text) ? ENDS_IN_STOP : -Infinity;
}

const ENDS_IN_STOP = 4.5;

function abstractEvidence(text: string): number {
  return interpolate(endsSentence(text) ? WITH_STOP : WITHOUT_STOP, text.length);
}

function interpolate(rows: readonly Row[], length: number): number {
  const [most, limit] = rows.at(-1) ?? [0, 0];
  if (length >= most) return limit; // as for most abstracts
  let [before, value] = rows[0] ?? [0, 0];
  for (const [at, odds] of rows) {
    if (length <= at) return at === before ? odds : value + ((odds - value) * (length - before)) / (at - before);
    before = at;
    value = odds;
  }
  return value;
}
