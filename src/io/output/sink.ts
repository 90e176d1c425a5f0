// Where output goes: standard output, or a file that appears only when it is complete.
import { closeSync, open } from 'node:fs';
import { type Compression, compressionOf } from '../codecs/compress.ts';
import { later } from '../later.ts';
import { isClosedPipe, OutputError } from '../reasons.ts';
import { descriptorSink } from './descriptor.ts';
import { landingOf } from './landing.ts';
import { temporarySink } from './temporary-sink.ts';

/** Takes text; it is written when enough has come together, and at every `flush`. */
export interface Sink {
  /** Takes text. Never waits; call `flush` often enough, since text is held until then. */
  write(text: string): void;
  /** Writes what is held. Resolves when the receiver has taken it; rejects with an `OutputError`, and with `EPIPE` as it is. */
  flush(): Promise<void>;
  /** Writes the rest; a file appears under its name only now. Rejects as `flush` does. */
  close(): Promise<void>;
  /** Throws away what was written where that is possible: a half-written file is removed. Synchronous, for signals. */
  abort(): void;
}

/** Makes the sink of standard output. */
export function stdoutSink(): Sink {
  return named('standard output', descriptorSink(1));
}

/**
 * Opens a file for writing. A regular file is written under a temporary name beside it and renamed by `close`, with
 * the mode of the file that it replaces; a device, a pipe and what is open already (`/dev/stdout`) are written
 * directly. It is compressed when its name ends in `.gz` or `.zst`. Throws an `OutputError`.
 */
export function fileSink(path: string): Sink {
  try {
    return named(path, openSink(path));
  } catch (error) {
    throw new OutputError(path, error);
  }
}

/** Goes on without the receiver when it has seen enough: what is written then goes nowhere. */
export function untilClosed(sink: Sink): Sink {
  let closed = false;
  const ignore = (error: unknown): void => {
    if (!isClosedPipe(error)) throw error;
    closed = true;
  };
  return {
    write: (text) => {
      if (!closed) sink.write(text);
    },
    flush: () => sink.flush().catch(ignore),
    close: () => sink.close().catch(ignore),
    abort: sink.abort,
  };
}

/** Makes the errors of a sink say which one it is; a closed pipe is no error for everyone. */
function named(name: string, sink: Sink): Sink {
  const fail = (error: unknown): never => {
    throw isClosedPipe(error) ? error : new OutputError(name, error);
  };
  return { ...sink, flush: () => sink.flush().catch(fail), close: () => sink.close().catch(fail) };
}

function openSink(path: string): Sink {
  const to = landingOf(path);
  const compression = compressionOf(path);
  if (to.open !== undefined) return descriptorSink(to.open, compression);
  return to.direct ? directSink(path, compression) : temporarySink(to, compression);
}

/** A named pipe opens only when somebody reads it: this waits when there is something to write, and hears signals. */
function directSink(path: string, compression: Compression | null): Sink {
  let held: string[] = [];
  let fd: number | undefined;
  let sink: Sink | undefined;
  async function opened(): Promise<Sink> {
    fd ??= await later((done) => open(path, 'w', done));
    sink ??= descriptorSink(fd, compression);
    for (const text of held) sink.write(text);
    held = [];
    return sink;
  }
  return {
    write: (text) => {
      held.push(text);
    },
    flush: async () => {
      if (held.length > 0) await (await opened()).flush();
    },
    close: async () => {
      await (await opened()).close();
      if (fd !== undefined) closeSync(fd);
    },
    abort: () => {},
  };
}
