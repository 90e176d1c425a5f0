// A bulk run: inputs to tasks, tasks to workers, their rows in the order of the inputs to the outputs.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { openItems } from '../io/inputs.ts';
import type { InputEvents, InputProblem, Item } from '../io/items.ts';
import { landingOf } from '../io/output/landing.ts';
import { reasonOf } from '../io/reasons.ts';
import { type Account, createAccount, type ReportRow, type Summary } from './account.ts';
import { HowFar } from './how-far.ts';
import { jobOf } from './job.ts';
import { type Mirror, openMirror } from './mirror.ts';
import { openOutputs } from './open-outputs.ts';
import type { BulkOptions } from './options.ts';
import { failedOutcomes, type Outcome, unchangedOutcome } from './outcome.ts';
import type { Outputs } from './outputs.ts';
import { type Naming, type Planned, plan } from './plan.ts';
import { createPool, type Pool } from './pool.ts';
import { unlessStopped, untilStopped } from './until-stopped.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** Who listens to a run. */
export interface BulkEvents {
  problem(problem: InputProblem): void;
  /** `bytes` of the inputs are done, besides those that were told before. */
  read(bytes: number): void;
  /** An input (or archive member) is done. */
  done(row: ReportRow): void;
}

/**
 * Runs until all is done, or until the signal, after which a next run goes on from there. What cannot be read or
 * written is told as a problem. Rejects when nothing can be done at all (a folder that cannot be made).
 */
export async function convert(options: BulkOptions, events: BulkEvents, signal: AbortSignal): Promise<Summary> {
  const workspace = await openWorkspace(workFolder(options));
  try {
    const mirror = await openMirror(options, workspace);
    return await new BulkRun(options, events, workspace, mirror).all(signal);
  } finally {
    workspace.close();
  }
}

function workFolder({ target }: BulkOptions): string {
  if (target.kind !== 'merge') return join(target.dir, '.papersift');
  const { path, direct } = landingOf(target.file);
  return direct ? mkdtempSync(join(tmpdir(), 'papersift-')) : join(dirname(path), `.${basename(path)}.papersift`);
}

/** At most this many tasks are under way for each worker: enough that none waits while a long one holds up the order. */
const MAX_TASKS_AHEAD = 6;
/** At most this many bytes are under way for each worker: a line of captures may be far longer than a task should be. */
const MAX_BYTES_AHEAD = 4 * 2 ** 20;

/** A task that somebody works on, how many bytes had been planned with it, and how many it holds itself. */
interface UnderWay {
  readonly outcomes: Promise<readonly Outcome[]>;
  readonly here: boolean;
  readonly planned: number;
  readonly held: number;
}

/** One run: what is under way in it, and what was counted. */
class BulkRun {
  readonly #options: BulkOptions;
  readonly #events: BulkEvents;
  readonly #workspace: Workspace;
  readonly #mirror: Mirror | null;
  readonly #account: Account;
  readonly #howFar: HowFar;
  #skipped = 0;
  #problems = 0;
  #inputs = 0;
  readonly #underWay: UnderWay[] = [];

  constructor(options: BulkOptions, events: BulkEvents, workspace: Workspace, mirror: Mirror | null) {
    this.#options = options;
    this.#events = events;
    this.#workspace = workspace;
    this.#mirror = mirror;
    this.#account = createAccount(mirror !== null, events.done);
    this.#howFar = new HowFar(events.read);
  }

  async all(signal: AbortSignal): Promise<Summary> {
    const [options, mirror, { temporary }] = [this.#options, this.#mirror, this.#workspace];
    const outputs = await openOutputs(options, temporary, mirror, (problem) => this.#problem(problem));
    const pool = await createPool(jobOf(options, temporary, mirror?.earlier ?? null), options.jobs);
    let failed = false;
    try {
      await this.#tasks(pool, outputs, signal);
      await outputs.finish(signal);
    } catch (error) {
      failed = true;
      outputs.abandon();
      this.#problem({ name: options.own[0] ?? '', reason: reasonOf(error) });
    } finally {
      await pool.close();
    }
    await this.#endJournal(signal.aborted || failed);
    const { counts, ...rest } = this.#account.finish(signal.aborted || failed);
    const [problems, skipped, stopped] = [this.#problems, this.#skipped, signal.aborted];
    return { ...counts, ...rest, problems, skipped, joined: outputs.joined(), stopped, failed };
  }

  /** What the journal cannot say the next run does again: it is no reason to end without a word of what was done. */
  async #endJournal(disturbed: boolean): Promise<void> {
    if (!this.#mirror) return;
    const { journal, names } = this.#mirror;
    try {
      if (disturbed) journal.close();
      else await journal.finish((out) => names.has(out));
    } catch (error) {
      this.#problem({ name: this.#workspace.folder, reason: `the journal cannot be written: ${reasonOf(error)}` });
    }
  }

  /** Keeps the workers busy and takes what they have made in the order of the inputs. */
  async #tasks(pool: Pool, outputs: Outputs, signal: AbortSignal): Promise<void> {
    const underWay = this.#underWay;
    const most = this.#options.jobs < 2 ? 0 : this.#options.jobs * MAX_TASKS_AHEAD;
    for await (const task of untilStopped(this.#plan(), signal)) {
      const outcomes = this.#start(pool, task);
      underWay.push({ outcomes, here: task.here, planned: this.#howFar.planned, held: heldBy(task) });
      if (task.here) await unlessStopped(outcomes, signal);
      while (underWay.length > most || sumOf(underWay) > this.#options.jobs * MAX_BYTES_AHEAD)
        await this.#take(outputs, signal, underWay.shift());
    }
    while (underWay.length > 0) await this.#take(outputs, signal, underWay.shift());
    if (signal.aborted) return;
    this.#account.allRead();
    this.#howFar.doneTo(this.#howFar.planned);
  }

  #start(pool: Pool, task: Planned): Promise<readonly Outcome[]> {
    if (task.unchanged) return Promise.resolve([unchangedOutcome(task.unchanged)]);
    const outcomes = task.here ? pool.runHere(task) : pool.run(task);
    return outcomes.catch((error: unknown) => failedOutcomes(task, `a worker failed (${reasonOf(error)})`));
  }

  async #take(outputs: Outputs, signal: AbortSignal, task?: UnderWay): Promise<void> {
    const outcomes = await unlessStopped(task?.outcomes, signal);
    if (!outcomes || !task) return;
    for (const outcome of outcomes) {
      for (const problem of outcome.problems) this.#problem(problem);
      this.#account.add(outcome);
      await outputs.add(outcome, signal);
    }
    this.#howFar.doneTo(task.planned);
  }

  #read(bytes: number): void {
    this.#howFar.plan(bytes);
    // A stream that is read here, and what is passed over while nobody works, counts at once.
    if (this.#underWay.at(-1)?.here !== false) this.#howFar.doneTo(this.#howFar.planned);
  }

  #plan(): AsyncGenerator<Planned> {
    const { paths, input } = this.#options;
    const events: InputEvents = {
      problem: (problem) => {
        this.#mirror?.streams.wrong(problem.name);
        this.#account.unread(problem, this.#inputs);
        this.#problem(problem);
      },
      skipped: () => {
        this.#skipped++;
      },
      read: (bytes) => this.#read(bytes),
    };
    const naming: Naming = {
      claim: (path) => {
        this.#inputs++;
        return this.#mirror?.names.claim(path) ?? '';
      },
      madeBefore: async (origin, out) => this.#mirror?.streams.open(origin, out) ?? null,
    };
    const all = { ...input, skip: [...this.#options.own, this.#workspace.folder] };
    return plan(this.#told(openItems(paths, all, events)), all, events, naming);
  }

  /** Tells the streams of each item. */
  async *#told(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
    for await (const item of items) {
      this.#mirror?.streams.next(item.origin);
      yield item;
    }
    this.#mirror?.streams.next();
  }

  #problem(problem: InputProblem): void {
    this.#problems++;
    this.#events.problem(problem);
  }
}

const sumOf = (tasks: readonly UnderWay[]): number => tasks.reduce((sum, { held }) => sum + held, 0);

const heldBy = ({ pieces }: Planned): number =>
  pieces.reduce((sum, piece) => sum + (piece.kind === 'captures' ? piece.bytes.length : 0), 0);
