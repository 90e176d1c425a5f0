// Waiting that ends when the run is stopped.

/**
 * Waits for work, or for the signal, which gives nothing. Rejects as the work does. A race with one long-lived promise
 * would hold the results of all work in memory.
 */
export function unlessStopped<T>(work: Promise<T> | undefined, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(undefined);
    if (signal.aborted || work === undefined) stop();
    else signal.addEventListener('abort', stop);
    work?.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Passes on what comes until the signal. What is still being waited for then is given up, since it may never come. */
export async function* untilStopped<T>(source: AsyncGenerator<T>, signal: AbortSignal): AsyncGenerator<T> {
  try {
    for (;;) {
      const next = await unlessStopped(source.next(), signal);
      if (!next || next.done) return;
      yield next.value;
    }
  } finally {
    if (!signal.aborted) await source.return(undefined);
  }
}
