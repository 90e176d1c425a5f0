// `papersift clean`: a filter that repairs text line by line and keeps the lines and their ends.
import { createCleaner } from '../clean/clean.ts';
import { openPlain } from '../io/open-plain.ts';
import { stdoutSink } from '../io/sink.ts';
import { createDecoder } from '../text/decode.ts';
import type { MathFlags, TalkFlags } from './options.ts';
import { createPalette } from './palette.ts';
import { codeOf, reasonOf } from './reasons.ts';
import { createTalk } from './talk.ts';

/** A line is repaired in pieces of this size at most, so that memory stays bounded. */
const MAX_TAIL = 1 << 20;

/** Runs the filter and returns the exit status. */
export async function runClean(names: readonly string[], flags: MathFlags & TalkFlags): Promise<number> {
  const talk = createTalk(flags.quiet ? 'quiet' : 'normal', createPalette(flags.color, 'stderr'));
  const cleaner = createCleaner({ math: flags.math, certainty: flags.mathCertainty });
  const output = stdoutSink();
  const repair = (text: string): void => output.write(text.replace(/[^\r\n]+/g, (line) => cleaner(line).text));
  try {
    for (const input of openPlain(names.length > 0 ? names : ['-'])) {
      if ('reason' in input) {
        talk.problem(input.name, input.reason);
        continue;
      }
      const decoder = createDecoder();
      let tail = '';
      try {
        for await (const chunk of input.chunks()) {
          tail += decoder.push(chunk);
          const end =
            tail.length > MAX_TAIL ? tail.length : Math.max(tail.lastIndexOf('\n'), tail.lastIndexOf('\r')) + 1;
          repair(tail.slice(0, end));
          tail = tail.slice(end);
          await output.flush();
        }
      } catch (error) {
        if (codeOf(error) === 'EPIPE') throw error;
        talk.problem(input.name, reasonOf(error));
      }
      repair(tail + decoder.end());
      await output.flush();
    }
  } catch (error) {
    if (codeOf(error) === 'EPIPE') return 0;
    talk.problem(null, reasonOf(error));
  }
  return talk.problems() > 0 ? 1 : 0;
}
