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
