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

/** What is wrong with the name of an output that promises a packing which is not written; undefined when nothing is. */
export function unwritable(file: string): string | undefined {
  const ending = extname(file).slice(1).toLowerCase();
  return UNWRITTEN.has(ending) ? `${file}: outputs are compressed as .gz or .zst, not as .${ending}` : undefined;
}

const UNWRITTEN = new Set(['xz', 'br', 'bz2', 'lz4', 'lzma', '7z', 'zip', 'tar', 'tgz', 'rar']);
