// Folders whose names last: what was renamed into them is there after a power cut.
import { closeSync, fsync, openSync } from 'node:fs';
import { promisify } from 'node:util';

const sync = promisify(fsync);

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
