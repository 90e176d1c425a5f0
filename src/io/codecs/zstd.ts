// zstd, frame by frame: a library unpacks the blocks, and the checksum at the end of a frame is compared here.
import { Decompress } from 'fzstd';
import { ByteReader } from '../byte-reader.ts';
import type { Bytes } from '../peek.ts';
import { JunkBehind } from '../reasons.ts';
import { Xxh64 } from './xxh64.ts';

const MAGIC = 0xfd2fb528;
/** Frames that hold something else: 0x184d2a50 to 0x184d2a5f. */
const SKIPPABLE = 0x184d2a5;

/** A block has at most this many bytes, packed or not. */
const MAX_BLOCK_BYTES = 1 << 17;
/** A frame looks back on at most this many bytes, which are held; zstd itself refuses more too, unless it is told otherwise. */
const MAX_WINDOW_BYTES = 1 << 27;

/** Decompresses a stream of frames. Rejects when it is damaged or cut off, when its checksum is wrong, and as the stream does. */
export async function* unzstd(source: Bytes): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(source);
  try {
    for (let frames = 0; !(await reader.ended()); frames++) {
      const magic = (await reader.take(4)).readUInt32LE();
      if (magic >>> 4 === SKIPPABLE) await skip(reader, (await reader.take(4)).readUInt32LE());
      else if (magic === MAGIC) yield* frame(reader);
      else if (frames === 0) throw new Error('a frame begins wrongly');
      else throw new JunkBehind('its zstd stream is whole, but something else lies behind it');
    }
  } finally {
    await reader.close();
  }
}

async function skip(reader: ByteReader, size: number): Promise<void> {
  if ((await reader.pass(size)) > 0) throw new Error('unexpected end');
}

async function* frame(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const { bytes, hasChecksum } = await header(reader);
  const hash = new Xxh64();
  let ready: Uint8Array[] = [];
  const decoder = new Decompress((chunk) => {
    hash.update(chunk);
    if (chunk.length > 0) ready.push(chunk.slice());
  });
  decoder.push(bytes);
  for (let last = false; !last; ) {
    const head = await reader.take(3);
    const [first, size] = [head.readUInt8(), head.readUIntLE(0, 3) >>> 3];
    if (size > MAX_BLOCK_BYTES) throw new Error('a block is too large');
    last = (first & 1) === 1;
    const isRepeated = ((first >> 1) & 3) === 1;
    decoder.push(head); // apart from its block: of blocks that it gets whole the library keeps each buffer
    decoder.push(await reader.take(isRepeated ? 1 : size));
    yield* ready;
    ready = [];
  }
  const checksum = await reader.take(hasChecksum ? 4 : 0);
  decoder.push(checksum, true);
  yield* ready;
  if (hasChecksum && checksum.readUInt32LE() !== hash.digest()) throw new Error('its checksum is wrong');
}

/** The head of a frame, its magic number included. */
async function header(reader: ByteReader): Promise<{ bytes: Buffer; hasChecksum: boolean }> {
  const descriptor = await reader.take(1);
  const flags = descriptor.readUInt8();
  const isWhole = (flags & 0x20) !== 0;
  const sizeBytes = [isWhole ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  const window = await reader.take(isWhole ? 0 : 1);
  const dictionary = await reader.take([0, 1, 2, 4][flags & 3] ?? 0);
  const size = await reader.take(sizeBytes);
  const held = isWhole ? contentSize(size) : windowSize(window.readUInt8());
  if (held > MAX_WINDOW_BYTES)
    throw new Error(`it needs ${held} bytes of memory, more than the limit of ${MAX_WINDOW_BYTES}`);
  const magic = Buffer.alloc(4);
  magic.writeUInt32LE(MAGIC);
  return { bytes: Buffer.concat([magic, descriptor, window, dictionary, size]), hasChecksum: (flags & 4) !== 0 };
}

/** A size of two bytes begins at 256. */
function contentSize(size: Buffer): number {
  if (size.length === 8) return Number(size.readBigUInt64LE());
  return size.readUIntLE(0, size.length) + (size.length === 2 ? 256 : 0);
}

const windowSize = (byte: number): number => 2 ** (10 + (byte >> 3)) * (1 + (byte & 7) / 8);
