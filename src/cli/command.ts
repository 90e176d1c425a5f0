// What every command does around its work: a voice, sinks, signals, and the exit status.

import { fileSink, type Sink, stdoutSink } from '../io/output/sink.ts';
import { isClosedPipe, reasonOf } from '../io/reasons.ts';
import type { TalkFlags } from './options.ts';
import { createPalette } from './palette.ts';
import { onSignal } from './signals.ts';
import { createTalk, type Talk } from './talk.ts';

/** What a command works with. */
export interface Desk {
  readonly talk: Talk;
  /** Opens a file for output, standard output without a name or for `-`. Throws an `OutputError`. */
  open(path?: string): Sink;
}

/** Runs the work; what it opened is completed at the end, or thrown away if it fails. Returns the exit status. */
export async function runCommand(
  flags: TalkFlags & { strict?: true },
  work: (desk: Desk) => Promise<void>,
): Promise<number> {
  const loudness = flags.quiet ? 'quiet' : flags.verbose ? 'verbose' : 'normal';
  const talk = createTalk(loudness, await createPalette(flags.color, 2));
  const sinks: Sink[] = [];
  const abort = (): void => {
    for (const sink of sinks) sink.abort();
  };
  const open = (path?: string): Sink => {
    const sink = path === undefined || path === '-' ? stdoutSink() : fileSink(path);
    sinks.push(sink);
    return sink;
  };
  const off = onSignal(abort);
  try {
    await work({ talk, open });
    for (const sink of sinks) await sink.close();
  } catch (error) {
    abort();
    if (isClosedPipe(error)) return 0;
    talk.problem(null, reasonOf(error));
  } finally {
    off();
    talk.flush();
  }
  return talk.problems() > 0 || (flags.strict && talk.warnings() > 0) ? 1 : 0;
}

/** Writes a text to standard output as a command of its own; returns the exit status. */
export function print(text: string): Promise<number> {
  return runCommand({ color: 'never' }, async ({ open }) => open().write(text));
}
