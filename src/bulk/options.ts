// What a bulk run is asked to do, checked and complete.
import { formatNamed } from '../formats/formats.ts';
import type { Compression } from '../io/codecs/compress.ts';
import type { InputOptions } from '../io/items.ts';
import type { Settings } from '../options.ts';

/** One run of `convert`. */
export interface BulkOptions {
  readonly paths: readonly string[];
  readonly target: Target;
  /** A name in the table of formats, or `parquet`. */
  readonly format: string;
  readonly fields: readonly string[];
  readonly compression: Compression | null;
  readonly settings: Settings;
  readonly input: Omit<InputOptions, 'skip'>;
  /** Files and folders that the run writes itself: none of them is an input, wherever it lies. */
  readonly own: readonly string[];
  /** Threads that work; with 1 there is none but this. */
  readonly jobs: number;
  readonly dedupe: boolean;
  /** What has warnings counts as not done, so that every run tells of them. */
  readonly strict: boolean;
}

/** Where the outputs go: one for each input in a folder, all in one file, or in `count` files in a folder. */
export type Target =
  | { readonly kind: 'mirror'; readonly dir: string }
  | { readonly kind: 'merge'; readonly file: string }
  | { readonly kind: 'shard'; readonly dir: string; readonly count: number };

/** The format that is made here and not in the table of text formats. */
export const PARQUET = 'parquet';

/** The format of the rows that outputs are made of: Parquet is made of rows in JSON. */
export function rowFormatOf({ format }: BulkOptions): string {
  return format === PARQUET ? 'jsonl' : format;
}

/** The ending of the outputs, as `.jsonl.gz`. */
export function endingOf({ format, compression }: BulkOptions): string {
  const ending = format === PARQUET ? format : formatNamed(format).extension;
  return `.${ending}${compression === null ? '' : `.${compression}`}`;
}
