// Tar archives: members that are stored in a way of their own are named, damage is told once, an end is an end.
import { expect, test } from 'vitest';
import { readTar } from '../../src/io/archives/tar.ts';
import { tar } from './archives.ts';
import { folderOf, read } from './reading.ts';

/** One line of a pax header: its length counts itself. */
const pax = (key: string, value: string): string => {
  const rest = ` ${key}=${value}\n`;
  return `${Buffer.byteLength(rest) + 2}${rest}`;
};

test('sparse files and members of unknown kinds are named, the others are read', async () => {
  const sparse = pax('GNU.sparse.major', '1') + pax('GNU.sparse.name', 'd/new.txt');
  const archive = tar([
    { name: 'old.txt', type: 'S', data: 'O'.repeat(600) },
    { name: 'x', type: 'x', data: sparse },
    { name: 'GNUSparseFile.1/new.txt', data: '1\n0\n5\n' },
    { name: 'label', type: 'V' },
    { name: 'strange', type: 'Q', data: 'Q' },
    { name: 'x', type: 'x', data: pax('comment', 'GNU.sparse.') },
    { name: 'a.txt', data: 'A' },
  ]);
  const at = folderOf({ 'x.tar': archive });
  const { inputs, problems } = await read([at('x.tar')]);
  expect(inputs).toEqual([[at('x.tar/a.txt'), 'A']]);
  expect(problems).toEqual([
    expect.stringMatching(/\/x\.tar\/old\.txt: it is a sparse file/),
    expect.stringMatching(/\/x\.tar\/d\/new\.txt: it is a sparse file/),
    expect.stringMatching(/\/x\.tar\/strange: it is stored in a way that is not known here/),
  ]);
});

const a = tar([{ name: 'a.txt', data: 'A' }]);
const b = tar([{ name: 'b.txt', data: 'B' }]);
const ab = tar([
  { name: 'a.txt', data: 'A' },
  { name: 'b.txt', data: 'B'.repeat(3000) },
  { name: 'c.txt', data: 'C' },
]);
const hole = (from: number, size: number): Buffer =>
  Buffer.concat([ab.subarray(0, from), Buffer.alloc(size), ab.subarray(from + size)]);
const broken = Buffer.from(ab);
broken.write('X', 1024);
const LOST = /^x\.tar: the archive is damaged: something in it is no member/;
const CUT = /^x\.tar: the archive is cut off/;

test.each<[string, Buffer, string, RegExp[]]>([
  ['as tar fills it up', Buffer.concat([a, Buffer.alloc(9216)]), 'A', []],
  ['with junk behind its end', Buffer.concat([a, Buffer.from('junk'.repeat(300))]), 'A', []],
  ['with another one behind it', Buffer.concat([a, b, Buffer.alloc(9216), a]), 'ABA', []],
  ['with one block of zeros at its end', a.subarray(0, -512), 'A', []],
  ['without an end mark', a.subarray(0, -1024), 'A', [CUT]],
  ['cut off in a header', ab.subarray(0, 1200), 'A', [CUT]],
  [
    'cut off behind zeros in a member',
    tar([{ name: 'z', data: '\0'.repeat(2048) }]).subarray(0, 1536),
    '',
    [/z: /, CUT],
  ],
  ['empty', Buffer.alloc(10240), '', [/^x\.tar: there is no readable file in it/]],
  ['with a damaged header', broken, 'AC', [LOST]],
  ['with a hole of zeros', hole(1024, 1024), 'AC', [LOST]],
  ['that is none', Buffer.from('text'.repeat(500)), '', [/^x\.tar: it is no tar archive/]],
  ['that is none and short', Buffer.from('text'), '', [/^x\.tar: it is no tar archive/]],
])('an archive %s', async (_, archive, pages, wrong) => {
  const at = folderOf({ 'x.tar': archive });
  const { inputs, problems } = await read([at('x.tar')]);
  expect(inputs.map(([, text]) => text[0]).join('')).toBe(pages);
  expect(problems.map((problem) => problem.replace(at(''), '').replace(/^\//, ''))).toEqual(
    wrong.map((reason) => expect.stringMatching(reason)),
  );
});

test('an older sparse file does not take the next member with it', async () => {
  const sparse = tar([{ name: 'old.txt', type: 'S', data: 'O'.repeat(600) }]).subarray(0, -1024);
  sparse[482] = 1; // its map goes on
  const sum = sparse
    .subarray(0, 512)
    .fill(' ', 148, 156)
    .reduce((total, byte) => total + byte, 0);
  sparse.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const map = Buffer.alloc(512, '7');
  map[504] = 1;
  const end = Buffer.alloc(512, '7');
  end[504] = 0;
  const archive = Buffer.concat([sparse.subarray(0, 512), map, end, sparse.subarray(512), a]);
  const at = folderOf({ 'x.tar': archive });
  expect(await read([at('x.tar')])).toEqual({
    inputs: [[at('x.tar/a.txt'), 'A']],
    problems: [expect.stringMatching(/old\.txt: it is a sparse file/)],
  });
});

test('names are read whole, in whatever chunks an archive comes', async () => {
  const name = 'é'.repeat(150);
  const archive = tar([
    { name: '././@LongLink', type: 'L', data: `${name}\0` },
    { name: 'short', data: 'A' },
    { name: 'x', type: 'x', data: pax('path', 'p/ü') },
    { name: 'short', data: 'B' },
  ]);
  async function* ones(): AsyncGenerator<Uint8Array> {
    for (const byte of archive) yield Uint8Array.of(byte);
  }
  const silent = { damaged: () => {}, link: () => {}, unknown: () => {} };
  const seen: string[] = [];
  for await (const member of readTar(ones(), silent)) seen.push(member.name);
  expect(seen).toEqual([name, 'p/ü']);
});
