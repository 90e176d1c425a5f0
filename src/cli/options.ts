// The options that several commands share, and the checks of their values.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { PARQUET } from '../bulk/options.ts';
import { CERTAINTIES, MATH_MODES } from '../clean/cleaner.ts';
import { FIELD_NAMES } from '../formats/fields.ts';
import { FORMATS } from '../formats/formats.ts';
import { LAYOUT_NAMES, MARKUP_NAMES } from '../option-values.ts';
import { COLOR_CHOICES } from './palette.ts';

/** What the repairing options give. */
export interface MathFlags {
  math: (typeof MATH_MODES)[number];
  mathCertainty: (typeof CERTAINTIES)[number];
}

/** What the reading options give. */
export interface ReadFlags extends MathFlags {
  markup: string;
  layout: string;
}

/** What the writing options give. */
export interface FormatFlags {
  format?: string;
  fields?: string[];
}

/** What the talking options give. */
export interface TalkFlags {
  quiet?: true;
  verbose?: true;
  color: (typeof COLOR_CHOICES)[number];
}

/** Adds --math and --math-certainty. */
export function addMathOptions(command: Command): Command {
  return command
    .addOption(choice('--math <mode>', 'formulas', MATH_MODES, 'unicode'))
    .addOption(choice('--math-certainty <level>', 'least certainty', CERTAINTIES, 'normal'));
}

/** Adds --markup and --layout. */
export function addReadOptions(command: Command): Command {
  return command.addOption(choice('--markup <name>', 'form of input', MARKUP_NAMES, 'auto')).addOption(layoutOption());
}

/** Adds --format and --fields. */
export function addFormatOptions(command: Command): Command {
  return command
    .addOption(
      formatOption(
        FORMATS.map(({ name }) => name),
        '-o x.csv says it too',
      ).choices([...FORMATS.map(({ name }) => name), PARQUET]), // it may stand before the command that writes it
    )
    .addOption(new Option('--fields <names>', 'which fields, in this order (default: all)').argParser(parseFields));
}

/** Adds -q, -v and --color. */
export function addTalkOptions(command: Command, verbose = 'sum up at the end'): Command {
  return command
    .addOption(new Option('-q, --quiet', 'say nothing on standard error').conflicts('verbose'))
    .option('-v, --verbose', verbose)
    .addOption(choice('--color <when>', 'colours', COLOR_CHOICES, 'auto'));
}

/** Which format of these to write; without a default, since the name of the output may say it. */
export function formatOption(names: readonly string[], otherwise: string): Option {
  const [standard, ...others] = names;
  return new Option(
    '-f, --format <name>',
    `output: ${[`${standard} (default)`, ...others].join(', ')}; ${otherwise}`,
  ).choices(names);
}

function layoutOption(): Option {
  const option = choice('--layout <name>', '', LAYOUT_NAMES, 'auto');
  option.description = 'which digest: auto (default); see papersift -h';
  return option;
}

/** An option that takes one of a few names; its description lists them, the default first. */
function choice(flags: string, description: string, choices: readonly string[], standard: string): Option {
  const others = choices.filter((name) => name !== standard);
  const list = [`${standard} (default)`, ...others].join(', ');
  return new Option(flags, `${description}: ${list}`).choices(choices).default(standard);
}

/** Takes the name of a file. Throws commander's error when there is none: a shell's variable was not set. */
export function parseFileName(name: string): string {
  if (name === '') throw new InvalidArgumentError('It must not be empty.');
  return name;
}

/** Do these names of inputs name standard input again? There is nothing left in it then. */
export const isStdinNamedTwice = (names: readonly string[]): boolean => names.indexOf('-') !== names.lastIndexOf('-');

/** What is wrong then. */
export const STDIN_TWICE = 'standard input is named twice, and can be read only once';

/** Splits the list of `--fields`; a name that comes again adds nothing. Throws commander's error, which ends the program with status 2. */
export function parseFields(list: string): string[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !FIELD_NAMES.includes(name));
  if (unknown === undefined) return [...new Set(names)];
  const near = FIELD_NAMES.filter(
    (name) => unknown !== '' && (name.startsWith(unknown.slice(0, 3)) || name.includes(unknown)),
  );
  const hint = near.length > 0 ? `Did you mean ${near.join(', ')}?` : `There are: ${FIELD_NAMES.join(', ')}.`;
  throw new InvalidArgumentError(`There is no field "${unknown}". ${hint}`);
}
