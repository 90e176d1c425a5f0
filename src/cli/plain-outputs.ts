// Where the plain command writes: what is wrong with the names that it was given, and which format they ask for.
import { PARQUET } from '../bulk/options.ts';
import { isSameOutput } from '../io/same-file.ts';
import { replacedInput } from './among-inputs.ts';
import { formatByName, unwritable } from './format-by-name.ts';
import type { SiftFlags } from './run-sift.ts';

/** Fills in the format that the name of the output asks for. Returns what is wrong, if something is. */
export async function settleOutputs(names: readonly string[], flags: SiftFlags): Promise<string | undefined> {
  const { output, rejects } = flags;
  if (rejects !== undefined && isSameOutput(output ?? '-', rejects))
    return `option '--rejects <file>' names the file of ${output === undefined ? 'standard output, where the records go' : "'--output <file>'"}`;
  const files = [output, rejects].filter((path) => path !== undefined);
  const wrong =
    files.map(unwritable).find((reason) => reason !== undefined) ?? (await replacedInput(names, output, rejects));
  const format = output === undefined ? undefined : formatByName(output);
  if (format === PARQUET && flags.format === undefined)
    return wrong ?? `Parquet is written by: papersift convert --merge -o ${output}`;
  if (flags.format === undefined && format !== undefined) flags.format = format;
  return wrong;
}
