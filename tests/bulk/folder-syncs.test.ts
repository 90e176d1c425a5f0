// Folders are made to last for many files at once.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FolderSyncs } from '../../src/bulk/folder-syncs.ts';
import { temporaryFolder } from '../help/program.ts';

test('what asks while a folder is on its way shares the next turn, and hears of its errors', async () => {
  const folder = temporaryFolder();
  const syncs = new FolderSyncs();
  const first = syncs.sync(folder);
  expect(syncs.sync(folder)).toBe(first); // it has not begun yet
  await Promise.resolve();
  const [second, third] = [syncs.sync(folder), syncs.sync(folder)];
  expect(second).not.toBe(first);
  expect(third).toBe(second);
  await Promise.all([first, second]);

  const missing = join(folder, 'missing');
  await expect(syncs.sync(missing)).rejects.toThrow('ENOENT');
  mkdirSync(missing);
  await expect(syncs.sync(missing)).resolves.toBeUndefined();
});
