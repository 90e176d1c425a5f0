// What a link of a Hugging Face page says by where it leads.

import type { Block, Part } from '../../markup/block.ts';
import { ARXIV_ID, HF_HOST } from '../../text/addresses.ts';
import { parseShownDate } from '../../text/dates.ts';
import { FURNITURE } from './furniture.ts';
import {
  anchorLabel,
  type Fact,
  FURNITURE_FACT,
  knownFact,
  MAX_FACT,
  once,
  parseCount,
  withoutAccount,
} from './known-facts.ts';
import { AUTHOR_COUNT, BELOW_ABSTRACT, IMAGE_PLACEHOLDER, PROJECT_PAGE } from './words.ts';

/** Undefined for a link that is part of a sentence. */
export function linkFact({ text }: Part, href: string, before: string): Fact | undefined {
  const url = absolute(href);
  const label = anchorLabel(text);
  if (url === '') return unresolvedFact(label, before);
  const inSentence = before.length > MAX_FACT;
  const votes = VOTE_LINK.exec(url);
  if (votes) return { kind: 'upvotes', count: parseCount(numberIn(label)), id: votes[1] ?? null };
  const paper = PAPER_LINK.exec(url);
  if (paper?.[2]) return { kind: 'comments', count: parseCount(numberIn(label)), id: paper[1] ?? null };
  const day = DAY_LINK.exec(url)?.[1];
  const date = day === undefined ? undefined : parseShownDate(day);
  if (date && before.trim() === '') return { kind: 'neighbour', date };
  // The day of the page is no link: what stands below it is the address of the first card's picture.
  if (paper && !inSentence) return parseShownDate(label) ? undefined : paperFact(paper[1] ?? '', url, text, label);
  if (
    (!inSentence || /\d/.test(label)) &&
    /^https:\/\/(?:github\.com|gitlab\.com)\//.test(url) &&
    /^(?:link:\s*)?(?:git(?:hub|lab))?\s*[\d.,]*\s?[km]?(?:\s+auto)?$/i.test(label)
  ) {
    return { kind: 'stars', count: parseCount(numberIn(label.replace(/\s+auto$/i, ''))), url };
  }
  if (
    /^https?:\/\/(?:www\.)?arxiv\.org\//.test(url) &&
    (before.trim() === '' || BELOW_ABSTRACT.test(label)) &&
    label.length < 40
  )
    return { kind: 'link', url };
  if (PROJECT_PAGE.test(label)) return { kind: 'project', url };
  if (QUERY_LINK.test(url)) return before === '' && FURNITURE.has(label.toLowerCase()) ? FURNITURE_FACT : undefined;
  if (ACCOUNT_LINK.test(url) && before.trim() === '') return accountFact(url, label);
  if (before.trim() !== '' && WORK_LINK.test(url) && !FURNITURE.has(label.toLowerCase())) return undefined;
  return FURNITURE_LINK.test(url) || (before.trim() === '' && isPagesOwn(url, label)) ? FURNITURE_FACT : undefined;
}

/** "Submit a paper" leads to a discussion, other words of the page elsewhere. */
const isPagesOwn = (url: string, label: string): boolean => ON_HF.test(url) && FURNITURE.has(label.toLowerCase());

function unresolvedFact(label: string, before: string): Fact | undefined {
  if (label === '') return FURNITURE_FACT;
  if (label.length > MAX_FACT) return undefined;
  const known = knownFact(label);
  if (known?.kind === 'count' && before.trim() !== '') return { kind: 'comments', count: known.count, id: null };
  return known;
}

function paperFact(id: string, url: string, text: string, label: string): Fact {
  const authors = label.length < 200 ? AUTHOR_COUNT.exec(label.replace(/^.*\s[-·*]\s+/, '')) : null;
  if (authors) return { kind: 'authors', count: Number(authors[1]?.replace(/\D/g, '')) };
  const words = /^[\s*·•-]*$/.test(label) ? '' : text.replace(IMAGE_PLACEHOLDER, '').trim();
  return { kind: 'paper', id, url: url.replace(/[?#].*$/, ''), text: words };
}

function accountFact(url: string, label: string): Fact {
  if (
    FURNITURE.has(label.toLowerCase()) ||
    /^https:\/\/huggingface\.co\/(?:akhaliq|models|datasets|spaces|papers|docs|pricing|enterprise|join|login)$/.test(
      url,
    )
  )
    return FURNITURE_FACT;
  return label === '' ? FURNITURE_FACT : { kind: 'account', name: withoutAccount(once(label)) };
}

const HF = String.raw`^https?:\/\/${HF_HOST}`;
const VOTE_LINK = new RegExp(String.raw`${HF}\/(?:login|join)\?next=(?:%2F|\/)papers(?:%2F|\/)([\w.-]+\d)`, 'i');
const PAPER_LINK = new RegExp(String.raw`${HF}\/papers\/(${ARXIV_ID})(?:v\d+)?\/?(?:\?[^#]*)?(#community)?(?:#.*)?$`);
const ON_HF = new RegExp(HF);
const DAY_LINK = new RegExp(String.raw`${HF}\/papers(?:\/date\/|\?date=)(\d{4}-\d{2}-\d{2})$`);
const QUERY_LINK = new RegExp(String.raw`${HF}\/papers\?q=`);
const ACCOUNT_LINK = new RegExp(String.raw`${HF}\/[\w.-]+$`);
const FURNITURE_LINK = new RegExp(
  String.raw`${HF}(?:\/?$|\/(?:login|join|papers(?:[/?].*)?$|avatars\/|front\/|(?:models|storage|docs|enterprise|pricing|blog|tasks|chat|collections|languages|organizations|learn|posts|support|inference|inference-endpoints|terms-of-service|privacy)(?:[/?#]|$)|(?:datasets|spaces|huggingface)$))|^https?:\/\/apply\.workable\.com\/huggingface`,
);

/** What people publish there besides models, and speak of in abstracts. */
const WORK_LINK = new RegExp(String.raw`${HF}\/(?:collections|blog|docs|posts|learn)\/[\w-]`);

/** Makes a saved page's relative link absolute. */
export function absolute(href: string): string {
  if (href.startsWith('//')) return `https:${href}`;
  return href.startsWith('/') ? `https://huggingface.co${href}` : href;
}

/** The link of a block that leads to a paper. */
export function paperLinkOf(block: Block): { readonly id: string; readonly url: string } | undefined {
  for (const { url } of block.parts) {
    const found = url === undefined ? null : PAPER_LINK.exec(absolute(url));
    if (found?.[1] && !found[2]) return { id: found[1], url: absolute(url ?? '').replace(/[?#].*$/, '') };
  }
  return undefined;
}

const numberIn = (label: string): string => /\d[\d.,]*\s?[kKmM]?$/.exec(label.slice(-MAX_FACT))?.[0] ?? '';

/** Whether a block has the link with which one votes for a paper. */
export const hasVoteLink = (block: Block): boolean =>
  block.parts.some((part) => part.url !== undefined && VOTE_LINK.test(absolute(part.url)));

/** Whether a link in a sentence is one that its paper gives. */
export const isMention = (url: string): boolean =>
  /^https?:\/\//.test(url) && !QUERY_LINK.test(url) && (WORK_LINK.test(url) || !FURNITURE_LINK.test(url));
