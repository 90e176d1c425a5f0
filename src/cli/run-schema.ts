// `papersift schema`: the JSON Schema of a record, made from the zod schema that the types come from.
import * as z from 'zod/mini';
import { stdoutSink } from '../io/sink.ts';
import { Record } from '../record.ts';

/** Prints the schema and returns the exit status. */
export async function runSchema(): Promise<number> {
  const output = stdoutSink();
  output.write(`${JSON.stringify({ title: 'papersift record', ...z.toJSONSchema(Record) }, null, 2)}\n`);
  await output.close();
  return 0;
}
