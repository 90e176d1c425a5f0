// What `papersift convert` is asked to do: from options as they were given to those of a run.
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { endingOf } from '../bulk/job.ts';
import { type BulkOptions, PARQUET, type Target } from '../bulk/options.ts';
import { FIELDS } from '../formats/fields.ts';
import { FORMATS } from '../formats/formats.ts';
import { compressionOf } from '../io/codecs/compress.ts';
import { isSameFile } from '../io/same-file.ts';
import { settingsOf } from '../options.ts';
import { amongInputs, inFolder } from './among-inputs.ts';
import type { ConvertFlags } from './convert.ts';

/** Says what is wrong with options that contradict each other, if they do. */
export function contradiction(paths: readonly string[], flags: ConvertFlags): string | undefined {
  const { merge, output, report } = flags;
  if (output === '-')
    return 'convert writes files, not standard output: -o needs a folder, or a file with --merge (./- if it is called so)';
  if (report === '-') return 'the report is written to a file, not to standard output (./- if it is called so)';
  if (merge && report !== undefined && isSameFile(output, report))
    return 'the report would take the place of the records: -o and --report name one file';
  const replaced = inFolder(paths, [...(merge ? [output] : []), ...(report === undefined ? [] : [report])]);
  if (replaced !== undefined) return replaced;
  const options = bulkOptions(paths, flags, '');
  const { format, compression } = options;
  if (format !== PARQUET || compression === null) return amongInputs(paths, options.target, endingOf(options));
  return 'Parquet is compressed by itself, and nothing reads it when it is compressed as a whole';
}

/** The options of the run that the command line asks for. */
export function bulkOptions(paths: readonly string[], flags: ConvertFlags, version: string): BulkOptions {
  const { math, mathCertainty, markup, layout, hidden, maxSize, captureFields } = flags;
  const target: Target = flags.merge
    ? { kind: 'merge', file: flags.output }
    : flags.shard === undefined
      ? { kind: 'mirror', dir: flags.output }
      : { kind: 'shard', dir: flags.output, count: flags.shard };
  return {
    paths,
    target,
    format: flags.format ?? formatOf(flags) ?? 'json',
    fields: flags.fields ?? FIELDS,
    compression: flags.compress ?? (flags.merge ? compressionOf(flags.output) : null),
    settings: settingsOf({ math, mathCertainty, markup, layout }),
    input: { hidden: hidden ?? false, maxSize, captureFields },
    own: [flags.output, ...(flags.report === undefined ? [] : [flags.report])],
    jobs: flags.jobs ?? availableParallelism(),
    dedupe: flags.dedupe ?? false,
    version,
  };
}

/** The format that the name of a merged output asks for. */
function formatOf({ merge, output }: ConvertFlags): string | undefined {
  if (!merge) return undefined;
  const plain = compressionOf(output) === null ? output : output.slice(0, -extname(output).length);
  const ending = extname(plain).slice(1).toLowerCase();
  if (ending === PARQUET) return ending;
  return FORMATS.find(({ extension }) => extension === (ALIASES.get(ending) ?? ending))?.name;
}

/** Other endings that files of a format have. */
const ALIASES: ReadonlyMap<string, string> = new Map([['ndjson', 'jsonl']]);
