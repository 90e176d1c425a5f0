// `papersift convert`: its options. What it does stands in run-convert.ts, which is loaded only when it runs.
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { PARQUET } from '../bulk/options.ts';
import { FORMATS } from '../formats/formats.ts';
import { CAPTURE_FIELDS, type CaptureFields, parseCaptureFields } from '../io/captures.ts';
import { MAX_SIZE } from '../io/items.ts';
import { inputName } from '../io/names.ts';
import { reasonOf } from '../io/reasons.ts';
import {
  addMathOptions,
  addReadOptions,
  addTalkOptions,
  formatOption,
  isStdinNamedTwice,
  parseFields,
  parseFileName,
  STDIN_TWICE,
} from './options.ts';
import type { ConvertFlags } from './plan-run.ts';

/** Adds the command to the program; it hands its exit status to `done`. */
export function addConvert(program: Command, done: (status: number) => void): void {
  const names = [...FORMATS.map((format) => format.name), PARQUET];
  const command: Command = program
    .command('convert')
    .description('turn folders and archives of pages into records, in parallel; run it again to go on')
    .argument('[input...]', 'files, folders, globs, archives (zip, tar, warc), captures (jsonl); -: standard input')
    .option('--files-from <file>', 'read more inputs from here, one a line or parted by NUL; -: standard input')
    .requiredOption(
      '-o, --output <dir>',
      'one output for each input, in this folder; with --merge a file',
      parseFileName,
    )
    .option('-j, --jobs <n>', 'how many cores to use (default: all)', positive)
    .addOption(new Option('--merge', 'write one file').conflicts('shard'))
    .option('--shard <n>', 'write n files of even size', positive)
    .option('--dedupe', 'each paper once, with what all its showings say (needs --merge or --shard)')
    .addOption(formatOption(names, 'with --merge -o x.csv says it too'))
    .addOption(new Option('--fields <names>', 'fields to write, in this order (default: all)').argParser(parseFields))
    .addOption(new Option('--compress <how>', 'compress the outputs: gz, zst').choices(['gz', 'zst']))
    .option('--report <file>', 'write what was done with each input, as JSON', parseFileName)
    .option(
      '--max-size <size>',
      'the most that each member or compressed file may unpack to (default: 8G)',
      size,
      MAX_SIZE,
    )
    .option('--hidden', 'take hidden files and folders too')
    .addOption(
      new Option('--capture-fields <names>', 'keys of captures in jsonl (default: url=url,text=text,html=html)')
        .argParser(captureFields)
        .default(CAPTURE_FIELDS, 'url=url,text=text,html=html'),
    );
  addReadOptions(addMathOptions(command)).option('--strict', 'every warning makes the exit status 1');
  addTalkOptions(command, 'a line every ten seconds where no bar is shown');
  command.action(async (paths: string[], flags: ConvertFlags) => {
    if (flags.dedupe && !flags.merge && flags.shard === undefined) {
      command.error("error: option '--dedupe' needs '--merge' or '--shard <n>'");
    }
    if (flags.filesFrom === undefined && paths.length === 0) command.error("error: missing required argument 'input'");
    const all = flags.filesFrom === undefined ? paths : [...paths, ...listedIn(flags.filesFrom, command)];
    if (all.length === 0) command.error(`error: ${nameOfList(flags.filesFrom ?? '')}: it names no input`);
    if (isStdinNamedTwice(flags.filesFrom === '-' ? ['-', ...all] : all)) command.error(`error: ${STDIN_TWICE}`);
    const { planRun, runConvert } = await import('./run-convert.ts');
    const options = await planRun(all, flags);
    if (typeof options === 'string') command.error(`error: ${options}`);
    done(await runConvert(options, flags));
  });
}

function listedIn(file: string, command: Command): string[] {
  try {
    const list = readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\ufeff/, '');
    return list.split(list.includes('\0') ? '\0' : /\r?\n/).filter((name) => name !== '');
  } catch (error) {
    return command.error(`error: ${nameOfList(file)}: ${reasonOf(error)}`);
  }
}

const nameOfList = (file: string): string => inputName(file === '-' ? null : file);

function positive(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 to 9999.');
  return Number(text);
}

const UNITS: { readonly [unit: string]: number } = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

function size(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([kmgt]?)(?:i?b)?$/i.exec(text) ?? [];
  const bytes = Math.floor(Number(number) * (UNITS[unit?.toLowerCase() ?? ''] ?? 1));
  if (!(bytes >= 1)) throw new InvalidArgumentError('It must be a number of bytes, as 500M or 8G.');
  return bytes;
}

function captureFields(text: string): CaptureFields {
  const fields = parseCaptureFields(text);
  if (!fields) throw new InvalidArgumentError('It must be like url=KEY,text=KEY,html=KEY (any of them).');
  return fields;
}
