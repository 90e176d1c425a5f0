// Inputs of every kind: what is found in them, in which order, and what is refused.
import { execFileSync, spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressor } from '../../src/io/codecs/compress.ts';
import { openInputs } from '../../src/io/inputs.ts';
import { UNREAD_PACKING } from '../../src/io/reasons.ts';
import { tar, warc, zip } from './archives.ts';
import { folderOf, HOW, names, read } from './reading.ts';

test('a folder gives its files in the order of the bytes of their paths; hidden ones and pictures are left out', async () => {
  const at = folderOf({
    'd/b.txt': 'b',
    'd/B.txt': 'B',
    'd/b/x': 'x',
    'd/b-c': 'c',
    'd/.h': 'h',
    'd/p.png': Buffer.from('\x89PNG\r\n', 'latin1'),
    'd/ü': 'u',
  });
  symlinkSync('..', at('d/b/loop'));
  const { inputs, problems } = await read([at('d')]);
  expect(names(inputs)).toEqual(['B.txt', 'b-c', 'b.txt', 'b/x', 'ü'].map((name) => at(`d/${name}`)));
  expect(problems).toEqual([]);
  expect(names((await read([at('d')], { hidden: true })).inputs)).toContain(at('d/.h'));
});

test('what is packed in a way that nothing reads is named, also where nobody named it', async () => {
  const at = folderOf({ 'd/a.txt': 'a', 'd/b.tar.bz2': 'BZh91AY', 'd/c.lzma': 'x' });
  const { inputs, problems } = await read([at('d')]);
  expect(names(inputs)).toEqual([at('d/a.txt')]);
  expect(problems).toEqual(['b.tar.bz2', 'c.lzma'].map((name) => `${at(`d/${name}`)}: ${UNREAD_PACKING}`));
});

test('a glob is tried when there is no file of its name', async () => {
  const at = folderOf({ 'a1.txt': '1', 'a2.txt': '2', 'b.txt': '3', '[x].txt': 'x' });
  expect(names((await read([at('a*.txt')])).inputs)).toEqual([at('a1.txt'), at('a2.txt')]);
  expect(names((await read([at('[x].txt')])).inputs)).toEqual([at('[x].txt')]);
  expect((await read([at('c*')])).problems).toEqual([`${at('c*')}: there is no such file or folder`]);
});

test('compressed files are known by their content, whatever their name', async () => {
  const zst = await compressor('zst')(Buffer.from('text'));
  const at = folderOf({
    'a.gz': gzipSync('text'),
    b: gzipSync('text'),
    c: Buffer.from(zst),
    'd.br': brotliCompressSync('text'),
  });
  const { inputs, problems } = await read(['a.gz', 'b', 'c', 'd.br'].map(at));
  expect(inputs.map(([, text]) => text)).toEqual(Array(4).fill('text'));
  expect(problems).toEqual([]);
});

test.each([
  ['zip', zip([{ name: 'd/' }, { name: 'd/a.txt', data: 'A' }, { name: 'b', data: 'B' }])],
  [
    'tar',
    tar([
      { name: './d/', type: '5' },
      { name: './d/a.txt', data: 'A' },
      { name: 'b', data: 'B' },
    ]),
  ],
  [
    'tar.gz',
    gzipSync(
      tar([
        { name: 'd/a.txt', data: 'A' },
        { name: 'b', data: 'B' },
      ]),
    ),
  ],
])('the members of a %s are inputs', async (ending, archive) => {
  const at = folderOf({ [`x.${ending}`]: archive, other: archive });
  for (const name of [`x.${ending}`, 'other']) {
    const { inputs, problems } = await read([at(name)]);
    expect(inputs).toEqual([
      [at(`${name}/d/a.txt`), 'A'],
      [at(`${name}/b`), 'B'],
    ]);
    expect(problems).toEqual([]);
  }
});

test('tar.xz and tar.zst made by their own programs', async (context) => {
  const at = folderOf({ 'x.tar': tar([{ name: 'a', data: 'A' }]) });
  try {
    execFileSync('xz', ['-k', at('x.tar')]);
    execFileSync('zstd', ['-qk', at('x.tar')]);
  } catch {
    context.skip();
  }
  for (const name of ['x.tar.xz', 'x.tar.zst'])
    expect((await read([at(name)])).inputs).toEqual([[at(`${name}/a`), 'A']]);
});

test('several xz streams are read, of which each was left before its end once', async (context) => {
  const text = Array.from({ length: 40_000 }, (_, i) => `${i}`).join(' ');
  const { stdout, error } = spawnSync('xz', ['-c'], { input: text });
  if (error) return context.skip();
  const at = folderOf({
    'a.txt.xz': stdout,
    'b.txt.xz': Buffer.concat([stdout, Buffer.from('junk')]),
    'c.txt.xz': stdout,
  });
  const { inputs, problems } = await read([at('a.txt.xz'), at('b.txt.xz'), at('c.txt.xz')]);
  expect(inputs).toEqual([
    [at('a.txt.xz'), text],
    [at('c.txt.xz'), text],
  ]);
  expect(problems).toEqual([expect.stringMatching(/b\.txt\.xz: its xz stream is damaged or cut off/)]);
});

test('what is wrong with an xz stream is said in words', async (context) => {
  const { stdout, error } = spawnSync('xz', ['-c'], { input: 'a line of text\n'.repeat(99) });
  if (error) return context.skip();
  const changed = Buffer.from(stdout);
  changed.fill(0xff, 20, 24); // the checksum of its first block's header
  const at = folderOf({ 'a.xz': stdout.subarray(0, -30), 'b.xz': changed });
  expect((await read([at('a.xz'), at('b.xz')])).problems).toEqual([
    `${at('a.xz')}: its xz stream is damaged or cut off (unexpected end of file)`,
    `${at('b.xz')}: its xz stream is damaged or cut off (incorrect data)`,
  ]);
});

test('captures in JSON Lines are named by their address; a line that is none is named', async () => {
  const lines = [
    '{"url":"http://a","text":"A"}',
    '',
    'nonsense',
    '{"url":"http://b","html":"B"}',
    '{"url":"http://c"}',
    '{"text":"D"}',
  ];
  const at = folderOf({ 'c.jsonl': lines.join('\n'), 'o.jsonl': '{"u":"http://a","body":"A"}' });
  const { inputs, problems } = await read([at('c.jsonl')]);
  expect(inputs).toEqual([
    ['http://a', 'A'],
    ['http://b', 'B'],
    [`${at('c.jsonl')}:6`, 'D'],
  ]);
  expect(problems).toEqual([
    `${at('c.jsonl')}:3: the line is not valid JSON`,
    `${at('c.jsonl')}:5: the line has neither "text" nor "html"`,
  ]);
  const named = await read([at('o.jsonl')], { captureFields: { url: 'u', text: 'body', html: 'html' } });
  expect(named.inputs).toEqual([['http://a', 'A']]);
});

test('a WARC gives its pages, and no pictures', async () => {
  const crawl = warc([
    { url: 'http://a/', type: 'text/html; charset=utf-8', body: '<p>A' },
    { url: 'http://a/p.png', type: 'image/png', body: 'P' },
    { url: 'http://b/', type: 'text/plain', body: 'B' },
  ]);
  const at = folderOf({ 'c.warc': crawl, 'c.warc.gz': gzipSync(crawl) });
  for (const name of ['c.warc', 'c.warc.gz']) {
    expect((await read([at(name)])).inputs).toEqual([
      ['http://a/', '<p>A'],
      ['http://b/', 'B'],
    ]);
  }
});

test.each([
  ['../a', 'climbs out of the archive'],
  ['a/../../b', 'climbs out of the archive'],
  ['/etc/a', 'absolute path'],
  ['C:\\a', 'drive letter'],
  ['..\\a', 'climbs out of the archive'],
])('the member %s is refused, the others are read', async (name, reason) => {
  const files = [
    { name, data: 'bad' },
    { name: 'good', data: 'good' },
  ];
  const at = folderOf({ 'x.tar': tar(files), 'x.zip': zip(files) });
  for (const archive of ['x.tar', 'x.zip']) {
    const { inputs, problems } = await read([at(archive)]);
    expect(inputs).toEqual([[at(`${archive}/good`), 'good']]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(reason);
  }
});

test('links in archives are not followed, control characters in names are not shown', async () => {
  const at = folderOf({
    'x.tar': tar([
      { name: 's', type: '2', link: '/etc/passwd' },
      { name: 'h', type: '1', link: '../x' },
      { name: 'a\x1b[31m', data: 'A' },
    ]),
    'x.zip': zip([
      { name: 's', data: '/etc/passwd', mode: 0o120777 },
      { name: 'a\x1b[31m', data: 'A' },
    ]),
  });
  for (const archive of ['x.tar', 'x.zip']) {
    expect(await read([at(archive)])).toEqual({ inputs: [[at(`${archive}/a_[31m`), 'A']], problems: [] });
  }
});

test('an encrypted member and one with a wrong checksum are named, the others are read', async () => {
  const at = folderOf({
    'x.zip': zip([
      { name: 'e.txt', data: 'E', encrypted: true },
      { name: 'w.txt', data: 'W', crc: 1 },
      { name: 'w', data: 'W', crc: 1 },
      { name: 'g.txt', data: 'G' },
    ]),
  });
  const { inputs, problems } = await read([at('x.zip')]);
  expect(inputs).toEqual([[at('x.zip/g.txt'), 'G']]);
  expect(problems.join('\n')).toMatch(
    /e\.txt: it is encrypted\n.*w\.txt: its checksum is wrong.*\n.*w: its checksum is wrong/,
  );
});

test('archives and streams that are cut off are named; what was whole is read', async () => {
  const whole = tar([
    { name: 'a', data: 'A' },
    { name: 'b', data: 'B'.repeat(5000) },
  ]);
  const zipped = zip([{ name: 'a', data: 'A' }]);
  const noise = Buffer.from(Array.from({ length: 9000 }, (_, i) => 33 + ((i * 7919) % 89)));
  const at = folderOf({
    'cut.tar': whole.subarray(0, 3000),
    'end.tar': whole.subarray(0, -1024),
    'cut.tar.gz': gzipSync(whole).subarray(0, -20),
    'cut.zip': zipped.subarray(0, -10),
    'cut.gz': gzipSync(noise).subarray(0, -20),
    'cut.warc': warc([
      { url: 'http://a/', type: 'text/plain', body: 'A' },
      { url: 'http://b/', type: 'text/plain', body: 'B'.repeat(500) },
    ]).subarray(0, -100),
  });
  for (const name of ['cut.warc', 'cut.tar', 'end.tar', 'cut.zip', 'cut.gz', 'cut.tar.gz']) {
    expect((await read([at(name)])).problems, name).not.toEqual([]);
  }
  expect(names((await read([at('cut.tar')])).inputs)).toEqual([at('cut.tar/a')]);
  expect(names((await read([at('cut.warc')])).inputs)).toEqual(['http://a/']);
});

test('bombs are named and not unpacked', async () => {
  const zeros = Buffer.alloc(80 * 2 ** 20, 'a');
  const at = folderOf({
    'b.zip': zip([{ name: 'b.txt', data: zeros }]),
    'b.gz': gzipSync(zeros),
    'm.gz': gzipSync('m'.repeat(5000)),
  });
  expect((await read([at('b.zip')])).problems.join()).toContain('500 times');
  expect((await read([at('b.gz')])).problems.join()).toContain('500 times');
  expect((await read([at('m.gz')], { maxSize: 1000 })).problems.join()).toContain('--max-size');
});

test('each member has the limit for itself, however deep it lies, and the others are read', async () => {
  const members = [
    { name: 'a.txt', data: 'a'.repeat(900) },
    { name: 'b.txt', data: 'b'.repeat(1100) },
    { name: 'c.txt', data: 'c'.repeat(900) },
  ];
  const packed = members.map(({ name, data }) => ({ name: `${name}.gz`, data: gzipSync(data) }));
  const at = folderOf({
    'x.tar': tar(members),
    'x.zip': zip(members),
    'x.tar.gz': gzipSync(tar(members)),
    'packed.zip': zip(packed),
    'zip-in.zip': zip([{ name: 'x.zip', data: zip(members) }]),
    'tar-in.zip': zip([{ name: 'x.tar.gz', data: gzipSync(tar(members)) }]),
    'x.warc': warc(members.map(({ name, data }) => ({ url: name, type: 'text/plain', body: data }))),
  });
  for (const name of ['x.tar', 'x.zip', 'x.tar.gz', 'packed.zip', 'zip-in.zip', 'tar-in.zip', 'x.warc']) {
    const { inputs, problems } = await read([at(name)], { maxSize: 1000 });
    expect(inputs.map(([, page]) => page[0]).join(''), name).toBe('ac');
    expect(problems, name).toEqual([expect.stringMatching(/b\.txt.*--max-size/)]);
  }
});

test('bombs in members of compressed archives, and of several streams, are named', async (context) => {
  const zeros = 'a'.repeat(80 * 2 ** 20);
  const archive = tar([
    { name: 'bomb.txt', data: zeros },
    { name: 'good.txt', data: 'G' },
  ]);
  const zst = spawnSync('zstd', ['-qc'], { input: archive, maxBuffer: 1 << 28 });
  if (zst.error) return context.skip();
  const piece = gzipSync(zeros.slice(0, 20 * 2 ** 20));
  const at = folderOf({
    'x.tar.zst': zst.stdout,
    'many.gz': Buffer.concat([piece, piece, piece, piece]),
    'member.zip': zip([
      { name: 'bomb.txt.gz', data: gzipSync(zeros) },
      { name: 'good.txt', data: 'G' },
    ]),
  });
  for (const name of ['x.tar.zst', 'member.zip']) {
    const { inputs, problems } = await read([at(name)]);
    expect(inputs, name).toEqual([[at(`${name}/good.txt`), 'G']]);
    expect(problems, name).toEqual([expect.stringMatching(/bomb\.txt.*500 times/)]);
  }
  expect((await read([at('many.gz')])).problems.join()).toContain('500 times');
});

test('an archive in an archive is read, a deeper one is named', async () => {
  const inner = tar([{ name: 'a', data: 'A' }]);
  const binary = (data: Buffer): string => data.toString('latin1');
  const middle = tar([
    { name: 'inner.tar', data: binary(inner) },
    { name: 'm', data: 'M' },
  ]);
  const outer = tar([{ name: 'middle.tar', data: binary(middle) }]);
  const at = folderOf({ 'outer.tar': outer });
  const { inputs, problems } = await read([at('outer.tar')]);
  expect(inputs).toEqual([[at('outer.tar/middle.tar/m'), 'M']]);
  expect(problems.join()).toContain('an archive in an archive in an archive');
});

test('a hundred thousand tiny members are read one by one', async () => {
  const files = Array.from({ length: 100_000 }, (_, i) => ({ name: `d/${i}`, data: 'x' }));
  const at = folderOf({ 'x.tar.gz': gzipSync(tar(files)) });
  let count = 0;
  for await (const _ of openInputs([at('x.tar.gz')], HOW, { problem: () => {} })) count++;
  expect(count).toBe(files.length);
});
