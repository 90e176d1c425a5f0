import { arxivDigest } from './arxiv-digest.ts';
import { arxivListing } from './arxiv-listing.ts';
import { arxivMailing } from './arxiv-mailing.ts';
import { arxivSearch } from './arxiv-search.ts';
import { hfPaper } from './hf-paper.ts';
import { hfSearch } from './hf-search.ts';
import { hfTrending } from './hf-trending.ts';
import type { Layout } from './layout.ts';

/** The table of layouts: on equal fit the first one wins. */
export const LAYOUTS: readonly Layout[] = [
  hfSearch,
  hfTrending,
  hfPaper,
  arxivMailing,
  arxivListing,
  arxivSearch,
  arxivDigest,
];
