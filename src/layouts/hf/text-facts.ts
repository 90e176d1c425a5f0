// What a text of a Hugging Face page says: one fact, a row of them, or words.
import { parseShownDate } from '../../text/dates.ts';
import { FURNITURE } from './furniture.ts';
import { type Fact, FURNITURE_FACT, knownFact, MAX_FACT, once, parseCount } from './known-facts.ts';
import { IMAGE_PLACEHOLDER, SUBMITTED_BY } from './words.ts';

/** Reads a text that stands between links. */
export function textFacts(shown: string): Fact[] {
  const whole = shown.includes('](') ? shown.replace(OPEN_LINK, openLabel) : shown;
  const text = (whole.startsWith('[') ? withoutOpenLink(whole) : whole).trim();
  if (isCutLink(shown)) return [{ kind: 'cut' }];
  if (text === '') return [FURNITURE_FACT];
  if (text.length <= MAX_FACT) return shortFacts(text.replace(IMAGE_PLACEHOLDER, ''));
  const byline = text.length <= MAX_BYLINE && text.includes('·') ? bylineFacts(partsOfByline(text)) : undefined;
  return byline ?? [{ kind: 'text', text }];
}

/** The longest name with the facts behind it. */
const MAX_BYLINE = 2 * MAX_FACT;

const partsOfByline = (text: string): string[] => text.split('·').map((each) => each.trim());

/** A link in a text whose end was cut off with that of the page. */
const OPEN_LINK = /(?<=\S\s?)(!?)\[([^[\]]{0,60})\]\((?:https?:|\/)[^()\s]*$/;

/** Words are part of the text; a number without its address may be anything. */
const openLabel = (_: string, image: string, label: string): string =>
  image === '' && /\p{L}{2}/u.test(label) ? label : '';

/** A text without the marks of a link around it whose end was cut off: "[Title](https://hugg", "[Title][3", "[Titl". */
export const withoutOpenLink = (text: string): string =>
  text.replace(/^\[(.*)\](?:\([^()\s]*|\[\d*)$/s, '$1').replace(/^\[(?=[^[\]]*$)/, '');

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
  const row = rowFacts(text);
  if (row) return row;
  if (text.includes('·')) {
    const byline = bylineFacts(partsOfByline(text));
    if (byline) return byline;
  }
  return [{ kind: 'text', text }];
}

/** "·11 authors": the dot shows that a name may stand above it. */
const BEHIND_DOT = /^·\s*\S/;

/** Links that stand side by side, as a text browser writes them: "TOSPrivacy". */
const isGluedFurniture = (text: string): boolean =>
  /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(text) &&
  text
    .split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .every((word) => FURNITURE.has(word.toLowerCase()) || parseShownDate(word) !== undefined);

/** The same with blanks between them: "TOS Privacy About Jobs". */
const isFurnitureRow = (text: string): boolean => {
  const words = text.toLowerCase().split(/\s+/);
  return words.length >= 3 && words.every((word) => FURNITURE.has(word));
};

/** No account has a blank in its name: "Submitted by akhaliq 94". */
const SUBMITTER_AND_VOTES = new RegExp(`(${SUBMITTED_BY.source}\\S+) (\\d[\\d.,]*k?|-)$`, 'i');

/** The stars and the comments of a card, side by side: "1.24k 2". */
const TWO_COUNTS = /^(\d[\d.,]*[km]?) (\d[\d.,]*[km]?)$/i;

/** Facts side by side, where the links between them were lost: "Trending Papers Jun 16", "Jan 9 3", "GitHub 110k arXiv Page". */
function rowFacts(text: string): Fact[] | undefined {
  if (!/\d/.test(text)) return undefined;
  const facts: Fact[] = [];
  for (let rest = text.split(/\s+/); rest.length > 0; ) {
    const first = firstFact(rest);
    if (!first || first.fact.kind === 'submitter' || first.fact.kind === 'cut') return undefined;
    const { fact } = first;
    const isComments = fact.kind === 'count' && facts.at(-1)?.kind === 'date';
    facts.push(isComments ? { kind: 'comments', count: fact.count, id: null } : fact);
    rest = rest.slice(first.words);
  }
  return facts.some(saysMuch) ? facts : undefined;
}

/** The longest fact that the first of some words say, and how many they are. */
function firstFact(words: readonly string[]): { readonly fact: Fact; readonly words: number } | undefined {
  for (let count = Math.min(words.length, MAX_FACT_WORDS); count > 0; count--) {
    const fact = knownFact(words.slice(0, count).join(' '));
    if (fact) return { fact, words: count };
  }
  return undefined;
}

/** No fact that stands beside others has more words. */
const MAX_FACT_WORDS = 5;

/** A title may have words of the page and a number, but hardly a date or a number with its label. */
const saysMuch = (fact: Fact): boolean =>
  fact.kind === 'date' ||
  fact.kind === 'authors' ||
  ((fact.kind === 'stars' || fact.kind === 'upvotes') && fact.count !== null);

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

const DATE_AND_COUNT = /^([^\d]{3,12}\d{1,2}, \d{4}|.{3,20}(?= ))\s?(\d[\d.,]{0,6}k?)$/i;
/** "Jul 167" is the 16th with 7 comments, or the 1st with 67: neither is told. */
const DATE_AND_MORE = /^[A-Z][a-z]{2,8} \d{3,5}$/;
