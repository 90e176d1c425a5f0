// The record of one paper: this schema is the one source of the types and the JSON Schema. Columns are in formats/fields.ts.
import * as z from 'zod/mini';

const LINK_KINDS = ['paper', 'pdf', 'code', 'model', 'dataset', 'demo', 'project', 'video', 'other'] as const;

type Text = z.ZodMiniString;
type Texts = z.ZodMiniArray<Text>;
type TextOrNull = z.ZodMiniNullable<Text>;
type CountOrNull = z.ZodMiniNullable<z.ZodMiniNumberFormat>;
type LineNumber = z.ZodMiniNumberFormat;
type LinkSchema = z.ZodMiniObject<{ url: Text; kind: z.ZodMiniEnum<{ [K in LinkKind]: K }> }, z.core.$strict>;
type DigestSchema = z.ZodMiniObject<{ name: Text; layout: Text; date: TextOrNull }, z.core.$strict>;
type SourceSchema = z.ZodMiniObject<{ file: TextOrNull; line: LineNumber; end_line: LineNumber }, z.core.$strict>;

/** What a link leads to, told from its address, else by what the page calls it. */
export type LinkKind = (typeof LINK_KINDS)[number];

/** Gives a schema the sentence that `papersift schema` prints with it. */
function described<T extends z.core.$ZodType>(schema: T, description: string): T {
  z.globalRegistry.add(schema, { description });
  return schema;
}

const text = (description: string): Text => described(z.string(), description);
const textOrNull = (description: string): TextOrNull => described(z.nullable(z.string()), description);
const texts = (description: string): Texts => described(z.array(z.string()), description);
const count = (description: string): CountOrNull => described(z.nullable(z.int().check(z.nonnegative())), description);
const isoDate = (description: string): TextOrNull =>
  described(z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), description);
const lineNumber = (description: string): LineNumber => described(z.int().check(z.positive()), description);

const link: LinkSchema = z.strictObject({
  url: text('Absolute address, without what a sentence put behind it.'),
  kind: described(z.enum(LINK_KINDS), 'What it leads to, told from the address, else by what the page calls it.'),
});
const digest: DigestSchema = z.strictObject({
  name: text('Name of the digest, as "Hugging Face papers".'),
  layout: text('Name of the layout that the page was read as, as "hf-search".'),
  date: isoDate('Day of the page; null when it does not say, or says no year.'),
});
const source: SourceSchema = z.strictObject({
  file: textOrNull('File, archive member or address of the capture; null for standard input.'),
  line: lineNumber('First line of the paper in it, from 1.'),
  end_line: lineNumber('Last line of the paper in it.'),
});

/** One paper as `papersift` writes it. Every key is always there, in this order. */
export const Record: z.ZodMiniObject<
  {
    title: Text;
    abstract: Text;
    links: z.ZodMiniArray<LinkSchema>;
    arxiv_id: TextOrNull;
    doi: TextOrNull;
    authors: Texts;
    author_count: CountOrNull;
    organization: TextOrNull;
    submitted_by: TextOrNull;
    published: TextOrNull;
    upvotes: CountOrNull;
    comment_count: CountOrNull;
    github_stars: CountOrNull;
    categories: Texts;
    note: TextOrNull;
    digest: DigestSchema;
    source: SourceSchema;
    warnings: Texts;
  },
  z.core.$strict
> = z.strictObject({
  title: text('Title, repaired, on one line.'),
  abstract: text('Abstract, repaired, its paragraphs joined by a blank line; "" when the page shows none.'),
  links: described(z.array(link), 'Links of the paper and its abstract, in order, each once.'),
  arxiv_id: textOrNull('Identifier on arXiv, without version: "2408.16048", "hep-th/9901001".'),
  doi: textOrNull('DOI in lower case, without resolver.'),
  authors: texts('Names of the authors, as far as the page shows them.'),
  author_count: count('Number of authors that the page tells, else of those that it names.'),
  organization: textOrNull('Organization that the page names for the paper.'),
  submitted_by: textOrNull('Who put the paper on the digest.'),
  published: isoDate('Day of publication; null when the page does not show it, or its year cannot be known.'),
  upvotes: count('Votes that the page shows.'),
  comment_count: count('Comments on the page.'),
  github_stars: count('Stars of the repository that the page shows; "3.29k" is 3290.'),
  categories: texts('Subjects on arXiv, as "cs.CL".'),
  note: textOrNull('arXiv\'s line of comments, as "12 pages".'),
  digest: described(digest, 'The page that the paper stood on.'),
  source: described(source, 'Where in the input the paper stood.'),
  warnings: texts('Anything doubtful about this record.'),
});

/** One paper; see the table of fields in the README. */
export type Record = z.infer<typeof Record>;

/** A link of a paper: an absolute URL and what it leads to. */
export type Link = Record['links'][number];

/** The name of a top-level field of a record. */
export type Field = keyof Record;
