// gzip, member by member: what came out before damage is handed out, and reading can go on after it.
import { promisify } from 'node:util';
import { crc32, gunzip } from 'node:zlib';
import type { Bytes } from '../peek.ts';
import { JunkBehind } from '../reasons.ts';
import { Inflater } from './inflater.ts';

const gunzipped: (bytes: Uint8Array, options: { chunkSize: number }) => Promise<Uint8Array> = promisify(gunzip);

/** How a member begins. */
const MARK = Buffer.of(0x1f, 0x8b, 0x08);
/** Sizes of a member's head without names, and of what stands behind its data. */
const HEAD_BYTES = 10;
const TAIL_BYTES = 8;
/** At most this many packed bytes are unpacked at once: no more than 32 MiB come out. */
const PIECE_BYTES = 1 << 15;
const CHUNK_BYTES = 1 << 17;

/** Unpacks a stream of gzip members. */
export class Gunzip {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #ended = false;
  /** How many of the bytes held failed as one piece, and are taken member by member. */
  #careful = 0;
  #members = 0;

  constructor(source: Bytes) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /**
   * Gives what comes out from here on. Rejects when the stream is damaged or cut off, after all that came before; with
   * `JunkBehind` when whole members are followed by something else.
   */
  async *read(): AsyncGenerator<Uint8Array> {
    while (await this.#fill(PIECE_BYTES)) {
      const length = this.#several();
      if (length > 0) {
        const all = await gunzipped(this.#held.subarray(0, length), { chunkSize: CHUNK_BYTES }).catch(() => undefined);
        if (all) {
          this.#pass(length);
          this.#members++;
          yield all;
        } else this.#careful = length; // damage in one must not take those with it that lie before it
      } else if (this.#begins()) {
        yield* this.#member();
      } else if (!this.#zero()) {
        if (this.#members === 0) throw new Error('incorrect header check');
        throw new JunkBehind('its gzip stream is whole, but something else lies behind it');
      }
    }
  }

  /** Says that nobody wants to read more. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  /** Passes over what is left of a damaged member. Resolves to whether there is another one. */
  async skip(): Promise<boolean> {
    while (await this.#fill(MARK.length)) {
      const at = this.#held.indexOf(MARK);
      this.#held = this.#held.subarray(at < 0 ? 1 - MARK.length : at);
      if (at >= 0) return true;
      if (this.#ended) return false;
    }
    return false;
  }

  /** The length of what may be several whole members: small ones are unpacked together, since each alone takes longer. */
  #several(): number {
    return this.#careful > 0 || !this.#begins() ? 0 : this.#held.subarray(0, PIECE_BYTES).lastIndexOf(MARK);
  }

  #begins(): boolean {
    return MARK.equals(this.#held.subarray(0, MARK.length));
  }

  #pass(length: number): void {
    this.#held = this.#held.subarray(length);
    this.#careful = Math.max(0, this.#careful - length);
  }

  /** Zeros may follow the last member: tapes are filled up with them. Passes over them. */
  #zero(): boolean {
    const other = this.#held.findIndex((byte) => byte !== 0);
    if (this.#members === 0 || other === 0) return false;
    this.#held = this.#held.subarray(other < 0 ? this.#held.length : other);
    return true;
  }

  /** Unpacks one member as its data comes. */
  async *#member(): AsyncGenerator<Uint8Array> {
    await this.#head();
    const inflater = new Inflater(CHUNK_BYTES);
    let crc = 0;
    let size = 0;
    try {
      while (!inflater.ended) {
        const more = await this.#fill(MARK.length);
        const piece = this.#piece();
        this.#pass(piece.length);
        const error = await (more ? inflater.push(piece) : inflater.end());
        const ready = inflater.ready();
        for (const chunk of ready) {
          crc = crc32(chunk, crc);
          size += chunk.length;
        }
        let wrong: Error | undefined;
        if (inflater.ended) {
          this.#giveBack(piece.subarray(piece.length - inflater.left));
          wrong = await this.#tail(crc, size);
          if (wrong && wrong.message !== CUT) throw wrong; // what comes of damaged bytes is no text
        }
        yield* ready;
        if (error ?? wrong) throw error ?? wrong;
      }
    } finally {
      inflater.close();
    }
    this.#members++;
  }

  /** Of a member's data as much as one piece may be: a mark may be where another one begins, should this be damaged. */
  #piece(): Buffer {
    const window = this.#held.subarray(0, PIECE_BYTES);
    const next = window.indexOf(MARK, 1);
    const isLast = this.#ended && window.length === this.#held.length;
    // A mark may begin in the last bytes.
    const whole = isLast || window.length < MARK.length ? window.length : window.length + 1 - MARK.length;
    return window.subarray(0, next > 0 ? next : whole);
  }

  #giveBack(bytes: Buffer): void {
    this.#held = this.#held.length > 0 ? Buffer.concat([bytes, this.#held]) : bytes;
    if (this.#careful > 0) this.#careful += bytes.length;
  }

  /** Passes over the head of a member. */
  async #head(): Promise<void> {
    const flags = (await this.#take(HEAD_BYTES)).readUInt8(3);
    if ((flags & 0xe0) !== 0) throw new Error('unknown header flags set');
    if ((flags & 4) !== 0) await this.#take((await this.#take(2)).readUInt16LE());
    for (const named of [8, 16]) if ((flags & named) !== 0) await this.#text();
    if ((flags & 2) !== 0) await this.#take(2);
  }

  /** Passes over a name or a remark, which ends in a zero. */
  async #text(): Promise<void> {
    let end = -1;
    while (end < 0 && (await this.#fill(1))) {
      end = this.#held.indexOf(0);
      await this.#take(end < 0 ? this.#held.length : end + 1);
    }
    if (end < 0) throw new Error(CUT);
  }

  /** Reads what stands behind the data of a member. Resolves to what is wrong with it. */
  async #tail(crc: number, size: number): Promise<Error | undefined> {
    if (!(await this.#fill(TAIL_BYTES)) || this.#held.length < TAIL_BYTES) return new Error(CUT);
    const tail = await this.#take(TAIL_BYTES);
    if (tail.readUInt32LE() !== crc) return new Error('incorrect data check');
    return tail.readUInt32LE(4) === size % 2 ** 32 ? undefined : new Error('incorrect length check');
  }

  async #take(length: number): Promise<Buffer> {
    await this.#fill(length);
    const taken = this.#held.subarray(0, length);
    this.#pass(length);
    if (taken.length < length) throw new Error(CUT);
    return taken;
  }

  /** Holds the next `wanted` bytes, unless the stream ends before. Resolves to whether there are any. */
  async #fill(wanted: number): Promise<boolean> {
    const chunks: Uint8Array[] = [this.#held];
    let { length } = this.#held;
    while (length < wanted && !this.#ended) {
      const { done, value } = await this.#source.next();
      if (done) this.#ended = true;
      else {
        chunks.push(value);
        length += value.length;
      }
    }
    if (chunks.length > 1) this.#held = Buffer.concat(chunks);
    return this.#held.length > 0;
  }
}

const CUT = 'unexpected end of file';
