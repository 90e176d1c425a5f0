// The names that options take: one list each, for the library's checks and for the command line.
import { LAYOUTS } from './layouts/layouts.ts';
import { MARKUPS } from './markup/markups.ts';

/** How repaired mathematics can be written. */
export const MATH_MODES = ['unicode', 'latex', 'ascii', 'raw'] as const;

/** How sure a repair must be to be made. */
export const CERTAINTIES = ['low', 'normal', 'high'] as const;

/** What `--markup` takes. */
export const MARKUP_NAMES: readonly string[] = ['auto', ...MARKUPS.map((markup) => markup.name)];

/** What `--layout` takes. */
export const LAYOUT_NAMES: readonly string[] = ['auto', ...LAYOUTS.map((layout) => layout.name)];
