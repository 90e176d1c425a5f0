// The rows of an outcome, one after another, wherever they are held.
import { createReadStream, rmSync } from 'node:fs';
import type { Outcome } from './task.ts';

/** Calls `take` with each row and its number, waiting for it when it wants to be waited for; removes the spool file. Rejects as `take` does. */
export async function eachRow(
  outcome: Outcome,
  take: (row: Uint8Array, number: number) => Promise<void> | undefined,
): Promise<void> {
  const { rows, lengths, spool } = outcome;
  if (spool !== null) return eachSpooled(spool, lengths, take);
  let from = 0;
  for (const [number, length] of lengths.entries()) {
    await take(rows.subarray(from, from + length), number);
    from += length;
  }
}

async function eachSpooled(
  spool: string,
  lengths: Uint32Array,
  take: (row: Uint8Array, number: number) => Promise<void> | undefined,
): Promise<void> {
  let held: Uint8Array = new Uint8Array(0);
  let number = 0;
  for await (const chunk of createReadStream(spool, { highWaterMark: 1 << 20 })) {
    held = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    let from = 0;
    for (let length = lengths[number]; length !== undefined && from + length <= held.length; length = lengths[number]) {
      await take(held.subarray(from, from + length), number++);
      from += length;
    }
    held = held.subarray(from);
  }
  rmSync(spool, { force: true });
}
