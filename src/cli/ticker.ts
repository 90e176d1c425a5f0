// A line on the terminal that says how far a long run is; short runs and pipes never see it.
import { toStderr } from './talk.ts';

/** Shows how far a run is. */
export interface Ticker {
  /** Says how many bytes were read and how many records written so far. */
  tick(bytes: number, records: number): void;
  /** Takes the line away, so that something else can be said. */
  clear(): void;
}

/** A run of fewer milliseconds needs no line, and after fewer nobody reads the next one. */
const AFTER_MS = 2000;
const EVERY_MS = 250;

/** Makes the line; `allowed` is whether it may appear at all on this terminal. It asks for that only when it is time. */
export function createTicker(allowed: () => boolean): Ticker {
  // `performance` would load a dozen modules of Node's at every start.
  let next = Date.now() + AFTER_MS;
  let shown = false;
  let may: boolean | undefined;
  return {
    tick: (bytes, records) => {
      const now = Date.now();
      if (now < next) return;
      next = now + EVERY_MS;
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
