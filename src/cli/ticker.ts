// A line on the terminal that says how far a long run is; short runs and pipes never see it.
import { toStderr } from './talk.ts';

/** Shows how far a run is. */
export interface Ticker {
  /** Says how many bytes were read and how many records written so far. */
  tick(bytes: number, records: number): void;
  /** Takes the line away, so that something else can be said. */
  clear(): void;
}

/** A run that is shorter needs no line, and more often than this nobody reads it. */
const AFTER = 2000;
const EVERY = 250;

/** Makes the line; `allowed` is whether it may appear at all on this terminal. It asks for that only when it is time. */
export function createTicker(allowed: () => boolean): Ticker {
  // `performance` would load a dozen modules of Node's at every start.
  let next = Date.now() + AFTER;
  let shown = false;
  let may: boolean | undefined;
  return {
    tick: (bytes, records) => {
      const now = Date.now();
      if (now < next) return;
      next = now + EVERY;
      may ??= allowed();
      if (!may) return;
      toStderr(`\r\x1b[K${(bytes / 1e6).toFixed(0)} MB read, ${records} records`);
      shown = true;
    },
    clear: () => {
      if (shown) toStderr('\r\x1b[K');
      shown = false;
    },
  };
}
