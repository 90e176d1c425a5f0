// What `papersift convert` is asked to do: from options as they were given to those of a run.
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { type BulkOptions, endingOf, PARQUET, type Target } from '../bulk/options.ts';
import { FIELDS } from '../formats/fields.ts';
import type { CaptureFields } from '../io/captures.ts';
import { compressionOf } from '../io/codecs/compress.ts';
import { isSameFile } from '../io/same-file.ts';
import { settingsOf } from '../options.ts';
import { amongInputs, replacedInput } from './among-inputs.ts';
import { formatByName, unwritable } from './format-by-name.ts';
import type { ReadFlags, TalkFlags } from './options.ts';

/** The options of `convert`. */
export interface ConvertFlags extends ReadFlags, TalkFlags {
  output: string;
  filesFrom?: string;
  jobs?: number;
  merge?: true;
  shard?: number;
  format?: string;
  fields?: string[];
  compress?: 'gz' | 'zst';
  dedupe?: true;
  report?: string;
  maxSize: number;
  hidden?: true;
  captureFields: CaptureFields;
  strict?: true;
}

/** The run that the command line asks for, or what is wrong with it: options that contradict each other, or inputs that would be lost. */
export async function planRun(paths: readonly string[], flags: ConvertFlags): Promise<BulkOptions | string> {
  const options = bulkOptions(paths, flags);
  return (await contradiction(flags, options)) ?? options;
}

async function contradiction(flags: ConvertFlags, options: BulkOptions): Promise<string | undefined> {
  const { merge, output, report } = flags;
  const { paths, format, compression } = options;
  if (output === '-')
    return 'convert writes files, not standard output: -o needs a folder, or a file with --merge (./- if it is called so)';
  if (report === '-') return 'the report is written to a file, not to standard output (./- if it is called so)';
  if (merge && report !== undefined && isSameFile(output, report))
    return 'the report would take the place of the records: -o and --report name one file';
  if (report !== undefined && isSameFile(dirname(report), join(output, '.papersift')))
    return `the folder of ${report} is the run's own: --report needs another place`;
  const wrongName = merge ? unwritable(output) : undefined;
  if (wrongName !== undefined) return wrongName;
  const replaced = await replacedInput(paths, merge ? output : undefined, report);
  if (replaced !== undefined) return replaced;
  const named = merge ? compressionOf(output) : null;
  if (named !== null && named !== compression)
    return `-o ${output} asks for ${named}, and --compress for ${compression}`;
  if (format !== PARQUET || compression === null) return amongInputs(paths, options.target, endingOf(options));
  return 'Parquet is compressed by itself, and nothing reads it when it is compressed as a whole';
}

function bulkOptions(paths: readonly string[], flags: ConvertFlags): BulkOptions {
  const { math, mathCertainty, markup, layout, hidden, maxSize, captureFields } = flags;
  const target: Target = flags.merge
    ? { kind: 'merge', file: flags.output }
    : flags.shard === undefined
      ? { kind: 'mirror', dir: flags.output }
      : { kind: 'shard', dir: flags.output, count: flags.shard };
  return {
    paths,
    target,
    format: flags.format ?? (flags.merge ? formatByName(flags.output) : undefined) ?? 'json',
    fields: flags.fields ?? FIELDS,
    compression: flags.compress ?? (flags.merge ? compressionOf(flags.output) : null),
    settings: settingsOf({ math, mathCertainty, markup, layout }),
    input: { hidden: hidden ?? false, maxSize, captureFields },
    own: [flags.output, ...(flags.report === undefined ? [] : [flags.report])],
    jobs: flags.jobs ?? availableParallelism(),
    dedupe: flags.dedupe ?? false,
    strict: flags.strict ?? false,
  };
}
