// Lines that wait in a temporary file: written block by block, read back in their order.
import { appendFileSync, rmSync } from 'node:fs';
import { readFile } from '../io/read.ts';

/** Lines are held until they are this many bytes, and written together. */
const BLOCK_BYTES = 1 << 20;

/** A temporary file of lines. */
export class LinesOnDisk {
  readonly #path: string;
  #held: Uint8Array[] = [];
  #size = 0;

  /** Takes a path; the file is made when it is needed. */
  constructor(path: string) {
    this.#path = path;
  }

  /** Adds a line with its line break. Throws the system's error. */
  add(line: Uint8Array): void {
    this.#held.push(line);
    this.#size += line.length;
    if (this.#size >= BLOCK_BYTES) this.#flush();
  }

  /** All lines, once; the file is gone after that. Rejects with the system's error. */
  async *read(): AsyncGenerator<Buffer> {
    this.#flush();
    let rest: Uint8Array = new Uint8Array(0);
    try {
      for await (const chunk of readFile(this.#path)) {
        const bytes = Buffer.concat([rest, chunk]);
        let from = 0;
        for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
          yield bytes.subarray(from, at + 1);
          from = at + 1;
        }
        rest = bytes.subarray(from);
      }
    } finally {
      rmSync(this.#path, { force: true });
    }
  }

  #flush(): void {
    appendFileSync(this.#path, Buffer.concat(this.#held, this.#size));
    this.#held = [];
    this.#size = 0;
  }
}
