// JSON Lines: one record a line, each complete as soon as it is written.
import type { Record } from '../record.ts';
import { FIELDS, getter } from './fields.ts';
import type { Format } from './format.ts';

/** One JSON object a line, for pipes. */
export const jsonl: Format = {
  name: 'jsonl',
  description: 'one JSON object a line, as it comes',
  extension: 'jsonl',
  open: (fields) => {
    const pick = picker(fields);
    return { head: '', separator: '', tail: '', row: (record) => `${JSON.stringify(pick(record))}\n` };
  },
};

/** Makes the function that reduces a record to the named fields, in their order. */
export function picker(fields: readonly string[]): (record: Record) => unknown {
  if (fields.join() === FIELDS.join()) return (record) => record;
  const getters = fields.map((field) => [field, getter(field)] as const);
  return (record) => Object.fromEntries(getters.map(([field, get]) => [field, get(record)]));
}
