// What a layout is: it knows one kind of digest page and turns its blocks into raw papers.
import type { Block } from '../markup/block.ts';
import type { ShownDate } from '../text/dates.ts';

/** A paper as the page showed it, before anything is repaired. Lists are empty and values null where the page shows nothing. */
export interface RawPaper {
  title: string;
  /** The paragraphs of the abstract. */
  abstract: string[];
  /** URLs in the order of the page, furniture left out; those inside title and abstract are found later. */
  links: string[];
  /** Which of them the page calls the project's. */
  projectPage: string | null;
  arxivId: string | null;
  doi: string | null;
  authors: string[];
  authorCount: number | null;
  organization: string | null;
  submittedBy: string | null;
  published: ShownDate | null;
  upvotes: number | null;
  commentCount: number | null;
  githubStars: number | null;
  categories: string[];
  note: string | null;
  warnings: string[];
}

/** Makes an empty raw paper with a title. */
export function rawPaper(title: string): RawPaper {
  return {
    title,
    abstract: [],
    links: [],
    projectPage: null,
    arxivId: null,
    doi: null,
    authors: [],
    authorCount: null,
    organization: null,
    submittedBy: null,
    published: null,
    upvotes: null,
    commentCount: null,
    githubStars: null,
    categories: [],
    note: null,
    warnings: [],
  };
}

/** What is known of the page as a whole; a layout fills it in while it reads. */
export interface Page {
  digest: string;
  layout: string;
  markup: string;
  /** The day of the digest as the page shows it. */
  date: ShownDate | null;
  /** When the page was captured, where the lines above it say so. */
  captured: ShownDate | null;
  /** How many papers the page says it shows. */
  declared: number | null;
  /** Its address, where the lines above it say it. */
  readonly url: string;
  /** First line of the page. */
  readonly line: number;
}

/** The numbers of a first and a last line in the input, from 1. */
export type Extent = readonly [first: number, last: number];

/**
 * Where a layout puts what it has read. Of all that is said of a block the first counts; one of which nothing is said is
 * a reject (`page.ts`).
 */
export interface LayoutSink {
  /** A paper is complete; `blocks` are all that it stood in, `extent` its first and last line where it had only a part of them. */
  paper(paper: RawPaper, blocks: readonly Block[], extent?: Extent): void;
  furniture(block: Block): void;
  reject(block: Block, reason: string): void;
  /** Something doubtful about the page as a whole. */
  warn(message: string): void;
}

/** Reads the blocks of one page. Blank blocks are not handed to it. */
export interface LayoutReader {
  push(block: Block): void;
  end(): void;
}

/** How well the first blocks of a page fit a layout. */
export interface Fit {
  /** 0 (not at all) to 1 (certain); from {@link ENOUGH} on the page is taken for it. */
  readonly score: number;
  readonly found: readonly string[];
  readonly missing: readonly string[];
}

/** The score from which on a layout is believed. */
export const ENOUGH = 0.5;

/** What the lines above a page say of it; empty where they say nothing. */
export interface Hints {
  readonly url: string;
  readonly title: string;
}

/**
 * Makes a fit of signs, each with its name for the message that says what was missing.
 * The page is believed from `needed` of them on: one alone also stands in texts about such pages.
 */
export function fitOf(needed: number, signs: readonly (readonly [string, boolean])[]): Fit {
  const found = signs.filter(([, there]) => there).map(([name]) => name);
  const missing = signs.filter(([, there]) => !there).map(([name]) => name);
  const beyond = found.length - needed;
  const score =
    beyond >= 0
      ? ENOUGH + ((1 - ENOUGH) * (beyond + 1)) / (signs.length - needed + 1)
      : (ENOUGH * found.length) / (needed + 1);
  return { score, found, missing };
}

/** A fit that one sign alone makes certain. */
export const certain = (sign: string): Fit => ({ score: 1, found: [sign], missing: [] });

/** One kind of digest page. One file each; the rows stand in `layouts.ts`. */
export interface Layout {
  readonly name: string;
  /** The digest's own name, as it stands in the record. */
  readonly digest: string;
  readonly description: string;
  fit(blocks: readonly Block[], hints: Hints): Fit;
  /** Makes a reader; `look` are the first blocks of the page, which will be pushed as well. */
  open(page: Page, sink: LayoutSink, look: readonly Block[]): LayoutReader;
}
