// Folders and globs: names of every kind, and folders with more than one.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { papersift, SEED, shell, temporaryFolder } from '../help/program.ts';
import { folderOf, names, read } from './reading.ts';

test('the built program tries a glob that the shell left alone, and names one that fits nothing', () => {
  const plain = papersift([SEED]);
  expect(papersift([SEED.replace('seed', '[s]ee?')])).toEqual(plain);
  const { status, stderr } = papersift(['no{such}*', SEED]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: 'papersift: no{such}*: there is no such file or folder\n' });
});

test('a name that is no UTF-8 comes from a shell in another form: what to do is said', () => {
  const folder = temporaryFolder();
  const { status, stdout } = shell(`cd ${folder}; cp ${resolve(SEED)} $'caf\\xe9'; papersift -f jsonl caf* 2>&1`);
  const reason = 'there is no such file or folder, or its name is no UTF-8: name the folder that it lies in';
  expect({ status, stdout }).toEqual({ status: 1, stdout: `papersift: caf\ufffd: ${reason}\n` });
  expect(shell(`papersift -f jsonl ${folder} | wc -l`).stdout.trim()).toBe('5');
});

test("the output's folder is not entered, under whatever name it is given or found", async () => {
  const at = folderOf({ 'd/a.txt': 'A', 'd/out/o.txt': 'O', 'd/e/b.txt': 'B' });
  symlinkSync('d/out', at('link'));
  symlinkSync('../out', at('d/e/again'));
  for (const skip of ['d/out', 'link']) {
    const { inputs } = await read([at('d')], { skip: [resolve(at(skip))] });
    expect(names(inputs)).toEqual([at('d/a.txt'), at('d/e/b.txt')]);
  }
});

test('files and folders whose names are no UTF-8 are read', async (context) => {
  const at = folderOf({ 'd/a.txt': 'A' });
  const raw = (name: string): Buffer => Buffer.concat([Buffer.from(`${at('d')}/`), Buffer.from(name, 'latin1')]);
  try {
    writeFileSync(raw('caf\xe9.txt'), 'C');
    writeFileSync(raw('caf\xe8.gz'), gzipSync('G'));
    mkdirSync(raw('d\xe9'));
    writeFileSync(raw('d\xe9/ü.txt'), 'D');
  } catch {
    return context.skip();
  }
  const { inputs, problems } = await read([at('d')]);
  expect(problems).toEqual([]);
  expect(inputs).toEqual([
    [at('d/a.txt'), 'A'],
    [at('d/caf\ufffd.gz'), 'G'],
    [at('d/caf\ufffd.txt'), 'C'],
    [at('d/d\ufffd/\ufffd.txt'), 'D'],
  ]);
});
