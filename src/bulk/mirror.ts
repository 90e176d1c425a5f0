// What a run knows of the folder that it mirrors its inputs into: the names in it, and what runs before have made there.
import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { VERSION } from '../version.ts';
import { type Journal, openJournal } from './journal.ts';
import type { EarlierOutputs } from './made-before.ts';
import { type BulkOptions, endingOf } from './options.ts';
import { OutNames } from './out-names.ts';
import { Streams } from './streams.ts';
import type { Workspace } from './workspace.ts';

/** The folder of the outputs, one for each input. */
export interface Mirror {
  readonly dir: string;
  readonly names: OutNames;
  readonly journal: Journal;
  /** A hash of the version and the options, for the journal. */
  readonly optionsHash: string;
  /** What has warnings is not noted as done. */
  readonly strict: boolean;
  /** What runs before have made, if there were any. */
  readonly earlier: EarlierOutputs | null;
  readonly streams: Streams;
}

/** Opens the mirror and its journal; null when the outputs mirror nothing. Rejects with the system's error. */
export async function openMirror(options: BulkOptions, workspace: Workspace): Promise<Mirror | null> {
  if (options.target.kind !== 'mirror') return null;
  const { dir } = options.target;
  const journal = await openJournal(workspace);
  const optionsHash = hashOfOptions(options);
  const earlier = journal.before.size > 0 ? { dir, optionsHash, slots: journal.before.slots } : null;
  const own = options.own.map((path) => relative(dir, path)); // the report may stand among the outputs
  const names = new OutNames(endingOf(options), own);
  return { dir, names, journal, optionsHash, strict: options.strict, earlier, streams: new Streams(earlier) };
}

/** A hash of all that an output, and whether it counts as done, depends on besides the content of its input. */
function hashOfOptions(options: BulkOptions): string {
  const { settings, format, fields, compression, input, strict } = options;
  const more = strict ? ['strict'] : []; // what another run has noted as done may have warnings
  const all = JSON.stringify([VERSION, settings, format, fields, compression, input.captureFields, ...more]);
  return createHash('sha256').update(all).digest('hex').slice(0, 16);
}
