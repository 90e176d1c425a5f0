// Merged outputs with each paper once: first showings wait on the disk until all is read, then they get what later ones add.
import { join } from 'node:path';
import type { Record } from '../record.ts';
import { joinShowings } from './join-showings.ts';
import { PaperNumbers } from './keys.ts';
import { LaterShowings, nextOf, type Showing } from './later-showings.ts';
import { LinesOnDisk } from './lines-on-disk.ts';
import { Shards } from './merged-outputs.ts';
import type { Outcome } from './outcome.ts';
import type { OutputSetup, Outputs } from './outputs.ts';
import { eachRow } from './rows.ts';

/**
 * Makes the outputs of a run that writes these files and joins papers. It takes rows that are whole records as JSON;
 * `row` writes one in the format of the outputs, or is null when they are written as they came.
 */
export function joinedOutputs(
  setup: OutputSetup,
  paths: readonly string[],
  row: ((record: Record) => string) | null,
): Outputs {
  const shards = new Shards(setup, paths);
  const papers = new PaperNumbers();
  const first = new LinesOnDisk(join(setup.temporary, 'papers'));
  const later = new LaterShowings(setup.temporary);
  let joined = 0;

  function add(outcome: Outcome): Promise<void> {
    return eachRow(outcome, (bytes, at) => {
      const different = papers.size;
      const number = papers.of(outcome.keys, at);
      if (number === different) {
        first.add(bytes.slice());
        return undefined;
      }
      joined++;
      return later.add(number, textOf(bytes));
    });
  }

  async function finish(signal: AbortSignal): Promise<void> {
    const showings = later.all();
    let showing: Showing | undefined = await nextOf(showings);
    let number = 0;
    for await (const line of first.read()) {
      if (signal.aborted) return abandon();
      const adds = showing?.number === number++ ? showing.record : undefined;
      if (adds) showing = await nextOf(showings);
      await shards.row(adds || row ? Buffer.from(write(joinedWith(line, adds))) : line);
    }
    await shards.finish();
  }

  const write = row ?? ((record) => `${JSON.stringify(record)}\n`);
  const abandon = (): void => shards.abandon();
  return { add, finish, abandon, joined: () => joined };
}

function joinedWith(line: Uint8Array, showing: Record | undefined): Record {
  const first: Record = JSON.parse(textOf(line));
  return showing ? joinShowings(first, showing) : first;
}

const textOf = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString();
