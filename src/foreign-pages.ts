// Pages that are no digest: an input of nothing else is a problem, beside digests they are worth a warning.
import type { Recognised } from './recognise.ts';
import type { SiftSink } from './sift.ts';

/** Says what is wrong with the page that begins at a line. */
type Say = (line: number, reason: string) => void;

/** Watches the pages of one input. */
export interface ForeignPages {
  /** A page begins. */
  readonly page: NonNullable<SiftSink['page']>;
  /** The input has ended: pages that are no digest, and stand beside none, are problems. */
  end(): void;
}

/** So many wait for the first digest; more are problems whatever comes. */
const MOST_WAITING = 1000;

/** Makes the watch of one input; `problem` or `warning` is told of each page that is no digest, in the words of `describe`. */
export function createForeignPages(
  describe: (recognised: Recognised) => string,
  problem: Say,
  warning: Say,
): ForeignPages {
  let waiting: [line: number, reason: string][] = [];
  let hasDigest = false;
  const tell = (say: Say): void => {
    for (const [line, reason] of waiting) say(line, reason);
    waiting = [];
  };
  return {
    page: ({ line }, recognised) => {
      if (recognised.layout) {
        hasDigest = true;
        tell(warning);
      } else if (hasDigest) warning(line, describe(recognised));
      else if (waiting.push([line, describe(recognised)]) > MOST_WAITING) tell(problem);
    },
    end: () => tell(problem),
  };
}
