// An open file, pipe or device as a sink.
import { fstatSync } from 'node:fs';
import { type Compress, type Compression, compressor } from '../codecs/compress.ts';
import type { Sink } from './sink.ts';
import { writeAll, writeAllSync } from './write-all.ts';

/** Makes a sink that writes to a descriptor, compressed or not, and leaves it open. */
export function descriptorSink(fd: number, compression: Compression | null = null): Sink {
  const isFile = fstatSync(fd).isFile();
  const encode = createEncoder();
  let compress: Promise<Compress> | undefined;
  let held: string[] = [];
  let written = 0;
  async function flush(): Promise<void> {
    if (held.length > 0) await put();
  }
  async function put(): Promise<void> {
    const text = encode(held);
    held = [];
    if (compression !== null) compress ??= compressor(compression);
    const bytes = compress ? await (await compress)(text) : text;
    if (isFile || written + bytes.length <= MAX_AT_ONCE_BYTES) writeAllSync(fd, bytes);
    else await writeAll(fd, bytes);
    written += bytes.length;
  }
  return {
    write: (text) => {
      held.push(text);
    },
    flush,
    // No bytes at all are no valid stream.
    close: () => (compression !== null && written === 0 ? put() : flush()),
    abort: () => {},
  };
}

/**
 * Makes a function that encodes texts into one room, used again by the next call. Text by text, since one symbol of
 * mathematics would make all of a joined text wide, and slow to encode.
 */
function createEncoder(): (texts: readonly string[]) => Uint8Array {
  let room = Buffer.alloc(0);
  return (texts) => {
    const most = texts.reduce((sum, text) => sum + text.length * MAX_BYTES_OF_UNIT, 0);
    if (room.length < most) room = Buffer.allocUnsafeSlow(most * 2);
    let end = 0;
    for (const text of texts) end += room.write(text, end);
    return room.subarray(0, end);
  };
}

/** No UTF-16 unit takes more in UTF-8: to ask for the true size takes longer than to write. */
const MAX_BYTES_OF_UNIT = 3;

/** A pipe takes this many bytes without waiting for its reader. More is written by the thread pool, so that signals are heard. */
const MAX_AT_ONCE_BYTES = 1 << 15;
