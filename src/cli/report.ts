// What `--report` writes: one row for each input, and the sum of all.
import { dirname } from 'node:path';
import type { ReportRow, Summary } from '../bulk/account.ts';
import { makeFolder } from '../io/output/make-folder.ts';
import { fileSink } from '../io/output/sink.ts';
import { removeLeft } from '../io/output/temporary-names.ts';
import { OutputError } from '../io/reasons.ts';

/** A report that is being written. */
export interface Report {
  row(row: ReportRow): void;
  /** Writes the sum; the report appears only now, or never: rejects with an `OutputError`, whenever it came. */
  finish(summary: Summary, seconds: number): Promise<void>;
  /** Throws away what was written. */
  abort(): void;
}

/** Rows are held until they are this many, and written together. */
const ROWS_AT_ONCE = 1000;

/** Opens a report, and removes what a killed run has left of one. Throws the system's error. */
export function openReport(path: string): Report {
  try {
    makeFolder(dirname(path));
  } catch (error) {
    throw new OutputError(path, error);
  }
  const sink = fileSink(path);
  let rows = 0;
  let flushed = Promise.resolve();
  sink.write('{"inputs": [');
  removeLeft(path);
  return {
    row: (row) => {
      sink.write(`${rows++ === 0 ? '' : ','}\n${JSON.stringify(row)}`);
      if (rows % ROWS_AT_ONCE > 0) return;
      flushed = flushed.then(sink.flush);
      flushed.catch(() => {}); // `finish` says it
    },
    finish: async (summary, seconds) => {
      sink.write(`\n], "total": ${JSON.stringify({ ...summary, seconds })}}\n`);
      await flushed.then(sink.close).catch((error: unknown) => {
        sink.abort();
        throw error;
      });
    },
    abort: sink.abort,
  };
}
