// The fields that can be asked for: those of the record, and the parts of `digest` and `source` under flat names.
import type { Field, Record } from '../record.ts';

/** What a field of a record can hold. */
export type Value = Record[Field] | undefined;

/** A part of `digest` or `source`, as a field of its own. */
export type FlatName = `digest_${keyof Record['digest']}` | `source_${keyof Record['source']}`;
type Getters<Name extends string> = { readonly [K in Name]: (record: Record) => Value };

/** The record's own fields, in the order of the schema (which is not loaded for this: it would double the start-up). */
const WHOLE: Getters<Field> = {
  title: (record) => record.title,
  abstract: (record) => record.abstract,
  links: (record) => record.links,
  arxiv_id: (record) => record.arxiv_id,
  doi: (record) => record.doi,
  authors: (record) => record.authors,
  author_count: (record) => record.author_count,
  organization: (record) => record.organization,
  submitted_by: (record) => record.submitted_by,
  published: (record) => record.published,
  upvotes: (record) => record.upvotes,
  comment_count: (record) => record.comment_count,
  github_stars: (record) => record.github_stars,
  categories: (record) => record.categories,
  note: (record) => record.note,
  digest: (record) => record.digest,
  source: (record) => record.source,
  warnings: (record) => record.warnings,
};

const FLAT: Getters<FlatName> = {
  digest_name: ({ digest }) => digest.name,
  digest_layout: ({ digest }) => digest.layout,
  digest_date: ({ digest }) => digest.date,
  source_file: ({ source }) => source.file,
  source_line: ({ source }) => source.line,
  source_end_line: ({ source }) => source.end_line,
};

const GETTERS: ReadonlyMap<string, (record: Record) => Value> = new Map([
  ...Object.entries(WHOLE),
  ...Object.entries(FLAT),
]);

/** All fields of a record, in order: what is written when nothing else was asked for. */
export const FIELDS: readonly string[] = Object.keys(WHOLE);

/** All names that `--fields` takes. */
export const FIELD_NAMES: readonly string[] = [...GETTERS.keys()];

/** The function that reads a field by its name; one that gives nothing for an unknown name. */
export function getter(name: string): (record: Record) => Value {
  return GETTERS.get(name) ?? (() => undefined);
}

/** Replaces `digest` and `source` by the names of their parts, each once, for formats that know only flat cells. */
export function flatten(fields: readonly string[]): string[] {
  const names = fields.flatMap((field) => {
    const parts = Object.keys(FLAT).filter((name) => name.startsWith(`${field}_`));
    return parts.length > 0 ? parts : [field];
  });
  return [...new Set(names)];
}
