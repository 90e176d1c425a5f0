// What follows from the options of a run: names, formats, and what the workers have to know.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { FIELDS } from '../formats/fields.ts';
import { formatNamed } from '../formats/formats.ts';
import type { CaptureFields } from '../io/captures.ts';
import type { Settings } from '../options.ts';
import type { Record } from '../record.ts';
import { type Encoding, textEncoding } from './encode.ts';
import type { Journal } from './journal.ts';
import type { EarlierOutputs } from './made-before.ts';
import { shardNames } from './merged.ts';
import { type BulkOptions, PARQUET, type Target } from './options.ts';
import type { Workspace } from './workspace.ts';

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

/** What the workers have to know. */
export function jobOf(options: BulkOptions, workspace: Workspace, journal: Journal | undefined): Job {
  const { settings, fields, format, input, dedupe, target } = options;
  const before = target.kind === 'mirror' && journal && journal.before.size > 0 ? journal.before.slots : null;
  return {
    settings,
    // A paper may get more from a page that is read later: it can be written only when all is read.
    format: dedupe ? 'jsonl' : rowFormat(format),
    fields: dedupe ? FIELDS : fields,
    captureFields: input.captureFields,
    maxSize: input.maxSize,
    keys: dedupe,
    spool: workspace.temporary,
    earlier:
      before && target.kind === 'mirror'
        ? { dir: target.dir, optionsHash: hashOfOptions(options), slots: before }
        : null,
  };
}

/** The files of a merged or sharded run. */
export function pathsOf(target: Target, ending: string): string[] {
  if (target.kind === 'merge') return [target.file];
  return target.kind === 'shard' ? shardNames(target.count, ending).map((name) => join(target.dir, name)) : [];
}

/** How a joined record is written; null when that is what the workers give. */
export function rowOf({ format, fields }: BulkOptions): ((record: Record) => string) | null {
  const name = rowFormat(format);
  if (name === 'jsonl' && fields.join() === FIELDS.join()) return null;
  return formatNamed(name).open(fields).row;
}

/** Parquet is made of rows in JSON. */
const rowFormat = (format: string): string => (format === PARQUET ? 'jsonl' : format);

/** How an output is made of rows; many at once hold no more together than a few. */
export async function encodingOf({ format, fields, target }: BulkOptions): Promise<Encoding> {
  const files = target.kind === 'shard' ? target.count : 1;
  if (format === PARQUET) return (await import('./parquet.ts')).parquetEncoding(fields, files);
  return textEncoding(formatNamed(format), fields, files);
}

/** The ending of the outputs, as `.jsonl.gz`. */
export function endingOf({ format, compression }: BulkOptions): string {
  const ending = format === PARQUET ? format : formatNamed(format).extension;
  return `.${ending}${compression === null ? '' : `.${compression}`}`;
}

/** A hash of all that an output, and whether it counts as done, depends on besides the content of its input. */
export function hashOfOptions(options: BulkOptions): string {
  const { version, settings, format, fields, compression, input, strict } = options;
  const more = strict ? ['strict'] : []; // what another run has noted as done may have warnings
  const all = JSON.stringify([version, settings, format, fields, compression, input.captureFields, ...more]);
  return createHash('sha256').update(all).digest('hex').slice(0, 16);
}
