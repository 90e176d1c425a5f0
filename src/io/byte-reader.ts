// Takes bytes from a stream by their number, whatever chunks they come in.
import type { Bytes } from './peek.ts';

/** Reads a stream by counts of bytes. After an error of the stream every further call rejects with it. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  #failed: { readonly error: unknown } | undefined;

  constructor(source: Bytes) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Is there nothing more? */
  async ended(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const { done, value } = await this.#next();
      if (done) return true;
      this.#chunk = value;
    }
    return false;
  }

  /** Some of the next bytes, as they came: at most `most`, and none only at the end. */
  async some(most: number): Promise<Uint8Array> {
    if (await this.ended()) return this.#chunk;
    const bytes = this.#chunk.subarray(0, most);
    this.#chunk = this.#chunk.subarray(bytes.length);
    return bytes;
  }

  /** The next `size` bytes, or all that are left. */
  async upTo(size: number): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    let left = size;
    while (left > 0 && !(await this.ended())) {
      const part = await this.some(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts, size - left);
  }

  /** The next `size` bytes. Rejects when there are fewer. */
  async take(size: number): Promise<Buffer> {
    const bytes = await this.upTo(size);
    if (bytes.length < size) throw new Error('unexpected end');
    return bytes;
  }

  /** Passes over bytes; resolves to how many are missing. */
  async pass(size: number): Promise<number> {
    let left = size;
    while (left > 0 && !(await this.ended())) left -= (await this.some(left)).length;
    return left;
  }

  /** Says that nobody wants to read more. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #next(): Promise<IteratorResult<Uint8Array>> {
    if (this.#failed) throw this.#failed.error;
    try {
      return await this.#source.next();
    } catch (error) {
      this.#failed = { error };
      throw error;
    }
  }
}
