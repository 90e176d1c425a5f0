// Markdown inside a paragraph: links, images and escapes to parts; one pass, no backtracking.
import { type Part, partOf, textOf } from './block.ts';

/** Habits of a page's writer. */
export interface InlineHabits {
  /** Whether a backslash before punctuation is the writer's own (`\_`); if not, it belongs to the page's LaTeX. */
  readonly escapes: boolean;
  /** Whether the writer breaks lines behind hyphens, too. */
  readonly breaksAtHyphens: boolean;
  /** Whether the writer wraps headings, too. */
  readonly wrapsHeadings?: boolean;
  /** Looks up what `[text][7]` leads to; undefined when nothing of that name is defined. */
  readonly resolve?: (reference: string) => string | undefined;
}

interface Target {
  readonly url: string;
  readonly end: number;
}

const SPECIAL = /[[\]\\!<]/g;
/** What Markdown writers put a backslash before; they never do it to `%`, `&`, `,`: those backslashes are LaTeX. */
const PUNCTUATION = /[!"#$'()*+.<>@[\\\]^_`{|}~-]/;

/** Deeper brackets are text: no page nests links so, hostile input does. */
const MAX_DEPTH = 16;

/** Reads the text of one block; newlines inside are line ends of the input and become spaces. */
export function readInline(text: string, habits: InlineHabits): Part[] {
  return wholeLink(text, habits) ?? readParts(text, habits);
}

/** `[for x in (0,1] it is open](url)`: one link, whose text has brackets of its own that do not belong together. */
function wholeLink(text: string, habits: InlineHabits): Part[] | undefined {
  const [, inner = ''] = (text.startsWith('[') && WHOLE_LINK.exec(text)) || [];
  if (inner === '' || !hasLooseBrackets(inner)) return undefined;
  const target = readTarget(text, inner.length + 2, habits);
  if (target === undefined || text.slice(target.end).trim() !== '') return undefined;
  return mergeTexts([partOf(textOf(readParts(inner, habits)).trim(), target.url)], habits);
}

const WHOLE_LINK = /^\[((?:[^\]]|\](?![([]))+)\][([][^\s]*\s*$/;

/** Whether brackets open that do not close, or the other way round. */
function hasLooseBrackets(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '[') depth++;
    if (char === ']' && --depth < 0) return true;
  }
  return depth > 0;
}

function readParts(text: string, habits: InlineHabits): Part[] {
  const parts = new Parts();
  let from = 0;
  for (SPECIAL.lastIndex = 0; ; SPECIAL.lastIndex = from) {
    const at = SPECIAL.exec(text)?.index ?? text.length;
    if (at > from) parts.write(text.slice(from, at));
    if (at >= text.length) break;
    from = readSpecial(text, at, parts, habits);
  }
  return mergeTexts(parts.all, habits);
}

/** A bracket or an `<a href>` that has not been closed yet. */
interface Opened {
  /** Where its own "[" stands among the parts; for a tag it is an empty text. */
  readonly part: number;
  /** Where the tag leads. */
  readonly url: string | undefined;
}

/** The texts and links that were read, and the brackets among them that are open. */
class Parts {
  readonly all: Part[] = [];
  readonly #opened: Opened[] = [];

  get depth(): number {
    return this.#opened.length;
  }

  write(text: string, url?: string): void {
    this.all.push(partOf(text, url));
  }

  /** Opens a bracket, or a tag when it has a URL; one that is too deep is text. */
  open(text: string, url?: string): void {
    if (this.depth < MAX_DEPTH) this.#opened.push({ part: this.all.length, url });
    this.write(text);
  }

  /** Closes the innermost tag or bracket, unless one of the other kind is open inside of it. */
  close(tag: boolean): Opened | undefined {
    return (this.#opened.at(-1)?.url !== undefined) === tag ? this.#opened.pop() : undefined;
  }

  /** What stands behind becomes the text of a link; pictures show nothing. */
  link({ part }: Opened, url: string): void {
    const [bracket, ...label] = this.all.splice(part);
    if (bracket?.text !== '![') this.write(textOf(label), url);
  }

  /** The brackets only hold a text together. */
  unwrap({ part }: Opened): void {
    this.all[part] = { text: this.all[part]?.text.slice(1) ?? '' };
  }
}

/** Reads one character that may mean something; returns where to go on. */
function readSpecial(text: string, at: number, parts: Parts, habits: InlineHabits): number {
  const opening = text[at] === '!' && text[at + 1] === '[' ? '![' : text.charAt(at);
  switch (opening) {
    case ']':
      return closeBracket(text, at, parts, habits);
    case '\\':
      return backslash(text, at, parts, habits);
    case '<':
      return angle(text, at, parts);
    case '!':
      parts.write('!');
      return at + 1;
    default:
      parts.open(opening);
      return at + opening.length;
  }
}

/** Ends the innermost bracket: a link or an image, or only text in brackets. */
function closeBracket(text: string, at: number, parts: Parts, habits: InlineHabits): number {
  const opened = parts.close(false);
  if (!opened) {
    parts.write(']');
    return at + 1;
  }
  const target = readTarget(text, at + 1, habits);
  const end = target?.end ?? at + 1;
  const attributes = attributesAt(text, end);
  if (target) parts.link(opened, target.url);
  else if (attributes > 0) parts.unwrap(opened);
  else parts.write(']');
  return end + attributes;
}

/** A hard line break ("\\" at the end of a line, "\  " in a title) is a space; "\ " alone is LaTeX. */
function backslash(text: string, at: number, parts: Parts, { escapes }: InlineHabits): number {
  const hardBreak = HARD_BREAK.exec(text.slice(at, at + 16));
  const next = text.charAt(at + 1);
  const escaped = hardBreak === null && escapes && PUNCTUATION.test(next);
  parts.write(hardBreak ? ' ' : escaped ? next : '\\');
  return at + (hardBreak?.[0].length ?? (escaped ? 2 : 1));
}

/** Pandoc leaves links with a class as tags; without the link nothing would tell a title from a text. */
function angle(text: string, at: number, parts: Parts): number {
  const window = text.slice(at, at + 1024);
  const [auto, address] = AUTOLINK.exec(window) ?? [];
  if (auto && address && parts.depth === 0) {
    parts.write(address, address);
    return at + auto.length;
  }
  const [tag, lineBreak] = TAG.exec(window) ?? ['<'];
  const url = HREF.exec(tag)?.[1];
  const opened = tag === '</a>' ? parts.close(true) : undefined;
  if (url !== undefined) parts.open('', url);
  else if (opened?.url !== undefined) parts.link(opened, opened.url);
  else if (tag === '<' || lineBreak) parts.write(lineBreak ? ' ' : '<');
  return at + tag.length;
}

const HARD_BREAK = /^\\\\?(?:\n|$)|^\\ {2,}/;
/** Pandoc writes classes and names behind a link, and behind any text in brackets. */
const ATTRIBUTES = /^\{(?:\.[A-Za-z]|#\w|[a-z-]{2,20}=")[^{}]*\}/;

/** How many characters of classes stand there. */
const attributesAt = (text: string, at: number): number =>
  text[at] === '{' ? (ATTRIBUTES.exec(text.slice(at, at + 256))?.[0].length ?? 0) : 0;
const AUTOLINK = /^<(https?:\/\/[^\s<>]+)>/;
/** A link that was left as a tag. */
const HREF = /^<a\s(?:[^<>]*\s)?href="([^"<>]*)"/i;
/** Tags that Markdown writers leave in; any other angle bracket (`<think>`) is text. */
const TAG = /^<\/?(?:(br)|a|img|span|div|p|svg)(?:\s[^<>]*)?\/?>/i;

/** Nearly every target: an address, which may be broken behind a hyphen, and its title, which may be on another line. */
const TARGET = /\(((?:[^\s()<>"\\[\]]|(?<=-)\n){0,4000})(?:\s+"[^"]{0,300}")?\)/y;

/** Reads `(url "title")` or `[7]` behind a closing bracket. */
function readTarget(text: string, at: number, habits: InlineHabits): Target | undefined {
  if (text[at] === '[') {
    const reference = /^\[([^[\]\n]{1,80})\]/.exec(text.slice(at, at + 84));
    const url = reference?.[1] && habits.resolve?.(reference[1]);
    return reference && url !== undefined ? { url, end: at + reference[0].length } : undefined;
  }
  TARGET.lastIndex = at;
  const found = TARGET.exec(text);
  if (found) return { url: (found[1] ?? '').replaceAll('\n', ''), end: at + found[0].length };
  const end = text[at] === '(' ? closingParenthesis(text, at) : -1;
  if (end < 0) return undefined;
  const url = /^\s*<?([^\s<>]*)/.exec(text.slice(at + 1, end))?.[1] ?? '';
  return { url: url.replace(/\\([()_*~&])/g, '$1'), end: end + 1 };
}

/** The parenthesis that ends a link's target; -1 when there is none on the line. */
function closingParenthesis(text: string, at: number): number {
  let depth = 0;
  let quoted = false;
  const limit = Math.min(text.length, at + 4096);
  for (let i = at; i < limit; i++) {
    const char = text.charCodeAt(i);
    if (char === 34 && (quoted || text[i - 1] === ' ')) quoted = !quoted;
    else if (char === 10) return -1;
    else if (quoted) continue;
    else if (char === 92) i++;
    else if (char === 40 && ++depth > 4) return -1;
    else if (char === 41 && --depth === 0) return i;
    else if (char === 91) return -1;
  }
  return -1;
}

function mergeTexts(parts: readonly Part[], { breaksAtHyphens }: InlineHabits): Part[] {
  const merged: { text: string; url?: string }[] = [];
  for (const { text, url } of parts) {
    const last = merged.at(-1);
    if (url === undefined && last && last.url === undefined) last.text += text;
    else if (url !== undefined || text !== '') merged.push(partOf(text, url));
  }
  return merged.map(({ text, url }) => partOf(joinLines(text, breaksAtHyphens), url));
}

/** The line end in a word that was broken behind its hyphen; "pre- and post-training" has a blank there, "image-and-text" none. */
const BROKEN_WORD = /(?<=[\p{L}\d]-)\n(?!(?:and|or|to|und|oder|et|ou)\b(?!-))(?=[\p{L}\d])/gu;

/** Moves the rest of a word that was broken behind its hyphen up to the line where it begins; there are as many lines as before. */
export const mendBrokenWords = (text: string): string => text.replace(BROKEN_END, '$1\n');

/** The line end in such a word, and the rest of the word. */
const BROKEN_END = new RegExp(`${BROKEN_WORD.source}(\\S+)[ \\t]*`, 'gu');

/** Joins wrapped lines with one space, or with none in a word that was broken behind its hyphen, if the writer does so. */
export function joinLines(text: string, breaksAtHyphens: boolean): string {
  if (!text.includes('\n')) return text;
  return (breaksAtHyphens ? text.replace(BROKEN_WORD, '') : text).replace(/(?<![ \t])[ \t]*\n[ \t]*/g, ' ');
}
