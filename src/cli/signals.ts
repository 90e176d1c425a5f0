// Ctrl-C and `kill`: what is half written is removed, and the exit status says which signal it was.
import { isWaiting } from '../io/later.ts';

type Signal = 'SIGHUP' | 'SIGINT' | 'SIGTERM';

/** The signals that end a run, with the exit status of each. */
const SIGNALS: readonly (readonly [Signal, number])[] = [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
];

/** Runs the clean-up when a signal comes and ends the program. Returns the function that takes this back. */
export function onSignal(cleanUp: () => void): () => void {
  const handlers = SIGNALS.map(([signal, status]) => {
    const handler = (): void => {
      cleanUp();
      endBy(signal, status);
    };
    process.once(signal, handler);
    return () => process.off(signal, handler);
  });
  return () => {
    for (const off of handlers) off();
  };
}

/** How a run hears that it is to stop. */
export interface Stop {
  readonly signal: AbortSignal;
  /** The exit status of the signal that came, if one did. */
  status(): number | undefined;
  /** Ends the program at once if a signal came. */
  end(): void;
}

/** Lets the first Ctrl-C end a run in order, the second one at once; nothing is lost either way. */
export function stopOnSignal(): Stop {
  const controller = new AbortController();
  let by: (typeof SIGNALS)[number] | undefined;
  const end = (): void => {
    if (by) endBy(...by);
  };
  for (const each of SIGNALS) {
    process.on(each[0], () => {
      end();
      by ??= each;
      controller.abort();
    });
  }
  return { signal: controller.signal, status: () => by?.[1], end };
}

/** Makes a write that fails an error with a name where files may not grow beyond a limit (`ulimit -f`): its signal would end the program. */
export function hearOfLimits(): void {
  if (process.platform !== 'win32') process.on('SIGXFSZ', () => {});
}

/** Ends the program at once, since a signal came. */
function endBy(signal: Signal, status: number): void {
  process.removeAllListeners(signal);
  // `exit` waits for a thread that waits for somebody else: then only the signal itself ends the program.
  if (isWaiting()) process.kill(process.pid, signal);
  else process.exit(status);
}
