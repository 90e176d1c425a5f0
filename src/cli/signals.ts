// Ctrl-C and `kill`: what is half written is removed, and the exit status says which signal it was.

import { isWaiting } from '../io/later.ts';

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Runs the clean-up when a signal comes and ends the program. Returns the function that takes this back. */
export function onSignal(cleanUp: () => void): () => void {
  const handlers = Object.entries(SIGNALS).map(([signal, status]) => {
    const handler = (): void => {
      cleanUp();
      // `exit` waits for a thread that waits for a slow reader: then only the signal itself ends the program.
      if (isWaiting()) process.kill(process.pid, signal);
      else process.exit(status);
    };
    process.once(signal, handler);
    return () => process.off(signal, handler);
  });
  return () => {
    for (const off of handlers) off();
  };
}
