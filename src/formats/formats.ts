// The table of output formats, in the order in which the help lists them.
import { csv, tsv } from './csv.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';

/** Every output format; the first is the default. */
export const FORMATS: readonly Format[] = [json, jsonl, csv, tsv, markdown];

/** The format of this name; without one, the default. Throws when there is none so called. */
export function formatNamed(name?: string): Format {
  const format = name === undefined ? json : FORMATS.find((one) => one.name === name);
  if (!format) throw new Error(`there is no format "${name}"`);
  return format;
}
