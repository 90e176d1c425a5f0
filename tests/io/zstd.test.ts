// zstd: checksums, frames and limits, on what its own program makes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compressor } from '../../src/io/codecs/compress.ts';
import { decompress } from '../../src/io/codecs/decompress.ts';
import { Xxh64 } from '../../src/io/codecs/xxh64.ts';
import { papersift, SEED, temporaryFolder } from '../help/program.ts';
import { tar } from './archives.ts';

const seed = readFileSync(SEED);

async function unpacked(bytes: Uint8Array, step = bytes.length): Promise<string> {
  async function* source(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.length; from += step) yield bytes.subarray(from, from + step);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of decompress(source(), 'zstd')) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}

/** What zstd's own program makes of bytes; nothing when it is missing. */
function zstd(bytes: Uint8Array, ...args: string[]): Buffer | undefined {
  const ran = spawnSync('zstd', ['-qc', '--check', ...args], { input: bytes, maxBuffer: 1 << 28 });
  return ran.error ? undefined : ran.stdout;
}

/** A frame without packed blocks: its content as it is, and this checksum. */
function frame(content: Buffer, checksum: number): Buffer {
  const bytes = Buffer.alloc(content.length + 13);
  bytes.writeUInt32LE(0xfd2fb528, 0);
  bytes[4] = 4; // a checksum, no size
  bytes[5] = 0x48; // a window of 512 kB
  bytes.writeUIntLE((content.length << 3) | 1, 6, 3);
  content.copy(bytes, 9);
  bytes.writeUInt32LE(checksum, content.length + 9);
  return bytes;
}

test.each([
  ['', 0x51d8e999],
  ['a', 0xa98c6e5b],
  ['abc', 0xad770999],
])('the hash of %j is what xxHash says', (text, expected) => {
  const hash = new Xxh64();
  hash.update(Buffer.from(text));
  expect(hash.digest()).toBe(expected);
});

test('what zstd makes is read back, whatever its length and the chunks that it comes in', async (context) => {
  for (const size of [0, 1, 3, 4, 7, 8, 17, 31, 32, 33, 63, 64, 100, 5000]) {
    const bytes = Buffer.from(Array.from({ length: size }, (_, i) => (i * i * 31) % 251));
    const packed = zstd(bytes);
    if (!packed) return context.skip();
    for (const step of [1, 7, packed.length]) expect(await unpacked(packed, step)).toBe(bytes.toString('latin1'));
  }
});

test('frames follow each other, with and without checksums, and others between are passed over', async (context) => {
  const skipped = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 5, 0, 0, 0, 1, 2, 3, 4, 5]);
  const [first, second] = [zstd(seed), zstd(seed, '--no-check', '-19')];
  if (!first || !second) return context.skip();
  const own = Buffer.from(await compressor('zst')(seed));
  expect(await unpacked(Buffer.concat([first, skipped, second, own, skipped]), 100)).toBe(
    seed.toString('latin1').repeat(3),
  );
});

test('large frames of many blocks keep their checksum', async (context) => {
  const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, i) => (i * 7919 + (i >> 7)) % 251));
  const packed = zstd(bytes);
  if (!packed) return context.skip();
  expect((await unpacked(packed, 65_536)).length).toBe(bytes.length);
});

test('one long frame is unpacked in bounded memory', async () => {
  const [block, blocks] = [Buffer.alloc(1 << 17, 'abc'), 1_000];
  async function* source(): AsyncGenerator<Uint8Array> {
    yield frame(Buffer.alloc(0), 0).subarray(0, 6);
    for (let i = 1; i <= blocks; i++) {
      const head = Buffer.alloc(3);
      head.writeUIntLE((block.length << 3) | Number(i === blocks), 0, 3);
      yield Buffer.concat([head, block]);
    }
  }
  let [bytes, most] = [0, 0];
  const unpacking = async (): Promise<void> => {
    for await (const chunk of decompress(source(), 'zstd')) {
      bytes += chunk.length;
      most = Math.max(most, process.memoryUsage().arrayBuffers);
    }
  };
  await expect(unpacking()).rejects.toThrow('unexpected end'); // it has no checksum, all else was read
  expect(bytes).toBe(blocks * block.length);
  expect(most).toBeLessThan(bytes / 2);
});

test('a wrong checksum, a cut and a window without measure are named', async () => {
  expect(await unpacked(frame(Buffer.from('abc'), 0xad770999))).toBe('abc');
  await expect(unpacked(frame(Buffer.from('abd'), 0xad770999))).rejects.toThrow('its checksum is wrong');
  const whole = frame(seed.subarray(0, 1000), 0);
  for (const end of [3, 6, 8, 500, whole.length - 1])
    await expect(unpacked(whole.subarray(0, end))).rejects.toThrow('damaged or cut off (unexpected end)');
  const greedy = Buffer.from(whole);
  greedy[5] = 0xf0; // a window of a terabyte
  await expect(unpacked(greedy)).rejects.toThrow('bytes of memory');
  await expect(unpacked(Buffer.concat([whole.subarray(0, 4), seed]))).rejects.toThrow('damaged or cut off');
});

test('whatever byte of a stream is changed, it is noticed', async (context) => {
  const packed = zstd(seed.subarray(0, 3000));
  if (!packed) return context.skip();
  for (let at = 0; at < packed.length; at += 13) {
    const damaged = Buffer.from(packed);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    const text = await unpacked(damaged).catch(() => 'noticed');
    // A few bits in the head mean nothing: whether the size is stored, or how much memory the frame needs.
    if (text !== seed.toString('latin1', 0, 3000)) expect(text, `byte ${at}`).toBe('noticed');
  }
});

test('convert names streams with a wrong checksum and does everything else', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'in'));
  const captures = Buffer.from(JSON.stringify({ url: 'http://e/1', text: seed.toString() }));
  const contents = {
    'page.txt.zst': seed,
    'pages.tar.zst': tar([{ name: 'a.txt', data: seed.toString() }]),
    'c.jsonl.zst': captures,
  };
  for (const [name, bytes] of Object.entries(contents)) writeFileSync(join(folder, 'in', name), frame(bytes, 1));
  writeFileSync(join(folder, 'in/good.txt'), seed);
  const { status, stderr } = papersift(['convert', 'in', '-o', 'out', '-f', 'jsonl', '-j', '2'], { cwd: folder });
  expect(status).toBe(1);
  for (const name of Object.keys(contents))
    expect(stderr).toContain(`in/${name}: its zstd stream is damaged or cut off (its checksum is wrong)`);
  expect(stderr.match(/^papersift: in\//gm)).toHaveLength(3);
  expect(readdirSync(join(folder, 'out/in'))).toContain('good.txt.jsonl');
  expect(readdirSync(join(folder, 'out/in'))).not.toContain('page.txt.zst.jsonl');
  expect(readdirSync(join(folder, 'out/.papersift'))).toEqual(['journal.jsonl']);
});
