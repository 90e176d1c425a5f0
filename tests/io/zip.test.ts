// Zip archives: what their members are, whatever they are called.
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { tar, zip } from './archives.ts';
import { folderOf, read } from './reading.ts';

test('a small member is known by its content, whatever its name promises', async () => {
  const captures = '{"url":"http://a","text":"A"}\n{"url":"http://b","text":"B"}\n';
  const members = [
    { name: 'crawl.txt', data: captures },
    { name: 'empty.txt', data: '' },
    { name: 'page', data: 'P' },
    { name: 'page.md', data: gzipSync('M') },
    { name: 'photo.html', data: Buffer.from('\x89PNG\r\n', 'latin1') },
    { name: 'site.txt', data: tar([{ name: 'a', data: 'T' }]) },
  ];
  const at = folderOf({ 'x.zip': zip(members) });
  const { inputs, problems } = await read([at('x.zip')]);
  expect(problems).toEqual([]);
  expect(inputs).toEqual([
    ['http://a', 'A'],
    ['http://b', 'B'],
    [at('x.zip/empty.txt'), ''],
    [at('x.zip/page'), 'P'],
    [at('x.zip/page.md'), 'M'],
    [at('x.zip/site.txt/a'), 'T'],
  ]);
});

test('folders made on Windows are none of the pages', async () => {
  const at = folderOf({ 'x.zip': zip([{ name: 'd\\' }, { name: 'd\\a.txt', data: 'A' }]) });
  expect(await read([at('x.zip')])).toEqual({ inputs: [[at('x.zip/d/a.txt'), 'A']], problems: [] });
});

test('an archive with something behind it is read, and that is named', async () => {
  const archive = zip([
    { name: 'a.txt', data: 'A' },
    { name: 'b.txt', data: 'B' },
  ]);
  for (const junk of ['junk', 'PK\x05\x06'.padEnd(300_000, '!')]) {
    const at = folderOf({ 'x.zip': Buffer.concat([archive, Buffer.from(junk)]) });
    expect(await read([at('x.zip')])).toEqual({
      inputs: [
        [at('x.zip/a.txt'), 'A'],
        [at('x.zip/b.txt'), 'B'],
      ],
      problems: [`${at('x.zip')}: the archive is whole, but something else lies behind it`],
    });
  }
});

test('of an archive that is cut off, the members that are whole are read', async () => {
  const members = ['a', 'b', 'c'].map((name) => ({ name: `${name}.txt`, data: name.repeat(5000) }));
  const archive = zip(members);
  const at = folderOf({ 'x.zip': archive.subarray(0, archive.indexOf('c.txt')) });
  const { inputs, problems } = await read([at('x.zip')]);
  expect(inputs).toEqual(members.slice(0, 2).map(({ name, data }) => [at(`x.zip/${name}`), data]));
  expect(problems).toEqual([`${at('x.zip')}: its table of contents is missing: it is cut off or damaged`]);
});
