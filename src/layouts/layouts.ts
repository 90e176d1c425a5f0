// The ordered table of layouts: on equal fit the first one wins.
import { hfSearch } from './hf-search.ts';
import type { Layout } from './layout.ts';

export const LAYOUTS: readonly Layout[] = [hfSearch];
