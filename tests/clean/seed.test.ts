// The repairs that the design names, in every mode.
import { describe, expect, test } from 'vitest';
import { createCleaner } from '../../src/clean/clean.ts';
import type { MathMode } from '../../src/clean/cleaner.ts';

const clean = (mode: MathMode, text: string): string =>
  createCleaner({ math: mode, mathCertainty: 'normal' })(text).text;

const ROWS: readonly (readonly [string, string, string, string])[] = [
  [
    'orbital periods lesssim1d are key',
    'orbital periods ≲1d are key',
    'orbital periods $\\lesssim 1d$ are key',
    'orbital periods <~1d are key',
  ],
  ['0.1 to 0.5\\,\\Msun) and', '0.1 to 0.5 M☉) and', '0.1 to 0.5\\,$M_{\\odot}$) and', '0.1 to 0.5 Msun) and'],
  ['mass lesssim0.5M_{odot}).', 'mass ≲0.5M☉).', 'mass $\\lesssim 0.5M_{\\odot}$).', 'mass <~0.5Msun).'],
  [
    'an AR process x_{t+1} = W x_t. First',
    'an AR process xₜ₊₁ = W xₜ. First',
    'an AR process $x_{t+1} = W x_t$. First',
    'an AR process x_(t+1) = W x_t. First',
  ],
  [
    'a video of 1920times1080 pixels',
    'a video of 1920×1080 pixels',
    'a video of $1920\\times 1080$ pixels',
    'a video of 1920x1080 pixels',
  ],
  [
    'runs in O(n^{2/3}log n) time',
    'runs in O(n^(2/3) log n) time',
    'runs in $O(n^{2/3}\\log n)$ time',
    'runs in O(n^(2/3) log n) time',
  ],
  [
    'regret of mathcal{O}(sqrt{T}) is',
    'regret of 𝒪(√T) is',
    'regret of $\\mathcal{O}(\\sqrt{T})$ is',
    'regret of O(sqrt(T)) is',
  ],
  ['is frac{1}{2} of it', 'is 1/2 of it', 'is $\\frac{1}{2}$ of it', 'is 1/2 of it'],
  ['MasakhaNEWS -- a new', 'MasakhaNEWS – a new', 'MasakhaNEWS -- a new', 'MasakhaNEWS -- a new'],
  ["more than 90\\% of ``x''.", 'more than 90% of “x”.', "more than 90\\% of ``x''.", 'more than 90% of "x".'],
  ['{\\em deep} G\\"odel', 'deep Gödel', '\\emph{deep} G\\"odel', 'deep Godel'],
];

describe('the table of the design', () => {
  test.each(ROWS)('%s', (shown, unicode, latex, ascii) => {
    expect([clean('unicode', shown), clean('latex', shown), clean('ascii', shown), clean('raw', shown)]).toEqual([
      unicode,
      latex,
      ascii,
      shown,
    ]);
  });
});
