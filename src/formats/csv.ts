// CSV and TSV as RFC 4180 has them: CRLF, and quotes around a cell that needs them.
import { flatten, getter, type Value } from './fields.ts';
import type { Format, Writing } from './format.ts';

/** Cells between commas. */
export const csv: Format = {
  name: 'csv',
  extension: 'csv',
  open: (fields) => openTable(fields, ','),
};

/** Cells between tabs, quoted as in CSV. */
export const tsv: Format = {
  name: 'tsv',
  extension: 'tsv',
  open: (fields) => openTable(fields, '\t'),
};

function openTable(fields: readonly string[], comma: string): Writing {
  const names = flatten(fields);
  const getters = names.map(getter);
  return {
    head: `${names.join(comma)}\r\n`,
    separator: '',
    tail: '',
    // A row without a character would be a blank line, which readers pass over.
    row: (record) => `${getters.map((get) => cell(get(record))).join(comma) || '""'}\r\n`,
  };
}

const NEEDS_QUOTES = /[",\t\r\n]|^\s|\s$/;
/** In quotes "2408.10000" can be imported as text; without them it is 2408.1 for every spreadsheet. A date may be a date. */
const LOOKS_LIKE_NUMBER = /^(?!\d{4}-\d\d-\d\d$)[.,:/%\s-]*\d[\d.,:/%\se+-]*$/i;
/** A spreadsheet runs a cell that starts so (OWASP, CSV injection): an apostrophe in front makes it text. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

function cell(value: Value): string {
  const text = plain(value);
  if (typeof value === 'number') return text;
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) || LOOKS_LIKE_NUMBER.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function plain(value: Value): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? item : item.url)).join('; ');
  return String(value);
}
