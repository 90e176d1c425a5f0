// Rows of finished text, held as bytes; when they become too many they go to a file.
import { appendFileSync, createReadStream, rmSync } from 'node:fs';

/** At most this many bytes of rows are held; more go to the spool. */
const MAX_HELD_BYTES = 4 * 2 ** 20;
/** The room for rows begins with this many bytes, and grows. */
const FIRST_ROOM_BYTES = 1 << 16;

/** Rows as they come back from a worker. */
export interface RowBytes {
  /** The rows, one after another, without anything between them; when they are in `spool`, empty. */
  readonly rows: Uint8Array;
  /** Length of each row in bytes. */
  readonly lengths: Uint32Array;
  /** A file that holds the rows. */
  readonly spool: string | null;
}

/** Collects the rows of one piece after another, in one room: fresh memory for each would keep the garbage collector busy. */
export class Rows {
  #bytes = Buffer.allocUnsafeSlow(FIRST_ROOM_BYTES);
  #used = 0;
  #lengths: number[] = [];
  #spooled = false;
  #spool = '';

  /** Begins a piece. Takes the path of the file that its rows may go to; it is made only when it is needed. */
  begin(spool: string): void {
    if (this.#bytes.length > 2 * MAX_HELD_BYTES) this.#bytes = Buffer.allocUnsafeSlow(FIRST_ROOM_BYTES); // one row was very long
    this.#used = 0;
    this.#lengths = [];
    this.#spooled = false;
    this.#spool = spool;
  }

  /** Adds a row. Throws the system's error when the spool cannot be written. */
  add(row: string): void {
    this.#reserve(row.length * 3);
    const length = this.#bytes.write(row, this.#used);
    this.#used += length;
    this.#lengths.push(length);
    if (this.#used > MAX_HELD_BYTES) this.#flush();
  }

  /** All rows of the piece. */
  take(): RowBytes {
    if (this.#spooled) this.#flush();
    const rows = new Uint8Array(this.#bytes.subarray(0, this.#used));
    return { rows, lengths: Uint32Array.from(this.#lengths), spool: this.#spooled ? this.#spool : null };
  }

  #flush(): void {
    appendFileSync(this.#spool, this.#bytes.subarray(0, this.#used));
    this.#used = 0;
    this.#spooled = true;
  }

  #reserve(bytes: number): void {
    if (this.#used + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#used + bytes));
    this.#bytes.copy(larger, 0, 0, this.#used);
    this.#bytes = larger;
  }
}

/** Calls `take` with each row and its number, waiting for it when it wants to be waited for; removes the spool file. Rejects as `take` does. */
export async function eachRow(
  { rows, lengths, spool }: RowBytes,
  take: (row: Uint8Array, number: number) => Promise<void> | undefined,
): Promise<void> {
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
