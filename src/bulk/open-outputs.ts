// Which outputs a run writes: mirrored, merged or sharded, with papers joined or not.
import { join } from 'node:path';
import { FIELDS } from '../formats/fields.ts';
import { formatNamed } from '../formats/formats.ts';
import { compressor } from '../io/codecs/compress.ts';
import type { InputProblem } from '../io/items.ts';
import type { Record } from '../record.ts';
import { type Encoding, textEncoding } from './encode.ts';
import { joinedOutputs } from './joined-outputs.ts';
import { mergedOutputs, shardNames } from './merged-outputs.ts';
import type { Mirror } from './mirror.ts';
import { mirroredOutputs } from './mirrored-outputs.ts';
import { type BulkOptions, endingOf, PARQUET, rowFormatOf } from './options.ts';
import { OutFile } from './out-file.ts';
import type { OutputSetup, Outputs } from './outputs.ts';
import { unlessStopped } from './until-stopped.ts';

/** Opens the outputs that the options ask for; unfinished files lie in `temporary`. Rejects with the system's error. */
export async function openOutputs(
  options: BulkOptions,
  temporary: string,
  mirror: Mirror | null,
  problem: (problem: InputProblem) => void,
): Promise<Outputs> {
  const encoding = await encodingOf(options);
  const compress = compressor(options.compression);
  let opened = 0;
  const setup: OutputSetup = {
    temporary,
    open: (to) => new OutFile(to, join(temporary, `out-${opened++}`), encoding(), compress),
    problem,
  };
  if (mirror) return mirroredOutputs(setup, mirror);
  const paths = pathsOf(options);
  return allOrNone(options.dedupe ? joinedOutputs(setup, paths, rowOf(options)) : mergedOutputs(setup, paths));
}

/** How an output is made of rows; many at once hold no more together than a few. */
async function encodingOf({ format, fields, target }: BulkOptions): Promise<Encoding> {
  const files = target.kind === 'shard' ? target.count : 1;
  if (format === PARQUET) return (await import('./parquet.ts')).parquetEncoding(fields, files);
  return textEncoding(formatNamed(format), fields, files);
}

/** The files of a merged or sharded run. */
function pathsOf(options: BulkOptions): string[] {
  const { target } = options;
  if (target.kind === 'merge') return [target.file];
  const names = target.kind === 'shard' ? shardNames(target.count, endingOf(options)) : [];
  return names.map((name) => join(target.dir, name));
}

/** How a joined record is written; null when that is what the workers give. */
function rowOf(options: BulkOptions): ((record: Record) => string) | null {
  const name = rowFormatOf(options);
  if (name === 'jsonl' && options.fields.join() === FIELDS.join()) return null;
  return formatNamed(name).open(options.fields).row;
}

/** A stop ends the wait for the reader of a pipe, and no file appears; mirrored ones, which are whole one by one, are completed. */
function allOrNone(outputs: Outputs): Outputs {
  return {
    ...outputs,
    add: async (outcome, signal) => {
      await unlessStopped(outputs.add(outcome, signal), signal);
    },
    finish: async (signal) => {
      if (!signal.aborted) await unlessStopped(outputs.finish(signal), signal);
      if (signal.aborted) outputs.abandon();
    },
  };
}
