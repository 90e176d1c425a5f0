// JSON Lines: one record a line, each complete as soon as it is written.
import type { Record } from '../record.ts';
import { FIELDS, getter } from './fields.ts';
import type { Format } from './format.ts';

/** One JSON object a line, for pipes. */
export const jsonl: Format = {
  name: 'jsonl',
  extension: 'jsonl',
  open: (fields) => {
    const pick = picker(fields);
    const row = isWhole(fields) ? wholeRow : (record: Record): string => `${JSON.stringify(pick(record))}\n`;
    return { head: '', separator: '', tail: '', row };
  },
};

/** The same as JSON.stringify, which goes through long texts character by character. */
function wholeRow(record: Record): string {
  const rest = JSON.stringify({ ...record, title: undefined, abstract: undefined });
  return `{"title":${quoted(record.title)},"abstract":${quoted(record.abstract)},${rest.slice(1)}\n`;
}

/** What JSON escapes besides quotes and backslashes: control characters, and surrogates that may be alone. */
const ESCAPED = /[\0-\x1f\ud800-\udfff]/;

function quoted(text: string): string {
  const isPlain = !text.includes('"') && !text.includes('\\') && !ESCAPED.test(text);
  return isPlain ? `"${text}"` : JSON.stringify(text);
}

const isWhole = (fields: readonly string[]): boolean => fields.join() === FIELDS.join();

/** Makes the function that reduces a record to the named fields, in their order. */
export function picker(fields: readonly string[]): (record: Record) => unknown {
  if (isWhole(fields)) return (record) => record;
  const getters = fields.map((field) => [field, getter(field)] as const);
  return (record) => Object.fromEntries(getters.map(([field, get]) => [field, get(record)]));
}
