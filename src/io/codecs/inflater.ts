// Deflated data, piece by piece: what came out before damage is kept, and what lies behind the end is counted.
import type { Transform } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** Node's inflater, one write at a time: as a stream it would throw away what it has when it fails. */
export class Inflater {
  readonly #codec: Transform & { readonly bytesWritten: number };
  #ready: Uint8Array[] = [];
  #error: Error | undefined;
  #wake: () => void = () => {};
  #pushed = 0;
  #ended = false;

  /** Takes how many bytes come out in one chunk. */
  constructor(chunkSize: number) {
    this.#codec = createInflateRaw({ chunkSize });
    this.#codec.on('data', (chunk: Uint8Array) => this.#ready.push(chunk));
    this.#codec.on('error', (error) => this.#fail(error));
    this.#codec.once('end', () => {
      this.#ended = true;
      this.#wake();
    });
  }

  /** The data have come to their end. */
  get ended(): boolean {
    return this.#ended;
  }

  /** How many of the bytes that it got lie behind the end. */
  get left(): number {
    return this.#ended ? this.#pushed - this.#codec.bytesWritten : 0;
  }

  /** Takes a piece. Resolves to what is wrong with it. */
  push(piece: Uint8Array): Promise<Error | undefined> {
    this.#pushed += piece.length;
    return this.#done((done) => this.#codec.write(piece, (error) => (error ? this.#fail(error) : done())));
  }

  /** Says that there are no more pieces. Resolves to what is missing. */
  end(): Promise<Error | undefined> {
    return this.#done(() => this.#codec.end());
  }

  /** What has come out since the last time. */
  ready(): Uint8Array[] {
    return this.#ready.splice(0);
  }

  /** Lets go of Node's inflater. */
  close(): void {
    this.#codec.destroy();
  }

  async #done(act: (done: () => void) => void): Promise<Error | undefined> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      act(resolve);
    });
    return this.#error;
  }

  #fail(error: Error): void {
    this.#error ??= error;
    this.#wake();
  }
}
