// Two showings of one paper to one record: the first counts, a later one adds what it lacks.
import { isBeginningOf } from '../cut-short.ts';
import type { Record } from '../record.ts';

/** Joins a later showing to the first. Where it stood, its digest and its counts stay those of the first that has them. */
export function joinShowings(first: Record, later: Record): Record {
  const known = new Set(first.links.map(({ url }) => url));
  const fuller = continues(first.abstract, later.abstract);
  return {
    title: first.title || later.title,
    abstract: fuller ? later.abstract : first.abstract,
    links: [...first.links, ...later.links.filter(({ url }) => !known.has(url))],
    arxiv_id: first.arxiv_id ?? later.arxiv_id,
    doi: first.doi ?? later.doi,
    authors: later.authors.length > first.authors.length ? later.authors : first.authors,
    author_count: first.author_count ?? later.author_count,
    organization: first.organization ?? later.organization,
    submitted_by: first.submitted_by ?? later.submitted_by,
    published: first.published ?? later.published,
    upvotes: first.upvotes ?? later.upvotes,
    comment_count: first.comment_count ?? later.comment_count,
    github_stars: first.github_stars ?? later.github_stars,
    categories: first.categories.length > 0 ? first.categories : later.categories,
    note: first.note ?? later.note,
    digest: first.digest,
    source: first.source,
    warnings: fuller ? [...new Set([...first.warnings, ...later.warnings])] : first.warnings,
  };
}

/** Is this the abstract of which the other is only the beginning, or nothing? */
const continues = (abstract: string, later: string): boolean =>
  later.length > abstract.length && isBeginningOf(abstract, later);
