// Markdown inside a paragraph: links, images and escapes to parts; one pass, no backtracking.
import { type Part, textOf } from './block.ts';

/** Habits of a page's writer. */
export interface InlineHabits {
  /** Whether a backslash before punctuation is the writer's own (`\_`); if not, it belongs to the page's LaTeX. */
  readonly escapes: boolean;
  /** Whether the writer breaks lines behind hyphens, too. */
  readonly breaksAtHyphens: boolean;
  /** Looks up what `[text][7]` leads to; undefined when nothing of that name is defined. */
  readonly resolve?: (reference: string) => string | undefined;
}

/** A bracket that has not been closed yet: where its own "[" stands among the parts. */
interface Open {
  readonly part: number;
  readonly image: boolean;
  /** Where an `<a href>` that is not closed yet leads. */
  readonly url?: string;
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
  const parts: Part[] = [];
  const open: Open[] = [];
  let buffer = '';
  const flush = (): void => {
    if (buffer !== '') parts.push({ text: buffer });
    buffer = '';
  };

  function openBracket(image: boolean): void {
    if (open.length >= MAX_DEPTH) {
      buffer += image ? '![' : '[';
      return;
    }
    flush();
    open.push({ part: parts.length, image });
    parts.push({ text: image ? '![' : '[' });
  }

  /** Ends the innermost bracket: a link or an image, or only text in brackets. Returns where to go on. */
  function closeBracket(at: number): number {
    const last = open.at(-1)?.url === undefined ? open.pop() : undefined;
    const target = last && readTarget(text, at + 1, habits);
    const attributes = text[target?.end ?? at + 1] === '{' ? attributesAt(text, target?.end ?? at + 1) : 0;
    if (last && !target && attributes > 0) {
      const opening = parts[last.part];
      if (opening) parts[last.part] = { text: opening.text.slice(1) };
      return at + 1 + attributes;
    }
    if (!last || !target) {
      buffer += ']';
      return at + 1;
    }
    flush();
    const label = parts.splice(last.part).slice(1);
    if (!last.image) parts.push({ text: textOf(label), url: target.url });
    return target.end + attributes;
  }

  let from = 0;
  for (SPECIAL.lastIndex = 0; ; SPECIAL.lastIndex = from) {
    const at = SPECIAL.exec(text)?.index ?? text.length;
    buffer += text.slice(from, at);
    if (at >= text.length) break;
    from = special(at);
  }
  flush();
  return mergeTexts(parts, habits.breaksAtHyphens ? BROKEN_WORD : undefined);

  /** Reads one character that may mean something; returns where to go on. */
  function special(at: number): number {
    switch (text[at]) {
      case '[':
        openBracket(false);
        return at + 1;
      case ']':
        return closeBracket(at);
      case '\\':
        return backslash(at);
      case '<':
        return angle(at);
      default:
        if (text[at + 1] !== '[') buffer += '!';
        else openBracket(true);
        return text[at + 1] === '[' ? at + 2 : at + 1;
    }
  }

  /** A hard line break ("\\" at the end of a line, "\  " in a title) is a space; "\ " alone is LaTeX. */
  function backslash(at: number): number {
    const hardBreak = HARD_BREAK.exec(text.slice(at, at + 16));
    if (hardBreak) {
      buffer += ' ';
      return at + hardBreak[0].length;
    }
    const next = text[at + 1] ?? '';
    const escaped = habits.escapes && PUNCTUATION.test(next);
    buffer += escaped ? next : '\\';
    return escaped ? at + 2 : at + 1;
  }

  /** Pandoc leaves links with a class as tags; without the link nothing would tell a title from a text. */
  function closeAnchor(): void {
    const url = open.at(-1)?.url;
    if (url === undefined) return;
    flush();
    const label = parts.splice(open.pop()?.part ?? parts.length);
    parts.push({ text: textOf(label), url });
  }

  function angle(at: number): number {
    const window = text.slice(at, at + 1024);
    const url = AUTOLINK.exec(window);
    if (url?.[1] && open.length === 0) {
      flush();
      parts.push({ text: url[1], url: url[1] });
      return at + url[0].length;
    }
    const tag = TAG.exec(window);
    const href = tag && open.length < MAX_DEPTH ? HREF.exec(tag[0])?.[1] : undefined;
    if (href !== undefined) {
      flush();
      open.push({ part: parts.length, image: false, url: href });
    } else if (tag?.[0] === '</a>') closeAnchor();
    buffer += tag ? (tag[1] ? ' ' : '') : '<';
    return at + (tag?.[0].length ?? 1);
  }
}

const HARD_BREAK = /^\\\\?(?:\n|$)|^\\ {2,}/;
/** Pandoc writes classes and names behind a link, and behind any text in brackets. */
const ATTRIBUTES = /^\{(?:\.[A-Za-z]|#\w|[a-z-]{2,20}=")[^{}]*\}/;

/** How many characters of classes stand there. */
const attributesAt = (text: string, at: number): number => ATTRIBUTES.exec(text.slice(at, at + 256))?.[0].length ?? 0;
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

function mergeTexts(parts: readonly Part[], broken: RegExp | undefined): Part[] {
  const tidy = (text: string): string => joinLines(broken ? text.replace(broken, '') : text);
  const merged: Part[] = [];
  let text = '';
  for (const part of parts) {
    if (part.url === undefined) {
      text += part.text;
      continue;
    }
    if (text !== '') merged.push({ text: tidy(text) });
    merged.push({ text: tidy(part.text), url: part.url });
    text = '';
  }
  if (text !== '') merged.push({ text: tidy(text) });
  return merged;
}

/** The line end in a word that was broken behind its hyphen; "pre- and post-training" has a blank there. */
const BROKEN_WORD = /(?<=[\p{L}\d]-)\n(?!(?:and|or|to|und|oder|et|ou)\b)(?=[\p{L}\d])/gu;

const joinLines = (text: string): string =>
  text.includes('\n') ? text.replace(/(?<![ \t])[ \t]*\n[ \t]*/g, ' ') : text;
