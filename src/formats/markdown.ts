// Markdown: a digest to read on GitHub; nothing in a paper's text can break out into markup, HTML, a link or a mention.
import type { Record } from '../record.ts';
import { getter, type Value } from './fields.ts';
import type { Format } from './format.ts';

/** A page with a heading, a line of facts and the abstract for each paper. */
export const markdown: Format = {
  name: 'markdown',
  extension: 'md',
  open: (fields) => {
    const facts = fields.filter((field) => field !== 'title' && field !== 'abstract').map(fact);
    const [withTitle, withAbstract] = [fields.includes('title'), fields.includes('abstract')];
    return {
      head: '',
      separator: '\n',
      tail: '',
      row: (record) => {
        const parts = [
          withTitle ? heading(record) : '',
          facts
            .map((show) => show(record))
            .filter((text) => text !== '')
            .join(' · '),
          withAbstract ? paragraphs(record.abstract) : '',
        ];
        return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
      },
    };
  },
};

function heading(record: Record): string {
  const title = escapeMarkdown(record.title) || '(no title)';
  const url = homeOf(record);
  return url ? `## [${title}](${target(url)})` : `## ${title}`;
}

/** Where the title leads: the paper's page, else the first link. */
function homeOf({ arxiv_id, doi, links }: Record): string | undefined {
  if (arxiv_id !== null) return `https://arxiv.org/abs/${arxiv_id}`;
  if (doi !== null) return `https://doi.org/${doi}`;
  return (links.find((link) => link.kind === 'paper') ?? links[0])?.url;
}

function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => escapeMarkdown(paragraph))
    .join('\n\n');
}

type Fact = (record: Record) => string;

/** How a field reads in the line of facts; a field without a row is written as `name: value`. */
const FACTS: ReadonlyMap<string, Fact> = new Map<string, Fact>([
  ['links', ({ links }) => links.map(({ url, kind }) => `[${kind}](${target(url)})`).join(' · ')],
  [
    'arxiv_id',
    ({ arxiv_id }) =>
      arxiv_id === null ? '' : `[arXiv:${escapeMarkdown(arxiv_id)}](${target(`https://arxiv.org/abs/${arxiv_id}`)})`,
  ],
  ['doi', ({ doi }) => (doi === null ? '' : `[doi:${escapeMarkdown(doi)}](${target(`https://doi.org/${doi}`)})`)],
  ['authors', ({ authors }) => escapeMarkdown(authors.join(', '))],
  [
    'author_count',
    ({ authors, author_count }) => (author_count === null || authors.length > 0 ? '' : `${author_count} authors`),
  ],
  ['published', ({ published }) => published ?? ''],
  ['upvotes', ({ upvotes }) => (upvotes === null ? '' : `${upvotes} upvotes`)],
  ['comment_count', ({ comment_count }) => (comment_count === null ? '' : `${comment_count} comments`)],
  ['github_stars', ({ github_stars }) => (github_stars === null ? '' : `${github_stars} stars`)],
  ['digest', ({ digest }) => escapeMarkdown(digest.date === null ? digest.name : `${digest.name}, ${digest.date}`)],
  ['source', ({ source }) => escapeMarkdown(`${source.file ?? 'stdin'}:${source.line}`)],
  ['warnings', ({ warnings }) => escapeMarkdown(warnings.map((warning) => `⚠ ${warning}`).join(' · '))],
]);

function fact(field: string): Fact {
  const known = FACTS.get(field);
  if (known) return known;
  const get = getter(field);
  return (record) => {
    const text = plain(get(record));
    return text === '' ? '' : `${field.replaceAll('_', ' ')}: ${escapeMarkdown(text)}`;
  };
}

function plain(value: Value): string {
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? item : item.url)).join(', ');
  return value === null || value === undefined ? '' : String(value);
}

const INLINE = /[\\`*_[\]<>~&$|]/g;
/** What opens a heading, a list, a quote or an underline at the start of a line. */
const AT_START = /^(?:[-+=#]|\d+(?=[.)]))/;
/** The end of `C #` would close a heading, and not be shown. */
const AT_END = /(?<=\s#*)#$/;
/** GitHub links these by itself, whatever is escaped around them: a word joiner (invisible) keeps them apart. */
const SELF_LINKING = /@(?=\w)|#(?=\d)|\bGH(?=-\d)/g;

/** Makes text that Markdown shows as it is. Line breaks become spaces. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(INLINE, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www(?=\.)/gi, '$&\\')
    .replace(SELF_LINKING, '$&\u2060')
    .replace(AT_END, '\\#')
    .replace(AT_START, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** A URL that stays inside the brackets of a link. Only http and https lead anywhere. */
function target(url: string): string {
  if (!/^https?:\/\//i.test(url)) return '#';
  return `<${url.replace(/[<>\s\\]/g, encodeURIComponent).replace(/&(?=#?\w+;)/g, '&amp;')}>`;
}
