// Reads files, pipes and terminals in chunks.
import { closeSync, fstatSync, openSync, read, readSync } from 'node:fs';

/** So much is read at once. */
const CHUNK = 1 << 16;

/** Reads a file in chunks. Rejects with the system's error. */
export async function* readFile(name: string): AsyncGenerator<Uint8Array> {
  const fd = openSync(name, 'r');
  try {
    yield* readDescriptor(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * Reads an open file or pipe to its end. A file never lets us wait, so it is read at once; a pipe or a terminal
 * is read by the thread pool. Both are cheaper than a Node stream.
 */
export async function* readDescriptor(fd: number): AsyncGenerator<Uint8Array> {
  const isFile = fstatSync(fd).isFile();
  let turns = 0;
  for (;;) {
    const buffer = Buffer.allocUnsafeSlow(CHUNK);
    const size = isFile ? readSync(fd, buffer, 0, CHUNK, null) : await readLater(fd, buffer);
    if (size === 0) return;
    if (isFile && ++turns % 16 === 0) await nextTurn();
    yield buffer.subarray(0, size);
  }
}

function readLater(fd: number, buffer: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    read(fd, buffer, 0, buffer.length, null, (error, size) => {
      if (!error) resolve(size);
      else if (error.code === 'EOF') resolve(0);
      // A pipe that was set not to block has nothing yet.
      else if (error.code === 'EAGAIN') setTimeout(() => resolve(readLater(fd, buffer)), 5);
      else reject(error);
    });
  });
}

/** Lets signals be heard while a long file is read without waiting. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
