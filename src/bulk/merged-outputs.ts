// Merged and sharded outputs: all rows in the order of the inputs, in one file or evenly in several.
import { dirname } from 'node:path';
import { type Landing, landingOf } from '../io/output/landing.ts';
import { syncFolder } from './folder-syncs.ts';
import type { OutFile } from './out-file.ts';
import type { OutputSetup, Outputs } from './outputs.ts';
import { eachRow } from './rows.ts';

/** Makes the outputs of a run that writes these files. */
export function mergedOutputs(setup: OutputSetup, paths: readonly string[]): Outputs {
  const shards = new Shards(setup, paths);
  return {
    add: (outcome) => eachRow(outcome, (row) => shards.row(row)),
    finish: () => shards.finish(),
    abandon: () => shards.abandon(),
    joined: () => 0,
  };
}

/** Files that together take all rows: each goes to the one with the fewest bytes so far, so that they are of even size. */
export class Shards {
  readonly #landings: readonly Landing[];
  readonly #shards: { readonly file: OutFile; bytes: number }[];

  /** Opens the files. Throws the system's error. */
  constructor(setup: OutputSetup, paths: readonly string[]) {
    this.#landings = paths.map(landingOf);
    this.#shards = this.#landings.map((to) => ({ file: setup.open(to), bytes: 0 }));
  }

  /** Adds a row; resolves when there is room for the next one. Rejects with the system's error. */
  row(row: Uint8Array): Promise<void> | undefined {
    const shard = this.#shards.reduce((least, other) => (other.bytes < least.bytes ? other : least));
    shard.bytes += row.length;
    return shard.file.row(row);
  }

  /** Completes the files and makes them appear. Rejects with the system's error. */
  async finish(): Promise<void> {
    for (const { file } of this.#shards) await file.finish();
    const files = this.#landings.filter(({ direct }) => !direct);
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(folder);
  }

  /** Throws away what was written. */
  abandon(): void {
    for (const { file } of this.#shards) file.abandon();
  }
}

/** The names of shards: `papers-01-of-12.jsonl`. */
export function shardNames(count: number, ending: string): string[] {
  const digits = String(count).length;
  return Array.from({ length: count }, (_, i) => `papers-${String(i + 1).padStart(digits, '0')}-of-${count}${ending}`);
}
