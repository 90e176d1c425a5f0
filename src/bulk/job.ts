// What the workers have to know of a run.
import { FIELDS } from '../formats/fields.ts';
import type { CaptureFields } from '../io/captures.ts';
import type { Settings } from '../options.ts';
import type { EarlierOutputs } from './made-before.ts';
import { type BulkOptions, rowFormatOf } from './options.ts';

/** What every task of a run shares; handed to a worker once, when it starts. */
export interface Job {
  readonly settings: Settings;
  /** Name of the format that rows are written in, and the fields. */
  readonly format: string;
  readonly fields: readonly string[];
  readonly captureFields: CaptureFields;
  readonly maxSize: number;
  /** Give the keys by which the same paper is known again. */
  readonly keys: boolean;
  /** Folder for rows that are too many to be held in memory. */
  readonly spool: string;
  /** What runs before have made, when outputs can be kept: see `journal.ts`. */
  readonly earlier: EarlierOutputs | null;
}

/** The job of a run with these options. */
export function jobOf(options: BulkOptions, spool: string, earlier: EarlierOutputs | null): Job {
  const { settings, fields, input, dedupe } = options;
  return {
    settings,
    // A paper may get more from a page that is read later: it can be written only when all is read.
    format: dedupe ? 'jsonl' : rowFormatOf(options),
    fields: dedupe ? FIELDS : fields,
    captureFields: input.captureFields,
    maxSize: input.maxSize,
    keys: dedupe,
    spool,
    earlier,
  };
}
