// What an output format is: text before, between and after the records, and one text for each record.
import type { Record } from '../record.ts';

/** The parts of one output; the whole is head, rows with the separator between them, tail. */
export interface Writing {
  readonly head: string;
  readonly separator: string;
  readonly tail: string;
  row(record: Record): string;
}

/** One output format. One file each; the rows stand in `formats.ts`. */
export interface Format {
  readonly name: string;
  /** The ending of a file of this format, without the dot. */
  readonly extension: string;
  /** Takes the names of the fields to write, in order (see `fields.ts`). */
  open(fields: readonly string[]): Writing;
}
