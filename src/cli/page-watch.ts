// Says what is no digest, for the commands that read pages.
import { createForeignPages, NOTHING_IN_IT } from '../pages/foreign.ts';
import type { SiftSink } from '../sift-sink.ts';
import type { Talk } from './talk.ts';

/** Watches the pages of one input. */
export interface PageWatch {
  /** A page begins. */
  readonly page: NonNullable<SiftSink['page']>;
  /** The input has ended, or (`cut`) could not be read any further. */
  end(cut: boolean): void;
}

/** Makes the watch over the input of this name: an empty one is a problem, and one without any digest. */
export function createPageWatch(name: string, talk: Talk): PageWatch {
  let pages = 0;
  const foreign = createForeignPages(
    (line, reason) => talk.problem(`${name}:${line}`, reason),
    (line, reason) => talk.warning(`${name}:${line}`, reason),
  );
  return {
    page: (page, recognised) => {
      pages++;
      foreign.page(page, recognised);
    },
    end: (cut) => {
      foreign.end();
      if (pages === 0 && !cut) talk.problem(name, NOTHING_IN_IT);
    },
  };
}
