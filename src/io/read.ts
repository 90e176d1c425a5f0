// Reads files, pipes and terminals in chunks.
import { closeSync, fstatSync, open, openSync, read, readSync } from 'node:fs';
import { later } from './later.ts';
import { turnForSignals } from './turns.ts';

/** At most this many bytes are read at once. */
const CHUNK_BYTES = 1 << 16;

/** Reads a file, named by its path or the bytes of it, in chunks. Rejects with the system's error. */
export function readFile(name: string | Buffer): AsyncGenerator<Uint8Array> {
  return readAndClose(async () => openSync(name, 'r'));
}

/** Reads in chunks what may be no file: a named pipe opens only when somebody writes to it. Rejects with the system's error. */
export function readPipe(name: string): AsyncGenerator<Uint8Array> {
  return readAndClose(() => later((done) => open(name, 'r', done)));
}

async function* readAndClose(start: () => Promise<number>): AsyncGenerator<Uint8Array> {
  const fd = await start();
  try {
    yield* readDescriptor(fd);
  } finally {
    closeSync(fd);
  }
}

/** Reads an open file or pipe to its end. Rejects with the system's error. */
export function readDescriptor(fd: number): AsyncGenerator<Uint8Array> {
  if (fstatSync(fd).isFile()) return readAtOnce(fd);
  return fd === 0 ? readStdin() : readWhenReady(fd);
}

/** A file never lets us wait; this costs less than a Node stream. */
async function* readAtOnce(fd: number): AsyncGenerator<Uint8Array> {
  let room = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  for (;;) {
    const size = readSync(fd, room, 0, room.length, null);
    if (size === 0) return;
    await turnForSignals();
    yield room.subarray(0, size);
    // A small file ends within the room that its first bytes left.
    room = size < room.length ? room.subarray(size) : Buffer.allocUnsafeSlow(CHUNK_BYTES);
  }
}

/** Standard input as Node's own stream: the program can end while nothing comes. */
async function* readStdin(): AsyncGenerator<Uint8Array> {
  if (fstatSync(0).isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
  try {
    for await (const chunk of process.stdin) yield chunk;
  } finally {
    process.stdin.destroy();
  }
}

/** A named pipe or a device, read by the thread pool. */
async function* readWhenReady(fd: number): AsyncGenerator<Uint8Array> {
  for (;;) {
    const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    const size = await later((done) => read(fd, buffer, 0, CHUNK_BYTES, null, done));
    if (size === 0) return;
    yield buffer.subarray(0, size);
  }
}
