// What later showings add to papers, by the paper's number, in bounded memory: sorted runs on the disk, merged when read.
import { join } from 'node:path';
import type { Record } from '../record.ts';
import { joinShowings } from './join-showings.ts';
import { LinesOnDisk } from './lines-on-disk.ts';

/** All that later showings of one paper say. */
export interface Showing {
  readonly number: number;
  readonly record: Record;
}

/** Showings of at most this many bytes (as JSON) are held; more go to the disk as a run. */
const MAX_HELD_BYTES = 8 * 2 ** 20;

/** At most this many runs are open at once; more are merged into one. */
const MAX_RUNS = 64;

/** Collects later showings in the order of the inputs. */
export class LaterShowings {
  readonly #folder: string;
  readonly #limit: number;
  #held = new Map<number, Record>();
  #size = 0;
  #runs: LinesOnDisk[] = [];
  #written = 0;

  /** Takes the folder for runs, and how many bytes may be held. */
  constructor(folder: string, limit: number = MAX_HELD_BYTES) {
    this.#folder = folder;
    this.#limit = limit;
  }

  /** Adds a showing of paper `number`, as JSON. Rejects with the system's error. */
  add(number: number, json: string): Promise<void> | undefined {
    const record: Record = JSON.parse(json);
    const before = this.#held.get(number);
    this.#held.set(number, before ? joinShowings(before, record) : record);
    // What is said again takes no room: most pages show what the page of the day before showed.
    if (!before) this.#size += json.length;
    return this.#size > this.#limit ? this.#spill() : undefined;
  }

  /** One showing for each paper that has any, by rising numbers. Rejects with the system's error. */
  all(): AsyncGenerator<Showing> {
    return merge([...this.#runs.map(read), sorted(this.#held)]);
  }

  async #spill(): Promise<void> {
    if (this.#runs.length >= MAX_RUNS) this.#runs = [await this.#write(merge(this.#runs.map(read)))];
    const held = sorted(this.#held);
    this.#held = new Map();
    this.#size = 0;
    this.#runs.push(await this.#write(held));
  }

  async #write(showings: AsyncGenerator<Showing>): Promise<LinesOnDisk> {
    const run = new LinesOnDisk(join(this.#folder, `showings-${this.#written++}`));
    for await (const { number, record } of showings) run.add(Buffer.from(`${JSON.stringify([number, record])}\n`));
    return run;
  }
}

async function* sorted(held: ReadonlyMap<number, Record>): AsyncGenerator<Showing> {
  for (const [number, record] of [...held].sort(([a], [b]) => a - b)) yield { number, record };
}

async function* read(run: LinesOnDisk): AsyncGenerator<Showing> {
  for await (const line of run.read()) {
    const [number, record]: [number, Record] = JSON.parse(line.toString());
    yield { number, record };
  }
}

/** Merges runs that each rise; what several say of one paper is joined in the order of the runs. */
async function* merge(runs: readonly AsyncGenerator<Showing>[]): AsyncGenerator<Showing> {
  const heads: { readonly run: AsyncGenerator<Showing>; showing: Showing | undefined }[] = [];
  for (const run of runs) heads.push({ run, showing: await nextOf(run) });
  for (;;) {
    const number = Math.min(...heads.map(({ showing }) => showing?.number ?? Number.POSITIVE_INFINITY));
    if (number === Number.POSITIVE_INFINITY) return;
    let joined: Record | undefined;
    for (const head of heads) {
      if (head.showing?.number !== number) continue;
      joined = joined ? joinShowings(joined, head.showing.record) : head.showing.record;
      head.showing = await nextOf(head.run);
    }
    if (joined) yield { number, record: joined };
  }
}

/** The next showing, if there is one. */
export async function nextOf(run: AsyncGenerator<Showing>): Promise<Showing | undefined> {
  const { done, value } = await run.next();
  return done ? undefined : value;
}
