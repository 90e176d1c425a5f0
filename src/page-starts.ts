// Where one page ends and the next begins, when a file holds several: told line by line, cheaply.

/** What a line says of where a page begins. */
type Sign =
  | 'front-matter'
  | 'address'
  | 'html'
  | 'html-tag'
  | 'inbox'
  | 'logo'
  | 'paper'
  | 'mailing'
  | 'references'
  | 'first-link';

/** Watches the lines of an input for the beginning of another page. */
export interface StartWatch {
  /** Whether a new page begins with this line; `next` is needed for {@link mayOpenPage} lines only. */
  begins(text: string, next?: string): boolean;
}

/** The lines that begin a page, by sign; tested only where {@link MAY_BEGIN} lets a line through. */
const SIGNS: readonly (readonly [Sign, RegExp])[] = [
  [
    'address',
    /^(?:\[\d+\] )?[\s>*-]{0,6}\**(?:url|source url|url source)\**\s*:\**\s*<?https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co|arxiv\.org|paperswithcode\.com)/i,
  ],
  ['address', /^# Web source\s*$|^Title: (?:Daily Papers|Trending Papers|Paper page)/],
  ['html', /^\s*<!doctype html/i],
  ['html-tag', /^\s*<html[\s>]/i],
  ['inbox', /^get trending papers in your email inbox/i],
  ['logo', /^\W{0,6}Hugging Face's logo/],
  ['paper', /^arxiv:\s?(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})\s*$/],
  ['references', /^\s*References\s*$/],
  ['first-link', /^[\s#*]*\[1\]\S/],
  ['mailing', /^[ \t>]*Send any comments regarding submissions directly to submitter/],
];

/** First characters of the lines above, and no line longer than these. */
const MAY_BEGIN = /^[-<#uUsStTgGaAhHR[\s>*!]/;
const MAX_SIGN = 400;

/** What a page shows at its top stands within so many lines that have text, more when it begins with lines about itself. */
const HEAD_LINES = 60;
const HEAD_LINES_BEHIND_OWN = 150;
const HEAD_LINES_OF_MAIL = 40;

/**
 * Three dashes or a heading may open the lines that a scraper writes above a page, "new" the page itself, where it says
 * that more papers have come: the lines behind them tell.
 */
export const mayOpenPage = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return (
    (first === 45 && /^---\s*$/.test(text)) || (first === 35 && /^# \S/.test(text)) || (first === 110 && text === 'new')
  );
};

/** Whether a line behind {@link mayOpenPage} leaves it open what that was. */
export const leavesOpen = (text: string): boolean => /^\s*$|^- Source HTML:/.test(text);

/** What a line of {@link mayOpenPage} says together with the next one. */
function openingSign(text: string, next: string | undefined): Sign | undefined {
  if (next === undefined || !mayOpenPage(text)) return undefined;
  if (text === 'new') return signOf(next) === 'inbox' ? 'inbox' : undefined;
  const opens = text.startsWith('#') ? signOf(next) === 'address' : OWN_LINE.test(next);
  return opens ? 'front-matter' : undefined;
}

/** A line that a scraper writes about the page, behind three dashes. */
const OWN_LINE = /^(?:url|title|source|date|retrieved|exported|captured|type|site|author|description)\s*:/i;

/** Makes a watch for one input. */
export function createStartWatch(): StartWatch {
  let lines = 0;
  /** How many lines with text ago each sign was seen on this page. */
  let seen = new Map<Sign, number>();
  /** The page began with lines about itself. */
  let own = false;

  function begins(text: string, next?: string): boolean {
    if (text === '') return false;
    const sign = openingSign(text, next) ?? signOf(text);
    const starts = sign !== undefined && isStart(sign);
    if (starts) {
      lines = 0;
      seen = new Map();
      own = sign !== 'inbox';
    }
    lines++;
    if (sign) seen.set(sign, lines);
    return starts;
  }

  function isStart(sign: Sign): boolean {
    if (lines === 0) return false;
    const last = seen.get(sign);
    switch (sign) {
      case 'html':
      case 'front-matter':
        return true;
      case 'html-tag':
        return lines - (seen.get('html') ?? -9) > 3;
      case 'address':
        return last === undefined ? !own && lines > 12 : lines - last > 12;
      case 'first-link':
        return seen.has('references');
      case 'references':
        return false;
      case 'mailing':
        return seen.has('inbox') || (last === undefined ? lines > HEAD_LINES_OF_MAIL : lines - last > 6);
      case 'inbox':
        if (seen.has('mailing') || seen.has('paper')) return true;
        return last === undefined ? lines > (own ? HEAD_LINES_BEHIND_OWN : HEAD_LINES) : lines - last > 6;
      default:
        return last !== undefined && lines - last > 6;
    }
  }

  return { begins };
}

function signOf(text: string): Sign | undefined {
  if (text.length > MAX_SIGN || !MAY_BEGIN.test(text)) return undefined;
  return SIGNS.find(([, pattern]) => pattern.test(text))?.[0];
}
