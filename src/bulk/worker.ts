// The program of a worker thread: started by the pool, it does one task after another.
import { workerData } from 'node:worker_threads';
import type { Outcome } from './outcome.ts';
import type { Task } from './task.ts';
import { createWork, type Work } from './work.ts';

let work: Work | undefined;

/** Does a task. The pool calls it with what `Pool.run` was given. */
export default function handle(task: Task): Promise<Outcome[]> {
  const [{ workerId }, job] = workerData;
  work ??= createWork(job, workerId);
  return work(task);
}
