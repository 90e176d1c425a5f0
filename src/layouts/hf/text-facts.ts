// What a text of a Hugging Face page says: one fact, a row of them, or words.
import { parseShownDate } from '../../text/dates.ts';
import { FURNITURE } from './furniture.ts';
import { type Fact, FURNITURE_FACT, knownFact, MAX_FACT, once, parseCount } from './known-facts.ts';
import { IMAGE_PLACEHOLDER, SUBMITTED_BY } from './words.ts';

/** Reads a text that stands between links. */
export function textFacts(shown: string): Fact[] {
  const text = (shown.includes('[') ? withoutOpenLink(shown.replace(OPEN_LINK, openLabel)) : shown).trim();
  if (isCutLink(shown)) return [{ kind: 'cut' }];
  if (text === '') return [FURNITURE_FACT];
  return text.length > MAX_FACT ? [{ kind: 'text', text }] : shortFacts(text.replace(IMAGE_PLACEHOLDER, ''));
}

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
