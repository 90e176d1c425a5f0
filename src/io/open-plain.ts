// Plain inputs: files and standard input, one after another.
import { close, open, read } from 'node:fs';
import type { Input, InputProblem } from './inputs.ts';

/** So much is read at once. */
const CHUNK = 1 << 16;

/** Opens what the user named; `-` is standard input. What cannot be read rejects when it is read. */
export function* openPlain(names: readonly string[]): Generator<Input | InputProblem> {
  for (const name of names) {
    if (name === '-') yield { name: null, chunks: () => readDescriptor(0) };
    else yield { name, chunks: () => readFile(name) };
  }
}

/** Reads a file in chunks. Rejects with the system's error. */
export async function* readFile(name: string): AsyncGenerator<Uint8Array> {
  const fd = await call<number>((done) => open(name, done));
  try {
    yield* readDescriptor(fd);
  } finally {
    close(fd);
  }
}

/** Reads an open file or pipe to its end, through the thread pool: without the weight of a Node stream. */
export async function* readDescriptor(fd: number): AsyncGenerator<Uint8Array> {
  for (;;) {
    const buffer = Buffer.allocUnsafeSlow(CHUNK);
    const size = await call<number>((done) => read(fd, buffer, 0, CHUNK, null, done)).catch(retryLater);
    if (size === 0) return;
    if (size > 0) yield buffer.subarray(0, size);
  }
}

/** A pipe that was set not to block has nothing yet (EAGAIN): wait a little. */
function retryLater(error: NodeJS.ErrnoException): Promise<number> {
  if (error.code === 'EOF') return Promise.resolve(0);
  if (error.code !== 'EAGAIN') return Promise.reject(error);
  return new Promise((resolve) => setTimeout(resolve, 5, -1));
}

function call<T>(start: (done: (error: NodeJS.ErrnoException | null, result: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, result) => (error ? reject(error) : resolve(result)));
  });
}
