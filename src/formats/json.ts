// JSON: one array, written record by record; valid also when there is none.
import type { Format } from './format.ts';
import { picker } from './jsonl.ts';

/** An array of records, indented for reading. */
export const json: Format = {
  name: 'json',
  extension: 'json',
  open: (fields) => {
    const pick = picker(fields);
    return {
      head: '[',
      separator: ',',
      tail: '\n]\n',
      // No string in JSON has a raw line break, so each of them starts a line to indent.
      row: (record) => `\n  ${JSON.stringify(pick(record), null, 2).replaceAll('\n', '\n  ')}`,
    };
  },
};
