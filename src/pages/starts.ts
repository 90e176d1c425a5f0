// Where one page ends and the next begins, when a file holds several: told line by line, cheaply.
import { ARXIV_ID, HF_HOST } from '../text/addresses.ts';
import { isOwnLine } from './preamble.ts';

/** What a line says of where a page begins. */
type Sign =
  | 'front-matter'
  | 'address'
  | 'html'
  | 'html-tag'
  | 'inbox'
  | 'by-ak'
  | 'logo'
  | 'paper'
  | 'mailing'
  | 'listing'
  | 'top'
  | 'references'
  | 'first-link';

/** Watches the lines of an input for the beginning of another page. */
export interface StartWatch {
  /** Whether a new page begins with this line; `next` is needed for {@link mayOpenPage} lines only. */
  begins(text: string, next?: string): boolean;
}

/** The lines that begin a page: the sign, words that each of them has (in any case), and how it looks. */
const SIGNS: readonly (readonly [Sign, string, RegExp])[] = [
  [
    'address',
    'url',
    new RegExp(
      String.raw`^(?:\[\d+\] )?[\s>*-]{0,6}\**(?:url|source url|url source)\**\s*:\**\s*<?https?:\/\/(?:${HF_HOST}|(?:www\.)?(?:arxiv\.org|paperswithcode\.com))`,
      'i',
    ),
  ],
  [
    'address',
    'source',
    new RegExp(
      String.raw`^[\s>*#-]{0,6}\**source\**\s*:\**\s*<?https?:\/\/(?:${HF_HOST}\/papers|(?:www\.)?arxiv\.org\/list\/)`,
      'i',
    ),
  ],
  ['address', 'url source', /^(?:\[\d+\] )?URL Source: https?:\/\//],
  ['address', 'web source', /^# Web source\s*$/],
  ['address', 'title: ', /^Title: (?:Daily Papers|Trending Papers|Paper page)/],
  ['html', '<!doctype', /^\s*<!doctype html/i],
  ['html-tag', '<html', /^\s*<html[\s>]/i],
  ['inbox', 'get trending papers', /^\s*get trending papers in your email inbox/i],
  ['by-ak', 'research community', /^\s*by ?AK and the research community\s*$/],
  ['logo', "face's logo", /^\W{0,6}Hugging Face's logo/],
  ['paper', 'arxiv:', new RegExp(String.raw`^arxiv:\s?${ARXIV_ID}\s*$`)],
  ['references', 'references', /^\s*References\s*$/],
  ['first-link', '[1]', /^[\s#*]*\[1\]\S/],
  ['mailing', 'send any comments', /^[ \t>]*Send any comments regarding submissions\b/],
  ['listing', 'new listings for', /^[\s#]*Showing new listings for [A-Z]/],
  ['listing', 'new submissions for', /^# New submissions for [A-Z][a-z]{2,8},\s+\d/],
  ['listing', ' results for ', /^[\s#]*Showing [\d,]+\s*[–-]\s*[\d,]+ of [\d,]+ results for /],
  ['listing', 'authors and titles', /^[\s#]*Authors and titles for /],
  ['top', 'skip to main', /^\s*\[?Skip to main content\b/],
];

/** First characters of the lines above, their words, and no line longer than these: most lines need one look. */
const MAY_BEGIN = /^[-<#uUsStTgGaAbhHR[\s>*!]/;
const SAYS = new RegExp(SIGNS.map(([, words]) => words.replace(/[[\]]/g, '\\$&')).join('|'), 'i');
const MAX_SIGN = 400;

/** What a page shows at its top stands within so many lines that have text, more when it begins with lines about itself. */
const HEAD_LINES: ReadonlyMap<Sign, number> = new Map([
  ['inbox', 60],
  ['mailing', 40],
  ['listing', 150],
  ['top', 12],
  ['logo', Number.POSITIVE_INFINITY],
]);
const HEAD_LINES_BEHIND_OWN = 150;

/** A page shows one of these; another one is another page's. */
const KINDS: readonly Sign[] = ['inbox', 'mailing', 'listing', 'paper'];

/**
 * Three dashes, a heading or a title may open the lines that a scraper writes above a page, "new" the page itself, where
 * it says that more papers have come, and so may its own heading: the lines behind them tell.
 */
export const mayOpenPage = (text: string): boolean => {
  const opener = OPENERS.get(text.charCodeAt(0));
  return opener?.test(text) === true || (text.length <= MAX_HEADING && HEADING.test(text));
};

/** What may be the heading of a listing, the name of an archive: "Computation and Language", "# High Energy Physics - Theory". */
const HEADING = /^[\s#]*\p{Lu}\p{Ll}[\p{L} ,&-]{2,}$/u;
const MAX_HEADING = 80;

/** Links between the heading of a listing and what it lists. */
const BELOW_HEADING =
  /^[\s#*•·+-]*\[?(?:New submissions|Cross-lists|Replacements|See (?:today's|recent)\b.{0,200}|(?:recent|new)\b.{0,80}(?:articles|changes))(?:\]\(\S*\))?$/;

/** By the code of their first character: few lines have it. */
const OPENERS: ReadonlyMap<number, RegExp> = new Map([
  [35, /^# \S/],
  [45, /^---\s*$/],
  [84, /^Title: /],
  [91, /^\[\d+\] Title: /],
  [110, /^new$/],
]);

/** Whether a line behind {@link mayOpenPage} leaves it open what that was. */
export const leavesOpen = (text: string): boolean =>
  /^\s*$/.test(text) || BELOW_HEADING.test(text) || (KEY.test(text) && !tells(text));

/** What a line of {@link mayOpenPage} says together with the next one. */
function openingSign(text: string, next: string | undefined): Sign | undefined {
  if (next === undefined || !mayOpenPage(text)) return undefined;
  const nextSign = signOf(next);
  if (text === 'new' || HF_HEADING.test(text))
    return nextSign === 'inbox' || nextSign === 'by-ak' ? nextSign : undefined;
  if (HEADING.test(text) && nextSign === 'listing') return nextSign;
  if (!OPENERS.has(text.charCodeAt(0))) return undefined;
  const opens = text.startsWith('---') ? tells(next) : nextSign === 'address' || BARE_ADDRESS.test(next);
  return opens ? 'front-matter' : undefined;
}

const HF_HEADING = /^(?:# )?(?:Daily|Trending) Papers$/;

/** A scraper's heading may stand above nothing but the address of a digest. */
const BARE_ADDRESS = new RegExp(
  String.raw`^<?https?:\/\/(?:${HF_HOST}\/papers(?:\/(?:trending|date|week|month)\b\S*|\?\S*)?|(?:www\.)?arxiv\.org\/list\/\S+)>?$`,
);

/** Whether a line says what page this is. */
const tells = (text: string): boolean => isOwnLine(text) || signOf(text) === 'address';

const KEY = /^(?:[a-z][a-z_]{1,24}|- [A-Z][A-Za-z0-9 ]{2,24}): \S/;

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
      own = sign !== 'inbox' && sign !== 'by-ak';
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
      case 'inbox':
      case 'listing':
      case 'top':
      case 'logo':
        if (KINDS.some((kind) => kind !== sign && seen.has(kind))) return true;
        return last === undefined ? lines > headLines(sign) : lines - last > 6;
      case 'by-ak':
        if (KINDS.some((kind) => kind !== 'inbox' && seen.has(kind))) return true;
        return last !== undefined && lines - last > 6;
      default:
        return last !== undefined && lines - last > 6;
    }
  }

  const headLines = (sign: Sign): number =>
    sign === 'inbox' && own ? HEAD_LINES_BEHIND_OWN : (HEAD_LINES.get(sign) ?? 0);

  return { begins };
}

function signOf(text: string): Sign | undefined {
  if (text.length > MAX_SIGN || !MAY_BEGIN.test(text) || !SAYS.test(text)) return undefined;
  return SIGNS.find(([, , pattern]) => pattern.test(text))?.[0];
}
