// gzip: what lies before damage is read, and in an archive of members what lies after it too.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { resumableGunzip } from '../../src/io/codecs/decompress.ts';
import { openInputs } from '../../src/io/inputs.ts';
import type { Bytes } from '../../src/io/peek.ts';
import { warc } from './archives.ts';
import { folderOf, HOW, names, read } from './reading.ts';

/** Bytes that hardly shrink. */
const noise = (seed: string, size: number): string =>
  Array.from({ length: size / 64 }, (_, i) =>
    createHash('sha256')
      .update(seed + i)
      .digest('hex'),
  ).join('');

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads as far as it goes, and on after damage. */
async function unpack(source: Bytes): Promise<{ text: string; errors: number }> {
  const { chunks, rest } = await resumableGunzip(source);
  let text = '';
  let errors = 0;
  for (let part: Bytes | undefined = chunks; part; part = await rest()) {
    try {
      for await (const chunk of part) text += Buffer.from(chunk).toString('latin1');
      break;
    } catch {
      errors++;
      text += '|';
    }
  }
  return { text, errors };
}

const members = ['A', noise('b', 40_000), 'C', '', noise('d', 700), 'E'];
const packed = members.map((text) => gzipSync(text));

test.each([1, 2, 3, 1000, 1 << 20])(
  'members are read in chunks of %d bytes, zeros after them are no damage',
  async (size) => {
    const archive = Buffer.concat([...packed, Buffer.alloc(700)]);
    expect(await unpack(cut(archive, size))).toEqual({ text: members.join(''), errors: 0 });
  },
);

test.each([1, 3, 1000, 1 << 20])('the others are read when one is damaged (chunks of %d bytes)', async (size) => {
  for (const broken of packed.keys()) {
    const archive = packed.map((member, i) => {
      const copy = Buffer.from(member);
      if (i === broken) copy.writeUInt32LE(~member.readUInt32LE(member.length - 8) >>> 0, member.length - 8);
      return copy;
    });
    const { text, errors } = await unpack(cut(Buffer.concat(archive), size));
    expect(errors).toBe(1);
    const [before = '', after = ''] = text.split('|');
    expect(before.startsWith(members.slice(0, broken).join(''))).toBe(true);
    expect(after).toBe(members.slice(broken + 1).join(''));
  }
});

test('of a page that is cut off, what came before is handed out', async () => {
  const text = noise('page', 300_000);
  const at = folderOf({
    'cut.gz': gzipSync(text).subarray(0, -100),
    'bad.gz': gzipSync(text).fill(0, 150_000, 150_100),
  });
  for (const name of ['cut.gz', 'bad.gz']) {
    let seen = '';
    const reading = async (): Promise<void> => {
      for await (const { chunks } of openInputs([at(name)], HOW, { problem: () => {} }))
        for await (const chunk of chunks()) seen += Buffer.from(chunk).toString();
    };
    await expect(reading()).rejects.toThrow('its gzip stream is damaged or cut off');
    expect(seen.length).toBeGreaterThan(200_000);
    expect(text.startsWith(seen.slice(0, 200_000))).toBe(true);
  }
});

test.each([1, 7, 8])('of a page whose last %d bytes are missing all text is handed out', async (missing) => {
  const page = gzipSync('text');
  const at = folderOf({ 'page.txt.gz': page.subarray(0, page.length - missing) });
  let seen = '';
  const reading = async (): Promise<void> => {
    for await (const { chunks } of openInputs([at('page.txt.gz')], HOW, { problem: () => {} }))
      for await (const chunk of chunks()) seen += Buffer.from(chunk).toString();
  };
  await expect(reading()).rejects.toThrow('its gzip stream is damaged or cut off');
  expect(seen).toBe('text');
});

test('a damaged record of a crawl is named, those before and after it are read', async () => {
  const records = ['a', 'b', 'c', 'd'].map((url) =>
    gzipSync(warc([{ url, type: 'text/plain', body: noise(url, 64 * 20) }])),
  );
  for (const broken of records.keys()) {
    const crawl = records.map((record, i) => (i === broken ? Buffer.from(record).fill(0, 60, 90) : record));
    const at = folderOf({ 'c.warc.gz': Buffer.concat(crawl) });
    const { inputs, problems } = await read([at('c.warc.gz')]);
    expect(names(inputs)).toEqual(['a', 'b', 'c', 'd'].filter((_, i) => i !== broken));
    expect(problems).not.toEqual([]);
    expect(problems.join()).toContain('its gzip stream is damaged');
  }
});

test.each([1, 3, 1000, 1 << 20])(
  'what lies behind the last member is named, and takes nothing with it (chunks of %d bytes)',
  async (size) => {
    for (const some of [packed, packed.slice(1, 2), packed.slice(0, 1)]) {
      const archive = Buffer.concat([...some, Buffer.from('junk behind it')]);
      const { chunks } = await resumableGunzip(cut(archive, size));
      let text = '';
      const reading = async (): Promise<void> => {
        for await (const chunk of chunks) text += Buffer.from(chunk).toString('latin1');
      };
      await expect(reading()).rejects.toThrow('its gzip stream is whole, but something else lies behind it');
      expect(text).toBe(some.map((member) => members[packed.indexOf(member)]).join(''));
    }
  },
);

test('names, remarks and other fields in the head of a member are passed over', async () => {
  const plain = gzipSync('text');
  const head = Buffer.concat([Buffer.of(0x1f, 0x8b, 8, 2 | 4 | 8 | 16), plain.subarray(4, 10)]);
  const fields = Buffer.from('\x03\0abcname\0remark\0cc', 'latin1');
  const archive = Buffer.concat([head, fields, plain.subarray(10)]);
  for (const size of [1, 100]) expect(await unpack(cut(archive, size))).toEqual({ text: 'text', errors: 0 });
  expect(await unpack(cut(archive.subarray(0, 16), 100))).toEqual({ text: '|', errors: 1 });
});
