// Tar archives: members that are stored in a way of their own are named.
import { expect, test } from 'vitest';
import { tar } from './archives.ts';
import { folderOf, read } from './reading.ts';

/** One line of a pax header: its length counts itself. */
const pax = (key: string, value: string): string => {
  const rest = ` ${key}=${value}\n`;
  return `${rest.length + 2}${rest}`;
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
