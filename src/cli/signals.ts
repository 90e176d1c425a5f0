// Ctrl-C and `kill`: what is half written is removed, and the exit status says which signal it was.

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Runs the clean-up when a signal comes and ends the program. Returns the function that takes this back. */
export function onSignal(cleanUp: () => void): () => void {
  const handlers = Object.entries(SIGNALS).map(([signal, status]) => {
    const handler = (): void => {
      cleanUp();
      process.exit(status);
    };
    process.once(signal, handler);
    return () => process.off(signal, handler);
  });
  return () => {
    for (const off of handlers) off();
  };
}
