// Inputs and pages that are no digest: an input of nothing else is a problem, beside digests they are worth a warning.

import type { SiftSink } from '../sift-sink.ts';
import type { Recognised } from './recognise.ts';

/** Says what is wrong with the page that begins at a line. */
type Say = (line: number, reason: string) => void;

/** Watches the pages of one input. */
export interface ForeignPages {
  /** A page begins. */
  readonly page: NonNullable<SiftSink['page']>;
  /** The input has ended: pages that are no digest, and stand beside none, are problems. */
  end(): void;
}

/** At most this many pages wait for the first digest; more are problems whatever comes. */
const MAX_WAITING = 1000;

/** What is wrong with an input that is empty. */
export const NOTHING_IN_IT = 'there is nothing in it';

/** What is wrong with a page that is no digest. */
export function notRecognised({ nearest, fit }: Recognised): string {
  const missing = fit.missing.length > 0 ? `; missing: ${fit.missing.join(', ')}` : '';
  return `no digest recognised (nearest layout: ${nearest.name}${missing})`;
}

/** Makes the watch of one input; `problem` or `warning` is told of each page that is no digest. */
export function createForeignPages(problem: Say, warning: Say): ForeignPages {
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
      } else if (hasDigest) warning(line, notRecognised(recognised));
      else if (waiting.push([line, notRecognised(recognised)]) > MAX_WAITING) tell(problem);
    },
    end: () => tell(problem),
  };
}
