// The ordered table of markups: on equal scores the first one wins.
import type { Markup } from './block.ts';
import { plain } from './plain.ts';

export const MARKUPS: readonly Markup[] = [plain];
