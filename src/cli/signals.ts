// Ctrl-C and `kill`: what is half written is removed, and the exit status says which signal it was.
import { isWaiting } from '../io/later.ts';

type Signal = 'SIGHUP' | 'SIGINT' | 'SIGTERM';

/** The signals that end a run, with the exit status of each. */
export const SIGNALS: readonly (readonly [Signal, number])[] = [
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

/** Ends the program at once, since a signal came. */
export function endBy(signal: Signal, status: number): void {
  process.removeAllListeners(signal);
  // `exit` waits for a thread that waits for somebody else: then only the signal itself ends the program.
  if (isWaiting()) process.kill(process.pid, signal);
  else process.exit(status);
}
