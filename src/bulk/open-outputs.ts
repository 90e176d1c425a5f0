// Which outputs a run writes: mirrored, merged or sharded, with papers joined or not.
import { compressor } from '../io/codecs/compress.ts';
import type { InputProblem } from '../io/items.ts';
import { encodingOf, endingOf, hashOfOptions, pathsOf, rowOf } from './job.ts';
import { joinedOutputs } from './joined.ts';
import type { Journal } from './journal.ts';
import { mergedOutputs } from './merged.ts';
import { mirroredOutputs } from './mirrored.ts';
import type { BulkOptions } from './options.ts';
import type { OutputSetup, Outputs } from './outputs.ts';
import type { Streams } from './streams.ts';
import type { Workspace } from './workspace.ts';

/** Opens the outputs that the options ask for; those that mirror inputs need a journal. Rejects with the system's error. */
export async function openOutputs(
  options: BulkOptions,
  { temporary }: Workspace,
  journal: Journal | undefined,
  streams: Streams,
  problem: (problem: InputProblem) => void,
): Promise<Outputs> {
  const { target, dedupe, compression } = options;
  const setup: OutputSetup = {
    temporary,
    encoding: await encodingOf(options),
    compress: compressor(compression),
    problem,
  };
  if (target.kind === 'mirror' && journal)
    return mirroredOutputs(setup, {
      dir: target.dir,
      journal,
      optionsHash: hashOfOptions(options),
      strict: options.strict,
      streams,
    });
  const paths = pathsOf(target, endingOf(options));
  return dedupe ? joinedOutputs(setup, paths, rowOf(options)) : mergedOutputs(setup, paths);
}
