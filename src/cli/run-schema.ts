// `papersift schema`: the JSON Schema of a record, made from the zod schema that the types come from.
import * as z from 'zod/mini';
import { Record } from '../record.ts';
import { print } from './command.ts';

/** Prints the schema and returns the exit status. */
export function runSchema(): Promise<number> {
  return print(`${JSON.stringify({ title: 'papersift record', ...z.toJSONSchema(Record) }, null, 2)}\n`);
}
