// Where output goes: standard output, or a file that appears only when it is complete.
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  write as writeCallback,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

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
  const temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
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

/** Writes by the thread pool, so that a slow reader never keeps a signal from being handled. */
function descriptorSink(fd: number): Sink {
  let held = '';
  async function flush(): Promise<void> {
    if (held === '') return;
    const bytes = Buffer.from(held);
    held = '';
    for (let from = 0; from < bytes.length; ) from += await writeSome(fd, bytes, from);
  }
  return {
    write: (text) => {
      held += text;
    },
    flush,
    close: flush,
    abort: () => {},
  };
}

/** Writes some of the bytes and tells how many; a full pipe that was set not to block is tried again. */
function writeSome(fd: number, bytes: Buffer, from: number): Promise<number> {
  return new Promise((resolve, reject) => {
    writeCallback(fd, bytes, from, bytes.length - from, null, (error, written) => {
      if (!error) resolve(written);
      else if (error.code === 'EAGAIN') setTimeout(resolve, 2, 0);
      else reject(error);
    });
  });
}
