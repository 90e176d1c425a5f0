// Files that are read at once leave no gap in which Node would hear of a signal.

const EVERY = 16;
let turns = 0;

/** Call it for each chunk or input that was read without waiting: now and then signals get their turn. */
export async function turnForSignals(): Promise<void> {
  if (++turns % EVERY === 0) await new Promise((resolve) => setImmediate(resolve));
}
