// Says what is no digest, for the commands that read pages.
import type { SiftSink } from '../sift.ts';
import type { Talk } from './talk.ts';

/** Watches the pages of one input. */
export interface PageWatch {
  /** A page begins. */
  readonly page: NonNullable<SiftSink['page']>;
  /** The input has ended, or (`cut`) could not be read any further. */
  end(cut: boolean): void;
}

/** Makes the watch over the input of this name: an empty one, and a page without a layout, is a problem. */
export function createPageWatch(name: string, talk: Talk): PageWatch {
  let pages = 0;
  return {
    page: ({ line }, { layout, nearest, fit }) => {
      pages++;
      if (!layout) talk.problem(`${name}:${line}`, notRecognised(nearest.name, fit.missing));
    },
    end: (cut) => {
      if (pages === 0 && !cut) talk.problem(name, 'there is nothing in it');
    },
  };
}

function notRecognised(nearest: string, missing: readonly string[]): string {
  const lack = missing.length > 0 ? `; missing: ${missing.join(', ')}` : '';
  return `no digest recognised (nearest layout: ${nearest}${lack})`;
}
