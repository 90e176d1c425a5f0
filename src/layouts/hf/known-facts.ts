// What a page says of a paper, and the words and numbers that say it alone.
import { parseShownDate, type ShownDate } from '../../text/dates.ts';
import { FURNITURE } from './furniture.ts';
import { AUTHOR_COUNT, CUT_OFF, IMAGE_PLACEHOLDER, NO_PAPERS, PUBLISHED_ON, SUBMITTED_BY, UPVOTE } from './words.ts';

/** One thing that a page shows of a paper, or around its papers. */
export type Fact =
  | { readonly kind: 'upvotes'; readonly count: number | null; readonly id: string | null }
  | { readonly kind: 'comments'; readonly count: number | null; readonly id: string | null }
  | { readonly kind: 'count'; readonly count: number | null }
  | { readonly kind: 'authors'; readonly count: number }
  | { readonly kind: 'date'; readonly date: ShownDate }
  | { readonly kind: 'dot' }
  | { readonly kind: 'submitter'; readonly name: string }
  | { readonly kind: 'account'; readonly name: string }
  | { readonly kind: 'paper'; readonly id: string; readonly url: string; readonly text: string }
  | { readonly kind: 'stars'; readonly count: number | null; readonly url: string }
  | { readonly kind: 'link' | 'project'; readonly url: string }
  /** A day before or behind that of the page, to which it leads. */
  | { readonly kind: 'neighbour'; readonly date: ShownDate }
  /** A link in the middle of a sentence. */
  | { readonly kind: 'mention'; readonly url: string }
  | { readonly kind: 'cut' }
  /** The page says that it has no papers. */
  | { readonly kind: 'none' }
  | { readonly kind: 'furniture' }
  /** `apart`: what stands behind it in its block is no more of it. */
  | { readonly kind: 'text'; readonly text: string; readonly apart?: true };

/** The fact that says nothing of a paper. */
export const FURNITURE_FACT: Fact = { kind: 'furniture' };

/** Short texts may be facts; the longest is a line of furniture. */
export const MAX_FACT: number = 80;

/** A bare number, or the "-" for none; NotebookLM writes the box to tick before it. */
export const COUNT: RegExp = /^(?:\[-?\]\s*)?(\d[\d.,]*\s?[kKmM]?|-)$/;

/** What a short text says alone; undefined for anything but the words and numbers that such pages show. */
export function knownFact(text: string): Fact | undefined {
  if (text === '·' || text === '•') return { kind: 'dot' };
  if (/^[\s[\](){}*+·•|,`-]*$/.test(text)) return text === '-' ? { kind: 'count', count: null } : FURNITURE_FACT;
  if (FURNITURE.has(text.toLowerCase().replace(/^[*•-] +/, ''))) return FURNITURE_FACT;
  if (CUT_OFF.test(text)) return { kind: 'cut' };
  const number = COUNT.exec(text);
  if (number) return { kind: 'count', count: parseCount(number[1] ?? '') };
  if (NO_PAPERS.test(text)) return { kind: 'none' };
  if (PERIOD.test(text) || AROUND_VOTES.test(text)) return FURNITURE_FACT;
  const authors = AUTHOR_COUNT.exec(text);
  if (authors) return { kind: 'authors', count: Number(authors[1]?.replace(/\D/g, '')) };
  const date = parseShownDate(text.replace(PUBLISHED_ON, ''));
  if (date) return { kind: 'date', date };
  const stars = STARS.exec(text);
  if (stars) return { kind: 'stars', count: parseCount(stars[1] ?? ''), url: '' };
  const submitter = SUBMITTED_BY.exec(text);
  if (submitter) return { kind: 'submitter', name: text.slice(submitter[0].length).replace(PICTURE_NAME, '').trim() };
  const upvote = UPVOTE.exec(text);
  const votes = upvote && /^(?:\d[\d.,]*[kKmM]?|-)?$/.exec(text.slice(upvote[0].length).trim());
  return votes ? { kind: 'upvotes', count: parseCount(votes[0]), id: null } : undefined;
}

/** "GitHub 3.29k" where the link was lost; "auto" where the page found the link by itself. */
const STARS = /^(?:link:\s*)?github(?:\s+(\d[\d.,]*\s?[km]?))?(?:\s+auto)?$/i;

/** How text browsers write a picture: "[nvidia]NVIDIA", "[] jdoe". */
export const PICTURE_NAME: RegExp = /^\s*\[[^[\]\s]{0,60}\]\s?(?=\S)/;

/** The week or the month that a page is of. */
const PERIOD =
  /^(?:week \d{1,2}(?:, \d{4})?|\d{4}-W\d{2}|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})$/i;

/** How many more have voted, and which place that makes. */
const AROUND_VOTES = /^(?:\+\d{1,4}|#\d{1,3} paper of the (?:day|week|month))$/i;

/** The letters and digits of a name, in lower case and without accents: "Stanford NLP" is "stanfordnlp". */
export const lettersOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A name without that of its picture before it: "stanfordnlpStanford NLP", "openbmb OpenBMB". */
export function once(name: string): string {
  const plain = lettersOf(name);
  const half = plain.slice(0, plain.length / 2);
  if (half === '' || plain !== half + half) return name;
  let at = 0;
  for (let left = half.length; left > 0; at++) if (/[\p{L}\p{N}]/u.test(name.charAt(at))) left--;
  return name.slice(at).replace(/^[^\p{L}\p{N}]+/u, '');
}

/** A name without that of its account before it, which is its beginning or its capitals: "epfl-llm EPFL LLM Team", "MIT Massachusetts Institute of Technology". */
export function withoutAccount(name: string): string {
  const [account = '', rest = ''] = /^(\S+) (\p{Lu}.*)$/u.exec(name)?.slice(1) ?? [];
  const letters = lettersOf(account);
  const isSame = lettersOf(rest).startsWith(letters) || (rest.match(/\p{Lu}/gu) ?? []).join('') === account;
  return letters.length > 2 && isSame && !rest.startsWith(`${account} `) ? rest : name;
}

/** "3.29k" is 3290, "1,204" is 1204; null for "-" and anything else. */
export function parseCount(text: string): number | null {
  const count = /^(\d+(?:[.,]\d+)*)\s?([kKmM]?)$/.exec(text.trim());
  if (!count?.[1]) return null;
  const scale = count[2] === '' ? 1 : count[2]?.toLowerCase() === 'k' ? 1000 : 1_000_000;
  const digits = scale === 1 ? count[1].replace(/[.,]/g, '') : count[1].replace(',', '.');
  return Math.round(Number(digits) * scale);
}

/** What a link reads, without the images in it and their placeholders. */
export function anchorLabel(text: string): string {
  const label = text.trim();
  const placeholder = label.replace(IMAGE_PLACEHOLDER, '');
  return placeholder.replace(/^\[[^[\]]{0,60}\]\s*/, '').trim();
}
