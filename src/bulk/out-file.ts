// An output file: it appears under its name only when it is complete and on the disk.
import { createHash } from 'node:crypto';
import { closeSync, fsync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Compress } from '../io/compress.ts';
import type { Encoder } from './encode.ts';
import { makeFolder } from './make-folder.ts';

const sync = promisify(fsync);

/** Writes one output. */
export class OutFile {
  readonly #temporary: string;
  readonly #path: string;
  readonly #encoder: Encoder;
  readonly #compress: Compress;
  readonly #file: number;
  readonly #hash = createHash('sha256');
  #open = true;

  /** Opens the temporary file. Throws the system's error. */
  constructor(path: string, temporary: string, encoder: Encoder, compress: Compress) {
    this.#path = path;
    this.#temporary = temporary;
    this.#encoder = encoder;
    this.#compress = compress;
    this.#file = openSync(temporary, 'wx');
  }

  /** Adds a row; resolves when there is room for the next one. Rejects with the system's error. */
  row(row: Uint8Array): Promise<void> | undefined {
    const ready = this.#encoder.row(row);
    return ready && this.#write(ready);
  }

  /** Completes the file and makes it appear. Resolves to its SHA-256; rejects with the system's error. */
  async finish(): Promise<string> {
    await this.#write(this.#encoder.end());
    await sync(this.#file);
    this.#close();
    makeFolder(dirname(this.#path));
    renameSync(this.#temporary, this.#path);
    return this.#hash.digest('hex');
  }

  /** Throws away what was written, unless it is complete. */
  abandon(): void {
    this.#close();
    rmSync(this.#temporary, { force: true });
  }

  #close(): void {
    if (this.#open) closeSync(this.#file);
    this.#open = false;
  }

  async #write(block: Uint8Array): Promise<void> {
    const bytes = block.length > 0 ? await this.#compress(block) : block;
    for (let from = 0; from < bytes.length; ) from += writeSync(this.#file, bytes, from);
    this.#hash.update(bytes);
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

/** Gives temporary files their names. */
export function temporaryNames(folder: string): () => string {
  let number = 0;
  return () => join(folder, `out-${number++}`);
}
