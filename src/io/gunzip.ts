// gzip, member by member: what came out before damage is handed out, and reading can go on after it.
import type { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Bytes } from './peek.ts';

/** How a member begins. */
const MARK = Buffer.of(0x1f, 0x8b, 0x08);
/** So much is unpacked at once: at most 32 MiB come out. */
const PIECE = 1 << 15;
const CHUNK = 1 << 17;

/** Unpacks a stream of gzip members. */
export class Gunzip {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #ended = false;
  /** So many of the bytes held failed as one piece, and are taken member by member. */
  #careful = 0;

  constructor(source: Bytes) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Gives what comes out from here on. Rejects when the stream is damaged or cut off, after all that came before. */
  async *read(): AsyncGenerator<Uint8Array> {
    let decoder = new Decoder();
    try {
      for (let piece = await this.#take(); piece; piece = await this.#take()) {
        const error = await decoder.push(piece);
        if (error && this.#takeBack(piece)) {
          decoder.close();
          decoder = new Decoder();
          continue;
        }
        yield* decoder.ready();
        if (error) throw error;
      }
      const error = await decoder.end();
      yield* decoder.ready();
      if (error) throw error;
    } finally {
      decoder.close();
    }
  }

  /** Says that nobody wants to read more. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  /** Passes over what is left of a damaged member. Resolves to whether there is another one. */
  async skip(): Promise<boolean> {
    while (await this.#fill()) {
      const at = this.#held.indexOf(MARK);
      this.#held = this.#held.subarray(at < 0 ? 1 - MARK.length : at);
      if (at >= 0) return true;
      if (this.#ended) return false;
    }
    return false;
  }

  /** The next piece: of one member, or, where one begins, of as many as there are whole. */
  async #take(): Promise<Buffer | undefined> {
    if (!(await this.#fill())) return undefined;
    const window = this.#held.subarray(0, PIECE);
    const isLast = this.#ended && window.length === this.#held.length;
    const isOne = this.#careful > 0 || !MARK.equals(window.subarray(0, MARK.length));
    const next = isOne ? window.indexOf(MARK, 1) : window.lastIndexOf(MARK);
    // A mark may begin in the last bytes.
    const piece = window.subarray(0, next > 0 ? next : window.length + (isLast ? 0 : 1 - MARK.length));
    this.#held = this.#held.subarray(piece.length);
    this.#careful = Math.max(0, this.#careful - piece.length);
    return piece;
  }

  /** Damage in one member must not take those with it that lie before it in the same piece: they are unpacked once more. */
  #takeBack(piece: Buffer): boolean {
    if (piece.indexOf(MARK, 1) < 0) return false;
    this.#held = Buffer.concat([piece, this.#held]);
    this.#careful = piece.length;
    return true;
  }

  /** Holds enough bytes to see a mark, unless the stream ends. Resolves to whether there are any. */
  async #fill(): Promise<boolean> {
    while (this.#held.length < MARK.length && !this.#ended) {
      const { done, value } = await this.#source.next();
      if (done) this.#ended = true;
      else this.#held = Buffer.concat([this.#held, value]);
    }
    return this.#held.length > 0;
  }
}

/** Node's decoder, one write at a time: as a stream it would throw away what it has when it fails. */
class Decoder {
  readonly #codec: Transform = createGunzip({ chunkSize: CHUNK });
  #ready: Uint8Array[] = [];
  #error: Error | undefined;
  #wake: () => void = () => {};

  constructor() {
    this.#codec.on('data', (chunk: Uint8Array) => this.#ready.push(chunk));
    this.#codec.on('error', (error) => this.#fail(error));
  }

  /** Takes a piece. Resolves to what is wrong with it. */
  push(piece: Uint8Array): Promise<Error | undefined> {
    return this.#done((done) => this.#codec.write(piece, (error) => (error ? this.#fail(error) : done())));
  }

  /** Says that there are no more pieces. Resolves to what is missing. */
  end(): Promise<Error | undefined> {
    return this.#done((done) => this.#codec.once('end', done).end());
  }

  /** What has come out since the last time. */
  ready(): Uint8Array[] {
    return this.#ready.splice(0);
  }

  close(): void {
    this.#codec.destroy();
  }

  async #done(act: (done: () => void) => void): Promise<Error | undefined> {
    if (this.#codec.readableEnded) return undefined; // zeros may follow the last member
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
