// The Parquet types of a record's fields.
import type { ParquetWriter } from 'hyparquet-writer';
import type { FlatName } from '../formats/fields.ts';
import type { Field } from '../record.ts';

/** One row of a Parquet schema; a group is followed by its children. */
export type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** How a field is stored. */
export type ParquetType =
  | 'text'
  | 'optional text'
  | 'number'
  | 'optional number'
  | 'date'
  | 'texts'
  | 'links'
  | 'digest'
  | 'source';

/** The type of each field; the flat names of `digest` and `source` have theirs too. */
const FIELD_TYPES: { readonly [Name in Field | FlatName]: ParquetType } = {
  title: 'text',
  abstract: 'text',
  links: 'links',
  arxiv_id: 'optional text',
  doi: 'optional text',
  authors: 'texts',
  author_count: 'optional number',
  organization: 'optional text',
  submitted_by: 'optional text',
  published: 'date',
  upvotes: 'optional number',
  comment_count: 'optional number',
  github_stars: 'optional number',
  categories: 'texts',
  note: 'optional text',
  digest: 'digest',
  source: 'source',
  warnings: 'texts',
  digest_name: 'text',
  digest_layout: 'text',
  digest_date: 'date',
  source_file: 'optional text',
  source_line: 'number',
  source_end_line: 'number',
};

const TYPE_OF: ReadonlyMap<string, ParquetType> = new Map(Object.entries(FIELD_TYPES));

/** The type of a field, by one of the names that `--fields` takes. Throws for another name. */
export function typeOf(name: string): ParquetType {
  const type = TYPE_OF.get(name);
  if (!type) throw new Error(`there is no field "${name}"`);
  return type;
}

/** The schema of one column. */
export function elements(name: string, type: ParquetType): SchemaElement[] {
  return TYPES[type](name);
}

const text = (name: string): SchemaElement => ({
  name,
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  repetition_type: 'REQUIRED',
});
const number = (name: string): SchemaElement => ({ name, type: 'INT64', repetition_type: 'REQUIRED' });
const date = (name: string): SchemaElement => ({
  name,
  type: 'INT32',
  converted_type: 'DATE',
  repetition_type: 'OPTIONAL',
});
const optional = (element: SchemaElement): SchemaElement => ({ ...element, repetition_type: 'OPTIONAL' });
const group = (name: string, children: SchemaElement[]): SchemaElement[] => [
  { name, repetition_type: 'REQUIRED', num_children: children.length },
  ...children,
];
const list = (name: string, element: SchemaElement[]): SchemaElement[] => [
  { name, repetition_type: 'REQUIRED', num_children: 1, converted_type: 'LIST' },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  ...element,
];

const TYPES: Record<ParquetType, (name: string) => SchemaElement[]> = {
  text: (name) => [text(name)],
  'optional text': (name) => [optional(text(name))],
  number: (name) => [number(name)],
  'optional number': (name) => [optional(number(name))],
  date: (name) => [date(name)],
  texts: (name) => list(name, [text('element')]),
  links: (name) => list(name, group('element', [text('url'), text('kind')])),
  digest: (name) => group(name, [text('name'), text('layout'), date('date')]),
  source: (name) => group(name, [optional(text('file')), number('line'), number('end_line')]),
};

/** A value of a record in JSON as the writer wants it: dates as dates, whole numbers as 64 bits. */
export function stored(value: unknown, type: ParquetType): unknown {
  if (type === 'date') return toDate(value);
  if (typeof value === 'number') return BigInt(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value ?? null;
  const parts = Object.entries(value).map(([name, part]) => [name, stored(part, name === 'date' ? 'date' : 'text')]);
  return Object.fromEntries(parts);
}

function toDate(value: unknown): Date | null {
  return typeof value === 'string' ? new Date(value) : null;
}
