// Zip archives: the table of contents is read entry by entry, members are read where they lie.
import { closeSync, openSync, readSync } from 'node:fs';
import { constants, crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import type { ZipPlace } from './items.ts';
import type { Bytes } from './peek.ts';

/** A member of a zip file. */
export interface ZipMember {
  /** As the archive has it, unchecked. */
  readonly name: string;
  readonly encrypted: boolean;
  readonly link: boolean;
  readonly size: number;
  readonly packed: number;
  /** Where it lies; rejects when its local header is damaged. */
  place(): Promise<ZipPlace>;
  /** Its bytes as a stream, checked against its size and checksum. */
  chunks(): Bytes;
}

/** Gives the files of a zip archive (a path, or its bytes) in the order of its table. Rejects when the table is damaged or missing. */
export async function* readZip(archive: string | Uint8Array): AsyncGenerator<ZipMember> {
  const options = { autoClose: false, decodeStrings: false };
  const zip = await (typeof archive === 'string'
    ? openPromise(archive, options)
    : fromBufferPromise(Buffer.from(archive.buffer, archive.byteOffset, archive.length), options));
  try {
    for await (const entry of zip.eachEntry()) {
      const member = toMember(zip, entry);
      if (!isFolder(member)) yield member;
    }
  } finally {
    zip.close();
  }
}

/** Some programs of Windows end the names of folders in a backslash. */
const isFolder = ({ name, size }: ZipMember): boolean => name.endsWith('/') || (name.endsWith('\\') && size === 0);

function toMember(zip: ZipFile, entry: Entry): ZipMember {
  const mode = entry.externalFileAttributes >>> 16;
  return {
    name: getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true),
    encrypted: entry.isEncrypted(),
    link: (mode & 0o170000) === 0o120000,
    size: entry.uncompressedSize,
    packed: entry.compressedSize,
    place: () => placeOf(zip, entry),
    chunks: () => checked(zip, entry),
  };
}

async function placeOf(zip: ZipFile, entry: Entry): Promise<ZipPlace> {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw unknownMethod(entry);
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  return {
    offset: fileDataStart,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    deflated: entry.compressionMethod === 8,
    crc: entry.crc32,
  };
}

const unknownMethod = (entry: Entry): Error =>
  new Error(`it is compressed in a way that is not known here (method ${entry.compressionMethod})`);

async function* checked(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw unknownMethod(entry);
  let crc = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (crc !== entry.crc32) throw new Error(WRONG_CRC);
}

const WRONG_CRC = 'its checksum is wrong: the archive is damaged';

/** Reads a small member whole, in any thread. Throws when it is cut, does not unpack to its size or has a wrong checksum. */
export function readPlace(path: string, { offset, packed, size, deflated, crc }: ZipPlace): Uint8Array {
  const raw = readAt(path, offset, packed);
  const bytes = deflated ? inflateRawSync(raw, { maxOutputLength: Math.max(1, size) }) : raw;
  if (bytes.length !== size) throw new Error(`it unpacks to ${bytes.length} instead of ${size} bytes`);
  if (crc32(bytes) !== crc) throw new Error(WRONG_CRC);
  return bytes;
}

/** So much of a packed member is unpacked to see what it is: at most a megabyte comes out. */
const PACKED_HEAD = 1024;

/** The first bytes of a small member, unchecked. Throws when it is damaged there. */
export function headOfPlace(path: string, { offset, packed, deflated }: ZipPlace): Uint8Array {
  const raw = readAt(path, offset, Math.min(packed, PACKED_HEAD));
  return deflated ? inflateRawSync(raw, { finishFlush: constants.Z_SYNC_FLUSH }) : raw;
}

function readAt(path: string, offset: number, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafeSlow(length);
    const read = readSync(file, bytes, 0, length, offset);
    if (read < length) throw new Error('the archive is cut off');
    return bytes;
  } finally {
    closeSync(file);
  }
}
