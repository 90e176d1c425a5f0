// `papersift clean`: a filter that repairs text line by line and keeps the lines and their ends.
import { createCleaner } from '../clean/clean.ts';
import type { Input } from '../io/inputs.ts';
import { inputName } from '../io/names.ts';
import { hashText } from '../io/text-hash.ts';
import { runCommand } from './command.ts';
import { eachInput, type Taker } from './each-input.ts';
import { createLineFilter } from './line-filter.ts';
import type { MathFlags, TalkFlags } from './options.ts';

/** Runs the filter and returns the exit status. */
export function runClean(names: readonly string[], flags: MathFlags & TalkFlags): Promise<number> {
  return runCommand(flags, async ({ talk, open }) => {
    const output = open();
    const cleaner = createCleaner({ math: flags.math, mathCertainty: flags.mathCertainty, hashText });
    const take = ({ name }: Input): Taker =>
      flags.math === 'raw' // changes nothing at all
        ? { push: output.write, end: () => {} }
        : createLineFilter(cleaner, output.write, (message) => talk.warning(inputName(name), message));
    await eachInput(names, talk, take, output.flush);
    talk.unsaid('');
  });
}
