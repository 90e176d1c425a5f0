// Checks that records are what the JSON Schema says, with a validator that is not zod.
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as z from 'zod/mini';
import { Record } from '../../src/record.ts';

const validate = new Ajv2020({ allErrors: true }).compile(z.toJSONSchema(Record));

/** Throws an error that names the first violation. Returns the records for further tests. */
export function valid<T>(records: readonly T[]): readonly T[] {
  for (const record of records) {
    if (!validate(record)) throw new Error(`${JSON.stringify(validate.errors?.[0])} in ${JSON.stringify(record)}`);
  }
  return records;
}

/** A record with something in every field, to be changed by a test. */
export function sampleRecord(changes: Partial<Record> = {}): Record {
  return {
    title: 'A title',
    abstract: 'First paragraph.\n\nSecond.',
    links: [
      { url: 'https://arxiv.org/abs/2401.00001', kind: 'paper' },
      { url: 'https://github.com/a/b', kind: 'code' },
    ],
    arxiv_id: '2401.00001',
    doi: '10.1000/x',
    authors: ['Ann A.', 'Bob B.'],
    author_count: 2,
    organization: 'Org',
    submitted_by: 'ann',
    published: '2024-01-02',
    upvotes: 12,
    comment_count: 3,
    github_stars: 456,
    categories: ['cs.CL'],
    note: '12 pages',
    digest: { name: 'Digest', layout: 'hf-search', date: '2024-01-03' },
    source: { file: 'a.txt', line: 1, end_line: 3 },
    warnings: ['doubtful'],
    ...changes,
  };
}
