// Raw papers to records: joins a paper that is shown twice in a row, repairs texts, fills in years and link kinds.
import { createCleaner } from './clean/clean.ts';
import type { Cleaner } from './clean/cleaner.ts';
import { isBeginningOf } from './cut-short.ts';
import type { Extent, Page, RawPaper } from './layouts/layout.ts';
import { arxivIdOf, doiOf, findUrls, toLinks } from './links.ts';
import type { Block } from './markup/block.ts';
import type { Record } from './record.ts';
import { isoDate, monthOfArxivId } from './text/dates.ts';

/** Takes raw papers in order and writes records. */
export interface Recorder {
  /** Returns false when the paper is another showing of the one before. */
  push(paper: RawPaper, blocks: readonly Block[], page: Page, extent?: Extent): boolean;
  end(): void;
}

interface Pending {
  paper: RawPaper;
  page: Page;
  line: number;
  endLine: number;
  flaws: string[];
}

/** Makes a recorder; it holds back one paper, since the next may be a second showing of it. */
export function createRecorder(file: string | null, clean: Cleaner, out: { record(record: Record): void }): Recorder {
  let pending: Pending | undefined;

  function push(paper: RawPaper, blocks: readonly Block[], page: Page, extent = extentOf(blocks, page.line)): boolean {
    const [line, endLine] = extent;
    const next: Pending = {
      paper,
      page: { ...page },
      line,
      endLine,
      flaws: flawsOf(blocks),
    };
    if (pending && isSamePaper(pending.paper, paper)) {
      pending = join(pending, next);
      return false;
    }
    end();
    pending = next;
    return true;
  }

  function end(): void {
    if (pending) out.record(toRecord(pending, file, clean));
    pending = undefined;
  }

  return { push, end };
}

/** The first and the last line of blocks in any order: facts that stood above a title come last at times. */
function extentOf(blocks: readonly Block[], otherwise: number): Extent {
  let line = Infinity;
  let endLine = 0;
  for (const { at, lines } of blocks) {
    line = Math.min(line, at?.[0] ?? lines[0]?.number ?? Infinity);
    endLine = Math.max(endLine, at?.[1] ?? lines.at(-1)?.number ?? 0);
  }
  return endLine === 0 ? [otherwise, otherwise] : [line, endLine];
}

function flawsOf(blocks: readonly Block[]): string[] {
  const flaws: string[] = [];
  for (const { lines } of blocks) for (const { flaw } of lines) if (flaw !== undefined) flaws.push(flaw);
  return flaws;
}

function isSamePaper(a: RawPaper, b: RawPaper): boolean {
  if (a.arxivId !== null && b.arxivId !== null) return a.arxivId === b.arxivId;
  return a.title !== '' && a.title === b.title && (beginsWith(a, b) || beginsWith(b, a));
}

/** Whether the abstract of one showing begins with that of the other. */
const beginsWith = (whole: RawPaper, part: RawPaper): boolean =>
  isBeginningOf(part.abstract.join('\n'), whole.abstract.join('\n'));

function join(first: Pending, second: Pending): Pending {
  // A page's own data may show papers in another order than the page does.
  const [line, endLine] = [Math.min(first.line, second.line), Math.max(first.endLine, second.endLine)];
  const paper = joinPapers(first.paper, second.paper);
  return { ...first, paper, line, endLine, flaws: [...first.flaws, ...second.flaws] };
}

/** The first showing counts, the second adds what it lacks: by the rules of `joinShowings` for records. */
function joinPapers(first: RawPaper, second: RawPaper): RawPaper {
  const fuller = !beginsWith(first, second) && beginsWith(second, first);
  return {
    title: first.title || second.title,
    abstract: fuller ? second.abstract : first.abstract,
    links: [...first.links, ...second.links],
    projectPage: first.projectPage ?? second.projectPage,
    arxivId: first.arxivId ?? second.arxivId,
    doi: first.doi ?? second.doi,
    authors: second.authors.length > first.authors.length ? second.authors : first.authors,
    authorCount: first.authorCount ?? second.authorCount,
    organization: first.organization ?? second.organization,
    submittedBy: first.submittedBy ?? second.submittedBy,
    published: first.published ?? second.published,
    upvotes: first.upvotes ?? second.upvotes,
    commentCount: first.commentCount ?? second.commentCount,
    githubStars: first.githubStars ?? second.githubStars,
    categories: first.categories.length > 0 ? first.categories : second.categories,
    note: first.note ?? second.note,
    warnings: fuller ? [...new Set([...first.warnings, ...second.warnings])] : first.warnings,
  };
}

function firstOf(urls: readonly string[], read: (url: string) => string | null): string | null {
  for (const url of urls) {
    const found = read(url);
    if (found !== null) return found;
  }
  return null;
}

const cleanName = createCleaner({ math: 'unicode', mathCertainty: 'normal' });

/** A name is no mathematics: `Sa\v{s}a` is Saša in every mode. */
const plainName = (name: string): string => (/[\\{}]/.test(name) ? cleanName(name).text : name);

function toRecord({ paper, page, line, endLine, flaws }: Pending, file: string | null, clean: Cleaner): Record {
  const shown = paper.abstract.join('\n\n');
  const abstract = clean(shown);
  const title = clean(paper.title, shown);
  const arxivId = paper.arxivId ?? firstOf(paper.links, arxivIdOf);
  const captured = isoDate(page.captured);
  const dated = page.date?.year == null ? null : isoDate(page.date);
  return {
    title: title.text,
    abstract: abstract.text,
    links: toLinks([...paper.links, ...[paper.title, paper.note ?? '', shown].flatMap(findUrls)], paper.projectPage),
    arxiv_id: arxivId,
    doi: paper.doi ?? firstOf(paper.links, doiOf),
    authors: paper.authors.map(plainName),
    author_count: paper.authorCount ?? (paper.authors.length > 0 ? paper.authors.length : null),
    organization: paper.organization,
    submitted_by: paper.submittedBy,
    published: isoDate(paper.published, { near: monthOfArxivId(arxivId), notAfter: captured ?? dated }),
    upvotes: paper.upvotes,
    comment_count: paper.commentCount,
    github_stars: paper.githubStars,
    categories: paper.categories,
    note: paper.note,
    digest: { name: page.digest, layout: page.layout, date: isoDate(page.date, { notAfter: captured }) },
    source: { file, line, end_line: endLine },
    warnings: [...paper.warnings, ...flaws, ...title.warnings, ...abstract.warnings],
  };
}
