// The JSON that a saved Hugging Face page carries for its own scripts: every paper with its LaTeX intact.
import { ARXIV_ID } from '../../text/addresses.ts';
import { parseShownDate, type ShownDate } from '../../text/dates.ts';
import { type RawPaper, rawPaper } from '../layout.ts';

/** What the data of a page's component says. */
export interface Props {
  readonly papers: readonly RawPaper[];
  /** The day that the page shows, when it is the page of one day. */
  readonly date: ShownDate | null;
}

/** Whether a component's data should hold papers and cannot be read, as when the page was cut off in it. */
export const isDamaged = (json: string): boolean => MAY_HOLD_PAPERS.test(json) && parse(json) === undefined;

/** Reads a component's data; undefined when it holds no papers or is no JSON. */
export function readProps(json: string): Props | undefined {
  if (!MAY_HOLD_PAPERS.test(json)) return undefined;
  const data = parse(json);
  if (!data) return undefined;
  const papers = entriesOf(data).flatMap((entry) => readEntry(entry) ?? []);
  const found = Array.isArray(data['dailyPapers']) || Array.isArray(data['searchResults']) || papers.length > 0;
  return found ? { papers, date: dayOf(text(data['dateString']) ?? text(data['date'])) } : undefined;
}

const MAY_HOLD_PAPERS = /"(?:dailyPapers|searchResults|paper|papers|trendingPapers)"\s*:/;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const object = (value: unknown): Json => (isObject(value) ? value : {});

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;

function parse(json: string): Json | undefined {
  try {
    const data: unknown = JSON.parse(json);
    return isObject(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** A search shows its results instead of the day's papers; the page of one paper has just that. */
function entriesOf(data: Json): Json[] {
  const searched = isObject(data['query']) && text(data['query']['q']) !== null;
  const lists = searched
    ? ['searchResults', 'dailyPapers']
    : ['dailyPapers', 'trendingPapers', 'papers', 'searchResults'];
  for (const name of lists) {
    const list = data[name];
    if (Array.isArray(list)) return list.filter(isObject);
  }
  const paper = object(data['paper']);
  return text(paper['title']) && text(paper['summary']) !== null ? [data] : [];
}

const ID = new RegExp(`^${ARXIV_ID}$`);

function readEntry(entry: Json): RawPaper | undefined {
  const inner = isObject(entry['paper']) ? entry['paper'] : entry;
  const either = (name: string): unknown => inner[name] ?? entry[name];
  const title = text(inner['title']) ?? text(entry['title']);
  const id = text(inner['id']);
  if (!title) return undefined;
  const paper = rawPaper(flat(title));
  paper.abstract = paragraphs(text(inner['summary']) ?? text(entry['summary']) ?? '');
  paper.arxivId = id && ID.test(id) ? id : null;
  paper.authors = namesOf(inner['authors']);
  paper.upvotes = number(either('upvotes'));
  paper.commentCount = number(either('numComments')) ?? number(object(entry['discussion'])['numComments']);
  paper.githubStars = number(either('githubStars'));
  paper.organization = nameOf(either('organization'));
  paper.submittedBy = accountOf(entry['submittedBy'] ?? inner['submittedOnDailyBy'] ?? inner['submittedBy']);
  paper.published = dayOf(text(inner['publishedAt']) ?? text(entry['publishedAt']));
  if (id) paper.links.push(`https://huggingface.co/papers/${id}`);
  const [repository, projectPage] = ['githubRepo', 'projectPage'].map((name) => text(either(name)));
  for (const url of [repository, projectPage]) if (url && /^https?:\/\//.test(url)) paper.links.push(url);
  paper.projectPage = projectPage ?? null;
  return paper;
}

/** The API wraps titles and abstracts as arXiv does. */
const flat = (value: string): string => value.replace(/\s+/g, ' ').trim();

const paragraphs = (value: string): string[] =>
  value
    .split(/\n\s*\n/)
    .map(flat)
    .filter((paragraph) => paragraph !== '');

function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((author) => {
    const name = text(object(author)['name']);
    return name && object(author)['hidden'] !== true ? [flat(name)] : [];
  });
}

/** The page shows the account of who submitted. */
const accountOf = (value: unknown): string | null => text(object(value)['name']) ?? nameOf(value);

/** The page shows the full name of an organisation. */
function nameOf(value: unknown): string | null {
  const it = object(value);
  return text(it['fullname']) ?? text(it['name']) ?? text(it['user']) ?? text(value);
}

const dayOf = (value: string | null): ShownDate | null => (value ? (parseShownDate(value.slice(0, 10)) ?? null) : null);
