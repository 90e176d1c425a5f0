// Zip archives: the table of contents is read entry by entry, members are read where they lie.
import { closeSync, openSync } from 'node:fs';
import { constants, crc32, inflateRawSync } from 'node:zlib';
import {
  type Entry,
  fromBufferPromise,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  openPromise,
  type ZipFile,
} from 'yauzl';
import type { ZipPlace } from '../items.ts';
import type { Bytes } from '../peek.ts';
import { JunkBehind } from '../reasons.ts';
import {
  type Bytewise,
  bytewise,
  endOfZip,
  type FoundMember,
  FrontReader,
  membersOf,
  readAt,
  unpackPlace,
  WRONG_CRC,
} from './zip-end.ts';

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

/**
 * Gives the files of a zip archive (a path, or its bytes) in the order of its table. Rejects when the table is damaged or
 * missing, after the members that can be found without it; with `JunkBehind` when something lies behind the archive.
 */
export async function* readZip(archive: string | Uint8Array): AsyncGenerator<ZipMember> {
  if (typeof archive !== 'string') {
    const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.length);
    const read = (offset: number, length: number): Buffer => bytes.subarray(offset, offset + length);
    return yield* membersIn({ size: bytes.length, read }, (end) => fromBufferPromise(bytes.subarray(0, end), OPTIONS));
  }
  const file = openSync(archive, 'r');
  try {
    const bytes = bytewise(file);
    yield* membersIn(bytes, (end) =>
      end === bytes.size
        ? openPromise(archive, OPTIONS)
        : fromRandomAccessReaderPromise(new FrontReader(archive), end, OPTIONS),
    );
  } finally {
    closeSync(file);
  }
}

const OPTIONS = { autoClose: false, decodeStrings: false };

async function* membersIn(bytes: Bytewise, open: (end: number) => Promise<ZipFile>): AsyncGenerator<ZipMember> {
  const end = endOfZip(bytes);
  if (end === undefined) {
    for (const found of membersOf(bytes)) yield* filesOf(toFound(bytes, found));
    throw new Error('its table of contents is missing: it is cut off or damaged');
  }
  const zip = await open(end);
  try {
    for await (const entry of zip.eachEntry()) yield* filesOf(toMember(zip, entry));
  } finally {
    zip.close();
  }
  if (end < bytes.size) throw new JunkBehind('the archive is whole, but something else lies behind it');
}

function* filesOf(member: ZipMember): Generator<ZipMember> {
  if (!isFolder(member)) yield member;
}

/** A member that was found without the table, which alone says what is a link. */
function toFound(bytes: Bytewise, found: FoundMember): ZipMember {
  return {
    name: getFileNameLowLevel(found.flags, found.name, [], true),
    encrypted: (found.flags & 1) !== 0,
    link: false,
    size: found.size,
    packed: found.packed,
    place: async () => found,
    chunks: () => chunkOf(() => unpackPlace(bytes.read(found.offset, found.packed), found)),
  };
}

async function* chunkOf(make: () => Uint8Array): AsyncGenerator<Uint8Array> {
  yield make();
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

/** Reads a small member whole, in any thread. Throws when it is cut, does not unpack to its size or has a wrong checksum. */
export function readPlace(path: string, place: ZipPlace): Uint8Array {
  return unpackPlace(readIn(path, place.offset, place.packed), place);
}

/** To see what a member is, at most this many packed bytes of it are unpacked: no more than a megabyte comes out. */
const PACKED_HEAD_BYTES = 1024;

/** The first bytes of a small member, unchecked. Throws when it is damaged there. */
export function headOfPlace(path: string, { offset, packed, deflated }: ZipPlace): Uint8Array {
  const raw = readIn(path, offset, Math.min(packed, PACKED_HEAD_BYTES));
  return deflated ? inflateRawSync(raw, { finishFlush: constants.Z_SYNC_FLUSH }) : raw;
}

function readIn(path: string, offset: number, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = readAt(file, offset, length);
    if (bytes.length < length) throw new Error('the archive is cut off');
    return bytes;
  } finally {
    closeSync(file);
  }
}
