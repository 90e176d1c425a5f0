// The commands and their options.
import { Command } from 'commander';
import { LAYOUTS } from '../layouts/layouts.ts';
import { addConvert } from './convert.ts';
import {
  addFormatOptions,
  addMathOptions,
  addReadOptions,
  addTalkOptions,
  type MathFlags,
  type ReadFlags,
  type TalkFlags,
} from './options.ts';
import type { SiftFlags } from './run-sift.ts';

/** Takes the exit status of the command that ran. */
export type Done = (status: number) => void;

/** Makes the program; its commands hand their exit status to `done`. */
export function createProgram(version: string, done: Done): Command {
  const program = new Command('papersift')
    .description(
      'Turns the text scraped from a paper digest into records, and restores the mathematics that the page lost.',
    )
    .argument('[input...]', 'files; - or none: standard input')
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help');
  addFormatOptions(program).option('-o, --output <file>', 'write here once all is read (default: standard output)');
  addMathOptions(program);
  addReadOptions(program)
    .option('--rejects <file>', 'write the lines that were not understood: NUMBER, tab, text')
    .option('--strict', 'every warning makes the exit status 1');
  addTalkOptions(program).addHelpText('after', AFTER_HELP);
  program.action(async (names: string[], flags: SiftFlags) =>
    done(await (await import('./run-sift.ts')).runSift(names, flags)),
  );
  addConvert(program, version, done);
  addClean(program, done);
  addExplain(program, done);
  program
    .command('schema')
    .description('print the JSON Schema of a record')
    .action(async () => done(await (await import('./run-schema.ts')).runSchema()));
  return program;
}

function addClean(program: Command, done: Done): void {
  const command = program
    .command('clean')
    .description('repair the text of any file and keep its lines')
    .argument('[file...]');
  addTalkOptions(addMathOptions(command));
  command.action(async (names: string[], flags: MathFlags & TalkFlags) =>
    done(await (await import('./run-clean.ts')).runClean(names, flags)),
  );
}

function addExplain(program: Command, done: Done): void {
  const command = program
    .command('explain')
    .description('show what was recognised, repaired and skipped, and why')
    .argument('[file...]');
  addTalkOptions(addReadOptions(addMathOptions(command)));
  command.action(async (names: string[], flags: ReadFlags & TalkFlags) =>
    done(await (await import('./run-explain.ts')).runExplain(names, flags)),
  );
}

const AFTER_HELP = `
Layouts:
${LAYOUTS.map(({ name, description }) => `  ${name.padEnd(16)} ${description}`).join('\n')}

Examples:
  papersift page.txt                        records of a saved page, as JSON
  curl -s $URL | papersift -f jsonl         one record a line, as they come
  papersift -f csv --fields title,arxiv_id -o papers.csv *.txt
  papersift clean --math latex < notes.txt  repair any text`;
