// The default command: reads every input, writes its records, tells what could not be read.
import { harmless } from '../io/names.ts';
import { untilClosed } from '../io/output/sink.ts';
import { runCommand } from './command.ts';
import { eachInput } from './each-input.ts';
import type { FormatFlags, ReadFlags, TalkFlags } from './options.ts';
import { createRecordWriter } from './record-writer.ts';
import type { Talk } from './talk.ts';
import { createTicker } from './ticker.ts';

/** The options of the default command. */
export interface SiftFlags extends ReadFlags, FormatFlags, TalkFlags {
  output?: string;
  rejects?: string;
  strict?: true;
}

/** Runs the command and returns the exit status. `meant` is a command that the first name may have been typed for. */
export function runSift(names: readonly string[], flags: SiftFlags, meant: string | undefined): Promise<number> {
  return runCommand(flags, async ({ talk, open }) => {
    const output = open(flags.output);
    const rejects = flags.rejects === undefined ? undefined : untilClosed(open(flags.rejects));
    // Where records go to the same terminal, a line of progress would stand between them.
    const mayTick = (): boolean =>
      !flags.quiet &&
      process.stderr.isTTY === true &&
      process.env['TERM'] !== 'dumb' &&
      (flags.output !== undefined || !process.stdout.isTTY);
    const writer = createRecordWriter(flags, {
      output,
      rejects,
      talk,
      ticker: createTicker(mayTick),
      only: onlyName(names),
    });
    const outputs = [flags.output, flags.rejects].filter((path) => path !== undefined);
    writer.finish(await eachInput(names, suggesting(talk, names, meant), writer.take, writer.flush, outputs));
  });
}

/** What the only input would be called, were it not a folder, a glob or an archive, whose inputs have names of their own. */
function onlyName([name = '-', ...others]: readonly string[]): string | null | undefined {
  if (others.length > 0) return undefined;
  return name === '-' ? null : harmless(name);
}

/** A name that is no file gets a suggestion behind the reason: a command was meant, or a page to be loaded. */
function suggesting(talk: Talk, names: readonly string[], meant: string | undefined): Talk {
  const suggestion = meant === undefined ? '' : ` (did you mean the command ${meant}?)`;
  const behind = (where: string | null): string => {
    if (where !== null && names.includes(where) && /^https?:\/\//.test(where))
      return ' (papersift loads no pages: save it first, or pipe it in)';
    return where === names[0] ? suggestion : '';
  };
  return { ...talk, problem: (where, message) => talk.problem(where, message + behind(where)) };
}
