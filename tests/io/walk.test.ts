// Folders and globs as the built program finds them.
import { expect, test } from 'vitest';
import { papersift, SEED } from '../help/program.ts';

test('the built program tries a glob that the shell left alone, and names one that fits nothing', () => {
  const plain = papersift([SEED]);
  expect(papersift([SEED.replace('seed', '[s]ee?')])).toEqual(plain);
  const { status, stderr } = papersift(['no{such}*', SEED]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: 'papersift: no{such}*: there is no such file or folder\n' });
});
