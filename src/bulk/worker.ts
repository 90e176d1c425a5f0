// The program of a worker thread: started by the pool, it does one task after another.
import { workerData } from 'node:worker_threads';
import { beginWork, runTask } from './pool.ts';
import type { Outcome, Task } from './task.ts';
import type { Work } from './work.ts';

let work: Work | undefined;

/** Does a task. The pool calls it with what `Pool.run` was given. */
export default function handle(task: Task): Promise<Outcome[]> {
  const [{ workerId }, job] = workerData;
  work ??= beginWork(job, workerId);
  return runTask(work, task);
}
