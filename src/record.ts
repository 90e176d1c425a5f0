// The record of one paper: this schema is the one source of the types, the JSON Schema and the columns.
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

/** What a link leads to, told from its address alone. */
export type LinkKind = (typeof LINK_KINDS)[number];

const count: CountOrNull = z.nullable(z.int().check(z.nonnegative()));
const isoDate: TextOrNull = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)));
const lineNumber: LineNumber = z.int().check(z.positive());

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
  title: z.string(),
  abstract: z.string(),
  links: z.array(z.strictObject({ url: z.string(), kind: z.enum(LINK_KINDS) })),
  arxiv_id: z.nullable(z.string()),
  doi: z.nullable(z.string()),
  authors: z.array(z.string()),
  author_count: count,
  organization: z.nullable(z.string()),
  submitted_by: z.nullable(z.string()),
  published: isoDate,
  upvotes: count,
  comment_count: count,
  github_stars: count,
  categories: z.array(z.string()),
  note: z.nullable(z.string()),
  digest: z.strictObject({ name: z.string(), layout: z.string(), date: isoDate }),
  source: z.strictObject({
    file: z.nullable(z.string()),
    line: lineNumber,
    end_line: lineNumber,
  }),
  warnings: z.array(z.string()),
});

/** One paper; see the table of fields in the README. */
export type Record = z.infer<typeof Record>;

/** A link of a paper: an absolute URL and what it leads to. */
export type Link = Record['links'][number];

/** The name of a top-level field of a record. */
export type Field = keyof Record;
