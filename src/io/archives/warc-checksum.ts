// Checksums of WARC records, as crawlers write them: `sha1:` and base32, or another sum in hexadecimal or base64.
import { createHash, type Hash } from 'node:crypto';

/** A stream that is compared with a checksum while it is read. Who stops reading it can go on later. */
export class Checked {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #sum: { readonly hash: Hash; readonly value: string } | null;

  /** Takes the value of the header; without one, or with one of a kind that is not known here, nothing is compared. */
  constructor(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, header: string | null | undefined) {
    this.#source = each(source);
    this.#sum = sumOf(header ?? '');
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (let next = await this.#source.next(); !next.done; next = await this.#source.next()) {
      this.#sum?.hash.update(next.value);
      yield next.value;
    }
  }

  /** Reads what is left; resolves to whether the checksum is wrong. To be called once. Rejects as the stream does. */
  async isWrong(): Promise<boolean> {
    for await (const _ of this);
    return this.#sum !== null && !isWritten(this.#sum.hash.digest(), this.#sum.value);
  }
}

async function* each(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* source;
}

const KINDS = ['sha1', 'sha256', 'sha512', 'md5'];

function sumOf(header: string): { hash: Hash; value: string } | null {
  const [kind = '', value = ''] = header.trim().split(':');
  // Base32 fills up with six at most.
  const known = KINDS.find((name) => name === kind.toLowerCase().replace('-', ''));
  return known === undefined ? null : { hash: createHash(known), value: value.replace(/={1,6}$/, '') };
}

function isWritten(sum: Buffer, value: string): boolean {
  if (value.toLowerCase() === sum.toString('hex') || value.toUpperCase() === base32(sum)) return true;
  return value.replaceAll('+', '-').replaceAll('/', '_') === sum.toString('base64url');
}

function base32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += LETTERS[(held >>> (bits - 5)) & 31];
  }
  return bits === 0 ? text : text + LETTERS[(held << (5 - bits)) & 31];
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
