// Cards of the daily page of which each stands in one line, or all of them: "Submitted by jdoe 56 Title · 33 authors 2".
import { type Block, shownLines } from '../../markup/block.ts';
import { parseShownDate } from '../../text/dates.ts';
import { type Fact, FURNITURE_FACT, parseCount } from './known-facts.ts';

/** A title stands between the votes and what a card shows below it; a lone number at the end is that of the comments. */
const ROW =
  /^Submitted by (\S+) (\d[\d.,]*k?|-) (.*?\p{L}.*?)(?: · (\d+) authors?(?: \+\d+)?)?(?: (\d[\d.,]*k?))?(?: (\d{1,3}))?$/u;
const BEGINNING = String.raw`Submitted by \S+ (?:\d[\d.,]*k?|-) \S`;
const BEGINS = new RegExp(`^${BEGINNING}`);
const NEXT_ROW = new RegExp(String.raw`(?<=^|\s)(?=${BEGINNING})`);
const FOOT = / (?:Previous Next|Previous|Company) (?:Company )?© Hugging ?Face\b.*$/;
const DAY = /([A-Z][a-z]{2} \d{1,2})\s*$/;

/** How many cards stand in such rows in a block. */
export function countRows(block: Block): number {
  if (!block.text.includes(FIRST_WORDS)) return 0;
  return shownLines(block).reduce((sum, line) => sum + line.split(NEXT_ROW).filter(isRow).length, 0);
}

const isRow = (text: string): boolean => BEGINS.test(text);

/** What the rows of a block say, the day of the page in front of them; undefined for any other block. */
export function rowsFacts(block: Block): Fact[] | undefined {
  if (countRows(block) === 0) return undefined;
  return block.text.split(NEXT_ROW).flatMap((row) => {
    const shown = row.replace(FOOT, '').trim();
    return cardFacts(shown) ?? headFacts(shown);
  });
}

const FIRST_WORDS = 'Submitted by ';

function headFacts(text: string): Fact[] {
  const date = parseShownDate(DAY.exec(text)?.[1] ?? '');
  return date ? [FURNITURE_FACT, { kind: 'date', date }] : [FURNITURE_FACT];
}

function cardFacts(row: string): Fact[] | undefined {
  const [, name = '', votes = '', title, authors, first, second] = ROW.exec(row) ?? [];
  if (title === undefined) return undefined;
  const counts = [first, second].flatMap((each) => (each === undefined ? [] : [parseCount(each)]));
  return [
    { kind: 'submitter', name },
    { kind: 'count', count: parseCount(votes) },
    { kind: 'text', text: title },
    ...(authors === undefined ? [] : [{ kind: 'authors', count: Number(authors) } as const]),
    ...counts.map((count) => ({ kind: 'count', count }) as const),
  ];
}
