// Where output goes: standard output, or a file that appears only when it is complete.
import {
  chmodSync,
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  write,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { later } from './later.ts';

/** Takes text; it is written when enough has come together, and at every `flush`. */
export interface Sink {
  /** Takes text. Never waits; call `flush` often enough, since text is held until then. */
  write(text: string): void;
  /** Writes what is held. Resolves when the receiver has taken it; rejects with the system's error (`EPIPE`, `ENOSPC`). */
  flush(): Promise<void>;
  /** Writes the rest; a file appears under its name only now. */
  close(): Promise<void>;
  /** Throws away what was written where that is possible: a half-written file is removed. Synchronous, for signals. */
  abort(): void;
}

/** Makes the sink of standard output. */
export function stdoutSink(): Sink {
  return descriptorSink(1);
}

/**
 * Opens a file for writing. A regular file is written under a temporary name beside it and renamed by `close`, with
 * the mode of the file that it replaces; a device or a pipe is written directly. Throws the system's error.
 */
export function fileSink(path: string): Sink {
  const old = statSync(path, { throwIfNoEntry: false });
  if (old?.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
  if (old && !old.isFile()) return directSink(path);
  const target = old ? realpathSync(path) : path;
  const temporary = join(
    dirname(target),
    `.${basename(target).slice(0, 100)}.${process.pid}-${process.hrtime.bigint()}.tmp`,
  );
  const fd = openSync(temporary, 'wx', 0o666);
  let open = true;
  const sink = descriptorSink(fd);
  const finish = (): void => {
    if (open) closeSync(fd);
    open = false;
  };
  return {
    ...sink,
    close: async () => {
      await sink.flush();
      if (old) chmodSync(temporary, old.mode);
      fsyncSync(fd);
      finish();
      renameSync(temporary, target);
    },
    abort: () => {
      finish();
      rmSync(temporary, { force: true });
    },
  };
}

function directSink(path: string): Sink {
  const fd = openSync(path, 'w');
  const sink = descriptorSink(fd);
  return { ...sink, close: () => sink.flush().then(() => closeSync(fd)) };
}

function descriptorSink(fd: number): Sink {
  const isFile = fstatSync(fd).isFile();
  const encode = createEncoder();
  let held: string[] = [];
  let written = 0;
  async function flush(): Promise<void> {
    if (held.length === 0) return;
    const bytes = encode(held);
    held = [];
    for (let from = 0; from < bytes.length; ) {
      const fits = isFile || written + bytes.length <= AT_ONCE;
      from += fits
        ? writeSync(fd, bytes, from)
        : await later((done) => write(fd, bytes, from, bytes.length - from, null, done));
    }
    written += bytes.length;
  }
  return {
    write: (text) => {
      held.push(text);
    },
    flush,
    close: flush,
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
    const most = texts.reduce((sum, text) => sum + text.length * BYTES_OF_UNIT, 0);
    if (room.length < most) room = Buffer.allocUnsafeSlow(most * 2);
    let end = 0;
    for (const text of texts) end += room.write(text, end);
    return room.subarray(0, end);
  };
}

/** No UTF-16 unit takes more in UTF-8: to ask for the true size takes longer than to write. */
const BYTES_OF_UNIT = 3;

/** So much a pipe takes without waiting for its reader. More is written by the thread pool, so that signals are heard. */
const AT_ONCE = 1 << 15;
