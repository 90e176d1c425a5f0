// Where tasks are done: in this thread when there is one job, else in a pool of workers.
import { join } from 'node:path';
import type { Job } from './job.ts';
import type { Outcome } from './outcome.ts';
import type { Task } from './task.ts';
import { createWork, type Work } from './work.ts';

/** Does tasks; each in the order of its pieces. */
export interface Pool {
  /** Does a task somewhere. Rejects only when a worker dies. */
  run(task: Task): Promise<readonly Outcome[]>;
  /** Does a task in this thread. */
  runHere(task: Task): Promise<readonly Outcome[]>;
  close(): Promise<void>;
}

/** A worker that needs more than this has met something that it must not hold; it dies before the machine does. */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

/** Makes the pool of a run; with fewer than two workers all is done in this thread. */
export async function createPool(job: Job, workers: number): Promise<Pool> {
  let here: Work | undefined;
  const runHere = (task: Task): Promise<Outcome[]> => {
    here ??= createWork(job, 0); // where workers do all, this thread need not get ready
    return here(task);
  };
  if (workers < 2) return { run: runHere, runHere, close: async () => {} };
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: join(__dirname, 'start-worker.cjs'), // `worker.ts`, see `scripts/pack.mjs`
    minThreads: workers,
    maxThreads: workers,
    workerData: job,
    resourceLimits: WORKER_LIMITS,
  });
  let broken: unknown;
  // A worker that cannot start, for want of files or of memory, ends what the others do.
  pool.on('error', (error) => {
    broken ??= error;
    pool.destroy().catch(() => {});
  });
  const run = (task: Task): Promise<Outcome[]> =>
    pool.run(task, { transferList: buffersOf(task) }).catch((error: unknown) => Promise.reject(broken ?? error));
  return { run, runHere, close: () => pool.destroy() };
}

/** Lines of captures are handed over, not copied: one may take 64 MiB. */
const buffersOf = ({ pieces }: Task): ArrayBuffer[] =>
  pieces.flatMap((piece) => (piece.kind === 'captures' ? [piece.bytes.buffer] : []));
