// Merged and sharded outputs: all rows in the order of the inputs, in one file or evenly in several.
import { dirname } from 'node:path';
import { eachRow } from './each-row.ts';
import { SeenPapers } from './keys.ts';
import { OutFile, syncFolder, temporaryNames } from './out-file.ts';
import type { Outputs, Writing } from './outputs.ts';
import type { Outcome } from './task.ts';

/**
 * Makes the outputs of a run that writes these files. Each row goes to the one with the fewest bytes so far, so that
 * they are of even size. With `dedupe`, the first showing of a paper is kept and the later ones are counted.
 */
export function mergedOutputs(writing: Writing, paths: readonly string[], dedupe: boolean): Outputs {
  const temporary = temporaryNames(writing.temporary);
  const shards = paths.map((path) => ({
    file: new OutFile(path, temporary(), writing.encoding(), writing.compress),
    bytes: 0,
  }));
  const seen = dedupe ? new SeenPapers() : undefined;
  let joined = 0;

  function add(outcome: Outcome): Promise<void> {
    return eachRow(outcome, (row, number) => {
      if (seen && !seen.isNew(outcome.keys, number)) {
        joined++;
        return undefined;
      }
      const shard = shards.reduce((least, other) => (other.bytes < least.bytes ? other : least));
      shard.bytes += row.length;
      return shard.file.row(row);
    });
  }

  async function finish(): Promise<void> {
    for (const { file } of shards) await file.finish();
    for (const folder of new Set(paths.map((path) => dirname(path)))) await syncFolder(folder);
  }

  const abandon = (): void => {
    for (const { file } of shards) file.abandon();
  };
  return { add, finish, abandon, joined: () => joined };
}

/** The names of shards: `papers-01-of-12.jsonl`. */
export function shardNames(count: number, ending: string): string[] {
  const digits = String(count).length;
  return Array.from({ length: count }, (_, i) => `papers-${String(i + 1).padStart(digits, '0')}-of-${count}${ending}`);
}
