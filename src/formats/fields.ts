// The fields that can be asked for: those of the record, and the parts of `digest` and `source` under flat names.
import { FIELDS, type Record } from '../record.ts';

/** What a field of a record can hold. */
export type Value = Record[keyof Record] | undefined;

type FlatName = `digest_${keyof Record['digest']}` | `source_${keyof Record['source']}`;

const FLAT: { readonly [K in FlatName]: (record: Record) => string | number | null } = {
  digest_name: ({ digest }) => digest.name,
  digest_layout: ({ digest }) => digest.layout,
  digest_date: ({ digest }) => digest.date,
  source_file: ({ source }) => source.file,
  source_line: ({ source }) => source.line,
  source_end_line: ({ source }) => source.end_line,
};

const GETTERS: ReadonlyMap<string, (record: Record) => Value> = new Map([
  ...FIELDS.map((field) => [field, (record: Record): Value => record[field]] as const),
  ...Object.entries(FLAT),
]);

/** All names that `--fields` takes. */
export const FIELD_NAMES: readonly string[] = [...GETTERS.keys()];

/** The function that reads a field by its name; one that gives nothing for an unknown name. */
export function getter(name: string): (record: Record) => Value {
  return GETTERS.get(name) ?? (() => undefined);
}

/** Replaces `digest` and `source` by the names of their parts, for formats that know only flat cells. */
export function flatten(fields: readonly string[]): string[] {
  return fields.flatMap((field) => {
    const parts = Object.keys(FLAT).filter((name) => name.startsWith(`${field}_`));
    return parts.length > 0 ? parts : [field];
  });
}
