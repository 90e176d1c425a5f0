// The names of markups and layouts that options take, for the library's checks and for the command line.
import { LAYOUTS } from './layouts/layouts.ts';
import { MARKUPS } from './markup/markups.ts';

/** What `--markup` takes. */
export const MARKUP_NAMES: readonly string[] = ['auto', ...MARKUPS.map((markup) => markup.name)];

/** What `--layout` takes. */
export const LAYOUT_NAMES: readonly string[] = ['auto', ...LAYOUTS.map((layout) => layout.name)];
