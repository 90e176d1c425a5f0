// Zip archives without a proper end: something lies behind the table of contents, or the table is missing.
import { createReadStream, fstatSync, readSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { crc32, inflateRawSync } from 'node:zlib';
import { RandomAccessReader } from 'yauzl';
import type { ZipPlace } from '../items.ts';

/** At most this many bytes may lie behind an archive. */
const MAX_JUNK_BYTES = 1 << 20;
const END_MARK = Buffer.from('PK\x05\x06', 'latin1');
const END_SIZE = 22;
const MEMBER_MARK = 0x04034b50;
const MEMBER_SIZE = 30;
/** A member of more bytes is not looked for in a broken archive: it would be held in memory. */
const MAX_MEMBER_BYTES = 64 * 2 ** 20;

/** An archive, as much of it as is asked for. */
export interface Bytewise {
  readonly size: number;
  /** The bytes at a place; fewer where the archive ends. */
  read(offset: number, length: number): Buffer;
}

/** An open file: reads as long as it is open. */
export function bytewise(file: number): Bytewise {
  return { size: fstatSync(file).size, read: (offset, length) => readAt(file, offset, length) };
}

/** The bytes of an open file at a place; fewer where it ends. */
export function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
}

/** Where an archive ends, when something else lies behind it: as late as its last record of that kind says. */
export function endOfZip({ size, read }: Bytewise): number | undefined {
  const from = Math.max(0, size - MAX_JUNK_BYTES);
  const tail = read(from, size - from);
  for (let at = tail.lastIndexOf(END_MARK); at >= 0; at = at > 0 ? tail.lastIndexOf(END_MARK, at - 1) : -1) {
    if (at + END_SIZE > tail.length) continue;
    const [length, offset, remark] = [
      tail.readUInt32LE(at + 12),
      tail.readUInt32LE(at + 16),
      tail.readUInt16LE(at + 20),
    ];
    const end = from + at + END_SIZE + remark;
    const isHuge = offset === 0xffff_ffff; // then another record says it
    if (end <= size && (isHuge || offset + length <= from + at)) return end;
  }
  return undefined;
}

/** Reads the front of a file for the library, which looks for the table at the end of all that it gets. */
export class FrontReader extends RandomAccessReader {
  readonly #path: string;

  constructor(path: string) {
    super();
    this.#path = path;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#path, { start, end: end - 1 });
  }
}

/** A member as it says itself where it begins. */
export interface FoundMember extends ZipPlace {
  readonly name: Buffer;
  readonly flags: number;
}

/** The members of an archive without a table, one behind the other, up to the first that is cut off or does not say its size. */
export function* membersOf({ size, read }: Bytewise): Generator<FoundMember> {
  for (let at = 0; at + MEMBER_SIZE <= size; ) {
    const head = read(at, MEMBER_SIZE);
    if (head.length < MEMBER_SIZE || head.readUInt32LE() !== MEMBER_MARK) return;
    const [flags, method] = [head.readUInt16LE(6), head.readUInt16LE(8)];
    const [crc, packed, unpacked] = [head.readUInt32LE(14), head.readUInt32LE(18), head.readUInt32LE(22)];
    const nameLength = head.readUInt16LE(26);
    const offset = at + MEMBER_SIZE + nameLength + head.readUInt16LE(28);
    const saysSize = (flags & 8) === 0 && (method === 0 || method === 8);
    if (!saysSize || packed > MAX_MEMBER_BYTES || unpacked > MAX_MEMBER_BYTES || offset + packed > size) return;
    const name = read(at + MEMBER_SIZE, nameLength);
    yield { name, flags, offset, packed, size: unpacked, deflated: method === 8, crc };
    at = offset + packed;
  }
}

/** Unpacks a small member. Throws when it is cut, does not unpack to its size or has a wrong checksum. */
export function unpackPlace(raw: Uint8Array, { packed, size, deflated, crc }: ZipPlace): Uint8Array {
  if (raw.length < packed) throw new Error('the archive is cut off');
  const bytes = deflated ? inflateRawSync(raw, { maxOutputLength: Math.max(1, size) }) : raw;
  if (bytes.length !== size) throw new Error(`it unpacks to ${bytes.length} instead of ${size} bytes`);
  if (crc32(bytes) !== crc) throw new Error(WRONG_CRC);
  return bytes;
}

/** What is said of a member that came out wrong. */
export const WRONG_CRC = 'its checksum is wrong: the archive is damaged';
