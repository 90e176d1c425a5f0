// The commands and their options.
import { Command } from 'commander';
import { PARQUET } from '../bulk/options.ts';
import { LAYOUTS } from '../layouts/layouts.ts';
import { MARKUPS } from '../markup/markups.ts';
import { VERSION } from '../version.ts';
import { addConvert } from './convert.ts';
import { nearCommand } from './near-command.ts';
import {
  addFormatOptions,
  addMathOptions,
  addReadOptions,
  addTalkOptions,
  isStdinNamedTwice,
  type MathFlags,
  parseFileName,
  type ReadFlags,
  STDIN_TWICE,
  type TalkFlags,
} from './options.ts';
import type { SiftFlags } from './run-sift.ts';

/** Takes the exit status of the command that ran. */
type TakeStatus = (status: number) => void;

type AddCommand = (program: Command, done: TakeStatus) => void;

/** The commands besides reading itself, in the order of the help. */
const COMMANDS: readonly (readonly [name: string, add: AddCommand])[] = [
  ['convert', addConvert],
  ['clean', addClean],
  ['explain', addExplain],
  ['schema', addSchema],
];

/** What asks for the help; `help` is a command, as users expect of programs with commands. */
const HELP = ['-h', '--help', 'help'];

/** Makes the program for these arguments; its commands hand their exit status to `done`. */
export function createProgram(argv: readonly string[], done: TakeStatus): Command {
  const program = new Command('papersift')
    .description(
      'Turns the text scraped from a paper digest into records, and restores the\nmathematics that the page lost. Inputs are files, folders and archives;\nnone, or -, is standard input.',
    )
    .argument('[input...]')
    .enablePositionalOptions()
    .configureHelp({ optionDescription: ({ description }) => description })
    .showSuggestionAfterError()
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help');
  addFormatOptions(program).option(
    '-o, --output <file>',
    'file, written when all is read (default: stdout)',
    parseFileName,
  );
  addMathOptions(program);
  addReadOptions(program)
    .option('--rejects <file>', 'file for lines that nothing understood, numbered', parseFileName)
    .option('--strict', 'a warning makes the exit status 1');
  addTalkOptions(program).addHelpText('after', AFTER_HELP);
  program.action(async (names: string[], flags: SiftFlags) => {
    if (flags.format === PARQUET) program.error('error: Parquet is written by: papersift convert -f parquet');
    if (flags.output === '-') delete flags.output; // as for inputs, the standard stream
    if (flags.output !== undefined || flags.rejects !== undefined) {
      const { settleOutputs } = await import('./plain-outputs.ts');
      const wrong = await settleOutputs(names, flags);
      if (wrong !== undefined) program.error(`error: ${wrong}`);
    }
    const meant = nearCommand(
      names,
      COMMANDS.map(([name]) => name),
    );
    done(await (await import('./run-sift.ts')).runSift(names, flags, meant));
  });
  program.hook('preSubcommand', handOn);
  program.hook('preAction', (_, command) => {
    if (isStdinNamedTwice(command.args)) command.error(`error: ${STDIN_TWICE}`);
  });
  // Behind `--` stands no command. One that is not asked for need not be described: fifty options less at every start.
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  const help = words.some((word) => HELP.includes(word));
  for (const [name, add] of COMMANDS) if (help || words.includes(name)) add(program, done);
  if (words[0] === 'help') addHelp(program);
  return program;
}

/** Options may stand before the command: they are its own, or none. */
function handOn(program: Command, command: Command): void {
  for (const option of program.options) {
    const name = option.attributeName();
    if (program.getOptionValueSource(name) !== 'cli') continue;
    if (!command.options.some((own) => own.attributeName() === name))
      program.error(`error: ${command.name()} has no option '${option.flags}'`);
    command.setOptionValueWithSource(name, program.getOptionValue(name), 'cli');
  }
}

function addClean(program: Command, done: TakeStatus): void {
  const command = program.command('clean').description('repair any text, line by line').argument('[file...]');
  addTalkOptions(addMathOptions(command), 'say every warning');
  command.action(async (names: string[], flags: MathFlags & TalkFlags) =>
    done(await (await import('./run-clean.ts')).runClean(names, flags)),
  );
}

function addExplain(program: Command, done: TakeStatus): void {
  const command = program.command('explain').description('show what was taken as what, and why').argument('[file...]');
  addTalkOptions(addReadOptions(addMathOptions(command)), 'say every warning').addHelpText('after', EXPLAIN_HELP);
  command.action(async (names: string[], flags: ReadFlags & TalkFlags) =>
    done(await (await import('./run-explain.ts')).runExplain(names, flags)),
  );
}

function addHelp(program: Command): void {
  const command = program.command('help').description('print the help of a command').argument('[command]');
  command.action((name?: string) => {
    const asked = name === undefined ? program : program.commands.find((each) => each.name() === name);
    return asked ? asked.help() : command.error(`error: there is no command '${name}'`);
  });
}

function addSchema(program: Command, done: TakeStatus): void {
  program
    .command('schema')
    .description('print the JSON Schema of a record')
    .action(async () => done(await (await import('./run-schema.ts')).runSchema()));
}

const listed = (rows: readonly { readonly name: string; readonly description: string }[]): string =>
  rows.map(({ name, description }) => `  ${name.padEnd(14)} ${description}`).join('\n');

const EXPLAIN_HELP = `
Markups:
${listed(MARKUPS)}

Layouts:
${listed(LAYOUTS)}`;

const AFTER_HELP = `
Layouts:
${listed(LAYOUTS)}

Examples:
  papersift page.txt                        its papers, as JSON
  pbpaste | papersift -f jsonl              one paper a line, as they come
  papersift --fields title,arxiv_id -o papers.csv saved/*.txt
  papersift clean --math latex < notes.txt  repair the formulas in any text`;
