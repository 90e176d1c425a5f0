// What a stretch of a Hugging Face page says: a count, a date, a link of a known kind, or text.
import { type Block, type Part, partsOf, shownLines } from '../../markup/block.ts';
import { parseShownDate } from '../dates.ts';
import type { ShownDate } from '../layout.ts';
import { isHeadLine } from './signs.ts';
import {
  AUTHOR_COUNT,
  CUT_OFF,
  FURNITURE,
  IMAGE_PLACEHOLDER,
  MONTH,
  PUBLISHED_ON,
  SUBMITTED_BY,
  UPVOTE,
} from './words.ts';

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
  | { readonly kind: 'furniture' }
  | { readonly kind: 'text'; readonly text: string };

const FURNITURE_FACT: Fact = { kind: 'furniture' };

/** A lone "-" is how Markdown shows a vote that nobody has cast, or an item that held only a picture. */
const EMPTY_ITEM: Fact = { kind: 'count', count: null };

/** Reads a block; neighbouring texts stay one text, so a sentence with links in it is not torn. */
export function factsOf(block: Block): Fact[] {
  if (block.text.length < 120 && isHeadLine(block.text)) return [FURNITURE_FACT];
  if (block.parts.length === 0) {
    if (block.text === '' && block.kind === 'item') return [EMPTY_ITEM];
    return lineFacts(block) ?? textFacts(block.text);
  }
  const facts: Fact[] = [];
  const mentions: Fact[] = [];
  let text = '';
  const flush = (): void => {
    if (text.trim() !== '') facts.push(...textFacts(text.trim()));
    text = '';
  };
  for (const part of partsOf(block)) {
    const fact = part.url === undefined ? undefined : linkFact(part, part.url, text);
    if (!fact) {
      text += part.url === '' && block.kind !== 'heading' ? anchorLabel(part.text) : part.text;
      if (part.url && isMention(part.url)) mentions.push({ kind: 'mention', url: part.url });
    } else {
      flush();
      facts.push(fact);
    }
  }
  flush();
  return [...facts, ...mentions];
}

/** Where blank lines were lost, the facts of a card stand in lines of one paragraph: each line is a text of its own. */
function lineFacts(block: Block): Fact[] | undefined {
  if (block.lines.length < 2 || block.lines.length > MAX_FACT || block.kind === 'heading') return undefined;
  const lines = shownLines(block).map((line) => line.replace(/^[\s*•-]+(?=\S)/, '').trim());
  if (lettersOf(lines.join('')) !== lettersOf(block.text)) return undefined; // there are marks in the lines
  const isSure = lines.some((line) => SURE_LINE.test(line) || isHeadLine(line));
  if (!isSure && !lines.every((line) => MONTH.test(line) || knownFact(line))) return undefined;
  return lines.flatMap((line) => (isHeadLine(line) ? [FURNITURE_FACT] : textFacts(line)));
}

/** No line of an abstract is like these. */
const SURE_LINE = new RegExp(
  `^[·•]$|^(?:[·•]\\s*)?\\d+ authors$|^.{0,80}· ?[a-z]{3} \\d{1,2}(?:, \\d{4})?(?: \\d+)?$|${SUBMITTED_BY.source}\\S*$`,
  'i',
);

const isMention = (url: string): boolean =>
  /^https?:\/\//.test(url) && !QUERY_LINK.test(url) && !FURNITURE_LINK.test(url);

/** Short texts may be facts; the longest is a line of furniture. */
const MAX_FACT = 80;

function textFacts(shown: string): Fact[] {
  const text = shown.replace(OPEN_BRACKET, '').replace(OPEN_LINK, '').trim();
  if (isCutLink(shown)) return [{ kind: 'cut' }];
  if (text === '') return [FURNITURE_FACT];
  return text.length > MAX_FACT ? [{ kind: 'text', text }] : shortFacts(text.replace(IMAGE_PLACEHOLDER, ''));
}

/** The bracket of a link whose end was cut off with that of the page. */
const OPEN_BRACKET = /^\[(?=[^\]]*$)/;
const OPEN_LINK = /!?\[[^[\]]{0,60}\]\((?:https?:|\/)[^()\s]*$/;

/** What is left of a link that leads from pictures, where the page was cut off in its address. */
const isCutLink = (text: string): boolean =>
  text.length < 400 &&
  /^!?\[.*\]\([^)\s]*$/s.test(text) &&
  /^[\s[\]!*·-]*(?:\d+ authors)?\s*$/.test(text.replace(/!\[[^[\]]*\]\([^()\s]*\)?|\]\([^()\s]*$/g, ''));

function shortFacts(text: string): Fact[] {
  const known = BEHIND_DOT.test(text) ? undefined : knownFact(text);
  if (known) return [known];
  if (isGluedFurniture(text) || isFurnitureRow(text)) return [FURNITURE_FACT];
  const [, submitter = '', votes] = SUBMITTER_AND_VOTES.exec(text) ?? [];
  if (votes !== undefined) return [...shortFacts(submitter), ...shortFacts(votes)];
  const counts = TWO_COUNTS.exec(text);
  if (counts) return counts.slice(1).map((each) => ({ kind: 'count', count: parseCount(each) }));
  if (text.includes('·')) {
    const byline = bylineFacts(text.split('·').map((each) => each.trim()));
    if (byline) return byline;
  }
  return [{ kind: 'text', text }];
}

/** "·11 authors": the dot shows that a name may stand above it. */
const BEHIND_DOT = /^·\s*\S/;

/** Links that stand side by side, as a text browser writes them: "TOSPrivacy". */
const isGluedFurniture = (text: string): boolean =>
  /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(text) &&
  text.split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).every((word) => FURNITURE.has(word.toLowerCase()));

/** The same with blanks between them: "TOS Privacy About Jobs". */
const isFurnitureRow = (text: string): boolean => {
  const words = text.toLowerCase().split(/\s+/);
  return words.length >= 3 && words.every((word) => FURNITURE.has(word));
};

/** No account has a blank in its name: "Submitted by akhaliq 94". */
const SUBMITTER_AND_VOTES = new RegExp(`(${SUBMITTED_BY.source}\\S+) (\\d[\\d.,]*k?|-)$`, 'i');

/** The stars and the comments of a card, side by side: "1.24k 2". */
const TWO_COUNTS = /^(\d[\d.,]*[km]?) (\d[\d.,]*[km]?)$/i;

/** "Kandinsky Lab · Oct 4, 2026": everything behind the first dot is known; what stands before it may be a name. */
function bylineFacts([head, ...rest]: readonly string[]): Fact[] | undefined {
  const facts: Fact[] = head ? [knownFact(head) ?? { kind: 'text', text: once(head) }] : [];
  for (const each of rest) {
    facts.push({ kind: 'dot' });
    const fact = each === '' ? undefined : knownFact(each);
    const known = fact || each === '' ? fact && [fact] : dateAndComments(each);
    if (each !== '' && !known) return undefined;
    if (known) facts.push(...known);
  }
  return facts;
}

/** A date and the number of comments behind it, where the link between them was lost: "Jul 16 7", "Nov 24, 202417". */
function dateAndComments(text: string): Fact[] | undefined {
  const [, shown = '', comments = ''] = DATE_AND_COUNT.exec(text) ?? [];
  const date = parseShownDate(shown.trim());
  if (date)
    return [
      { kind: 'date', date },
      { kind: 'comments', count: parseCount(comments), id: null },
    ];
  return DATE_AND_MORE.test(text) ? [{ kind: 'comments', count: null, id: null }] : undefined;
}

const DATE_AND_COUNT = /^([^\d]{3,12}\d{1,2}, \d{4}|.{3,20}\d(?= ))\s?(\d[\d.,]{0,6}k?)$/i;
/** "Jul 167" is the 16th with 7 comments, or the 1st with 67: neither is told. */
const DATE_AND_MORE = /^[A-Z][a-z]{2,8} \d{3,5}$/;

/** The letters and digits of a name, in lower case: "Stanford NLP" is "stanfordnlp". */
export const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A name without that of its picture before it: "stanfordnlpStanford NLP", "openbmb OpenBMB". */
function once(name: string): string {
  const plain = lettersOf(name);
  const half = plain.slice(0, plain.length / 2);
  if (half === '' || plain !== half + half) return name;
  let at = 0;
  for (let left = half.length; left > 0; at++) if (/[\p{L}\p{N}]/u.test(name.charAt(at))) left--;
  return name.slice(at).replace(/^[^\p{L}\p{N}]+/u, '');
}

/** "GitHub 3.29k" where the link was lost; "auto" where the page found the link by itself. */
const STARS = /^(?:link:\s*)?github(?:\s+(\d[\d.,]*\s?[km]?))?(?:\s+auto)?$/i;

/** The week or the month that a page is of. */
const PERIOD =
  /^(?:week \d{1,2}(?:, \d{4})?|\d{4}-W\d{2}|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})$/i;

/** How many more have voted, and which place that makes. */
const AROUND_VOTES = /^(?:\+\d{1,4}|#\d{1,3} paper of the (?:day|week|month))$/i;

/** A bare number, or the "-" for none; NotebookLM writes the box to tick before it. */
export const COUNT: RegExp = /^(?:\[-?\]\s*)?(\d[\d.,]*\s?[kKmM]?|-)$/;

function knownFact(text: string): Fact | undefined {
  if (text === '·' || text === '•') return { kind: 'dot' };
  if (/^[\s[\](){}*+·•|,`-]*$/.test(text)) return text === '-' ? { kind: 'count', count: null } : FURNITURE_FACT;
  if (FURNITURE.has(text.toLowerCase().replace(/^[*•-] +/, ''))) return FURNITURE_FACT;
  if (CUT_OFF.test(text)) return { kind: 'cut' };
  const number = COUNT.exec(text);
  if (number) return { kind: 'count', count: parseCount(number[1] ?? '') };
  if (PERIOD.test(text) || AROUND_VOTES.test(text)) return FURNITURE_FACT;
  const authors = AUTHOR_COUNT.exec(text);
  if (authors) return { kind: 'authors', count: Number(authors[1]?.replace(/\D/g, '')) };
  const date = parseShownDate(text.replace(PUBLISHED_ON, ''));
  if (date) return { kind: 'date', date };
  const stars = STARS.exec(text);
  if (stars) return { kind: 'stars', count: parseCount(stars[1] ?? ''), url: '' };
  const submitter = SUBMITTED_BY.exec(text);
  if (submitter) return { kind: 'submitter', name: text.slice(submitter[0].length).trim() };
  const upvote = UPVOTE.exec(text);
  const votes = upvote && /^(?:\d[\d.,]*[kKmM]?|-)?$/.exec(text.slice(upvote[0].length).trim());
  return votes ? { kind: 'upvotes', count: parseCount(votes[0]), id: null } : undefined;
}

/** Undefined for a link that is part of a sentence. */
function linkFact({ text }: Part, href: string, before: string): Fact | undefined {
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
  if (paper && !inSentence) return paperFact(paper[1] ?? '', url, text, label);
  if (
    (!inSentence || /\d/.test(label)) &&
    /^https:\/\/(?:github\.com|gitlab\.com)\//.test(url) &&
    /^(?:link:\s*)?(?:git(?:hub|lab))?\s*[\d.,]*\s?[km]?(?:\s+auto)?$/i.test(label)
  ) {
    return { kind: 'stars', count: parseCount(numberIn(label.replace(/\s+auto$/i, ''))), url };
  }
  if (/^https?:\/\/(?:www\.)?arxiv\.org\//.test(url) && before.trim() === '' && label.length < 40)
    return { kind: 'link', url };
  if (/^(?:link:\s*)?project page$/i.test(label)) return { kind: 'project', url };
  if (QUERY_LINK.test(url)) return before === '' && FURNITURE.has(label.toLowerCase()) ? FURNITURE_FACT : undefined;
  if (ACCOUNT_LINK.test(url) && before.trim() === '') return accountFact(url, label);
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
  return label === '' ? FURNITURE_FACT : { kind: 'account', name: once(label) };
}

const HF = String.raw`^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)`;
const VOTE_LINK = new RegExp(String.raw`${HF}\/(?:login|join)\?next=(?:%2F|\/)papers(?:%2F|\/)([\w.-]+\d)`, 'i');
const PAPER_LINK = new RegExp(
  String.raw`${HF}\/papers\/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?\/?(#community)?(?:[?#].*)?$`,
);
const ON_HF = new RegExp(HF);
const DAY_LINK = new RegExp(String.raw`${HF}\/papers(?:\/date\/|\?date=)(\d{4}-\d{2}-\d{2})$`);
const QUERY_LINK = new RegExp(String.raw`${HF}\/papers\?q=`);
const ACCOUNT_LINK = new RegExp(String.raw`${HF}\/[\w.-]+$`);
const FURNITURE_LINK = new RegExp(
  String.raw`${HF}(?:\/?$|\/(?:login|join|papers(?:[/?].*)?$|avatars\/|front\/|models\b|datasets$|spaces$|storage|docs|enterprise|pricing|blog|tasks|chat|collections|languages|organizations|learn|posts|support|inference|terms|privacy|huggingface$))|^https?:\/\/apply\.workable\.com\/huggingface`,
);

/** Makes a saved page's relative link absolute. */
export function absolute(href: string): string {
  if (href.startsWith('//')) return `https:${href}`;
  return href.startsWith('/') ? `https://huggingface.co${href}` : href;
}

/** What a link reads, without the images in it and their placeholders. */
function anchorLabel(text: string): string {
  const label = text.trim();
  const placeholder = label.replace(IMAGE_PLACEHOLDER, '');
  return placeholder.replace(/^\[[^[\]]{0,60}\]\s*/, '').trim();
}

const numberIn = (label: string): string => /\d[\d.,]*\s?[kKmM]?$/.exec(label.slice(-MAX_FACT))?.[0] ?? '';

/** "3.29k" is 3290, "1,204" is 1204; null for "-" and anything else. */
export function parseCount(text: string): number | null {
  const count = /^(\d+(?:[.,]\d+)*)\s?([kKmM]?)$/.exec(text.trim());
  if (!count?.[1]) return null;
  const scale = count[2] === '' ? 1 : count[2]?.toLowerCase() === 'k' ? 1000 : 1_000_000;
  const digits = scale === 1 ? count[1].replace(/[.,]/g, '') : count[1].replace(',', '.');
  return Math.round(Number(digits) * scale);
}

/** Whether a block has the link with which one votes for a paper. */
export const hasVoteLink = (block: Block): boolean =>
  block.parts.some((part) => part.url !== undefined && VOTE_LINK.test(absolute(part.url)));
