// `papersift clean`: a filter that repairs text line by line and keeps the lines and their ends.
import { type Cleaner, createCleaner } from '../clean/clean.ts';
import { digest } from '../io/digest.ts';
import { runCommand } from './command.ts';
import { eachInput, type Taker } from './each-input.ts';
import type { MathFlags, TalkFlags } from './options.ts';

/** Runs the filter and returns the exit status. */
export function runClean(names: readonly string[], flags: MathFlags & TalkFlags): Promise<number> {
  return runCommand(flags, async ({ talk, open }) => {
    const output = open();
    const cleaner = createCleaner({ math: flags.math, certainty: flags.mathCertainty, digest });
    const take = (): Taker => createLineFilter(cleaner, output.write);
    await eachInput(names, talk, take, output.flush);
  });
}

/** A longer line is repaired in pieces, so that memory stays bounded. */
const MAX_LINE = 1 << 20;

/** Repairs whole lines; line ends, and everything else that is no text of a line, pass as they are. */
function createLineFilter(cleaner: Cleaner, write: (text: string) => void): Taker {
  let tail = '';
  const repair = (text: string): void => write(text.replace(/[^\r\n]+/g, (line) => cleaner(line).text));
  return {
    push: (text) => {
      tail += text;
      const end = tail.length > MAX_LINE ? tail.length : tail.lastIndexOf('\n') + 1;
      repair(tail.slice(0, end));
      tail = tail.slice(end);
    },
    end: () => repair(tail),
  };
}
