// Text on its way out: to standard output, or to a file that appears only when it is complete.
import { type Compression, compressionOf, compressor } from '../codecs/compress.ts';
import { isClosedPipe, OutputError } from '../reasons.ts';
import { landingOf } from './landing.ts';
import { type Output, openOutput } from './output.ts';
import { temporaryBeside } from './temporary-names.ts';

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
  return named('standard output', sinkOf(openOutput({ path: '-', mode: null, direct: true, open: 1 }, ''), null));
}

/**
 * Opens a file for writing. A regular file is written under a temporary name beside it and renamed by `close`, with
 * the mode of the file that it replaces; a device, a pipe and what is open already (`/dev/stdout`) are written
 * directly. It is compressed when its name ends in `.gz` or `.zst`. Throws an `OutputError`.
 */
export function fileSink(path: string): Sink {
  try {
    const to = landingOf(path);
    return named(path, sinkOf(openOutput(to, temporaryBeside(to.path)), compressionOf(path)));
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

function sinkOf(output: Output, compression: Compression | null): Sink {
  const encode = createEncoder();
  const compress = compressor(compression);
  let held: string[] = [];
  let begun = false;
  async function put(): Promise<void> {
    const bytes = encode(held);
    held = [];
    begun = true;
    await output.write(await compress(bytes));
  }
  return {
    write: (text) => {
      held.push(text);
    },
    flush: async () => {
      if (held.length > 0) await put();
    },
    close: async () => {
      if (held.length > 0 || !begun) await put(); // no bytes at all are no valid stream
      await output.finish();
    },
    abort: () => output.abandon(),
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
