// The format of an output whose name says it.
import { extname } from 'node:path';
import { PARQUET } from '../bulk/options.ts';
import { FORMATS } from '../formats/formats.ts';
import { compressionOf } from '../io/codecs/compress.ts';

/** The format (see `FORMATS`, or `parquet`) that the name of a file asks for, as papers.csv or papers.jsonl.gz; undefined when it asks for none. */
export function formatByName(file: string): string | undefined {
  const plain = compressionOf(file) === null ? file : file.slice(0, -extname(file).length);
  const ending = extname(plain).slice(1).toLowerCase();
  if (ending === PARQUET) return ending;
  return FORMATS.find(({ extension }) => extension === (ALIASES.get(ending) ?? ending))?.name;
}

/** Other endings that files of a format have. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['ndjson', 'jsonl'],
  ['markdown', 'md'],
]);
