// Writing all of some bytes: the system may take a part of them at a time.
import { write, writeSync } from 'node:fs';
import { later } from '../later.ts';

/** Writes to a file. A disk that is nearly full takes a part, and says only next time that there is no room: throws the system's error. */
export function writeAllSync(file: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
}

/** Writes to a pipe or a device, which may let us wait for its reader. Rejects with the system's error. */
export async function writeAll(file: number, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length; )
    from += await later((done) => write(file, bytes, from, bytes.length - from, null, done));
}
