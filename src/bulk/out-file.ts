// An output file: it appears under its name only when it is complete and on the disk.
import { createHash } from 'node:crypto';
import { closeSync, fchmodSync, fsync, open, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Compress } from '../io/codecs/compress.ts';
import { later } from '../io/later.ts';
import type { Landing } from '../io/output/landing.ts';
import { writeAll, writeAllSync } from '../io/output/write-all.ts';
import type { Encoder } from './encode.ts';
import { makeFolder } from './make-folder.ts';

const sync = promisify(fsync);

/** Writes one output. */
export class OutFile {
  readonly #temporary: string;
  readonly #to: Landing;
  readonly #encoder: Encoder;
  readonly #compress: Compress;
  #file: number | undefined;
  readonly #hash = createHash('sha256');
  #open = true;
  #begun = false;

  /** Opens the temporary file; a device or a pipe, which is written to without one, is opened with the first write. Throws the system's error. */
  constructor(to: Landing, temporary: string, encoder: Encoder, compress: Compress) {
    this.#to = to;
    this.#temporary = temporary;
    this.#encoder = encoder;
    this.#compress = compress;
    this.#file = to.direct ? to.open : openSync(temporary, 'wx');
  }

  /** Adds a row; resolves when there is room for the next one. Rejects with the system's error. */
  row(row: Uint8Array): Promise<void> | undefined {
    const ready = this.#encoder.row(row);
    return ready && this.#write(ready);
  }

  /** Completes the file and makes it appear. Resolves to its SHA-256; rejects with the system's error. */
  async finish(): Promise<string> {
    await this.#write(this.#encoder.end());
    if (!this.#to.direct) await this.#appear();
    this.#close();
    return this.#hash.digest('hex');
  }

  /** Throws away what was written, unless it is complete. */
  abandon(): void {
    this.#close();
    rmSync(this.#temporary, { force: true });
  }

  async #appear(): Promise<void> {
    const { path, mode } = this.#to;
    const file = await this.#opened();
    if (mode !== null) fchmodSync(file, mode);
    await sync(file);
    this.#close();
    makeFolder(dirname(path));
    renameSync(this.#temporary, path);
  }

  #close(): void {
    if (this.#open && this.#file !== undefined && this.#file !== this.#to.open) closeSync(this.#file);
    this.#open = false;
  }

  async #write(block: Uint8Array): Promise<void> {
    // An output without a row is compressed too: no bytes at all are no valid stream.
    const bytes = block.length > 0 || !this.#begun ? await this.#compress(block) : block;
    this.#begun = true;
    const file = await this.#opened();
    if (this.#to.direct) await writeAll(file, bytes);
    else writeAllSync(file, bytes);
    this.#hash.update(bytes);
  }

  /** A named pipe opens only when somebody reads it. */
  async #opened(): Promise<number> {
    this.#file ??= await later((done) => open(this.#to.path, 'w', done));
    return this.#file;
  }
}

/** Makes the names of a folder last: what was renamed into it is there after a power cut. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return; // folders cannot be opened there, and need not be
  const folder = openSync(path, 'r');
  try {
    await sync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Makes the names of folders last, for many files at once: what asks while a folder is on its way shares the next turn. */
export class FolderSyncs {
  readonly #running = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Promise<void>>();

  /** Resolves when all that was renamed into the folder before is there to stay; rejects with the system's error. */
  sync(path: string): Promise<void> {
    const waiting = this.#next.get(path);
    if (waiting) return waiting;
    const before = this.#running.get(path) ?? Promise.resolve();
    const next = before.then(
      () => this.#begin(path),
      () => this.#begin(path),
    );
    this.#next.set(path, next);
    return next;
  }

  #begin(path: string): Promise<void> {
    this.#next.delete(path);
    const running = syncFolder(path);
    this.#running.set(path, running);
    const done = (): void => {
      if (this.#running.get(path) === running) this.#running.delete(path);
    };
    running.then(done, done);
    return running;
  }
}

/** Gives temporary files their names. */
export function temporaryNames(folder: string): () => string {
  let number = 0;
  return () => join(folder, `out-${number++}`);
}
