// Runs that come to one folder at the same moment: one stays.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PROGRAM, papersift, SEED, temporaryFolder } from '../help/program.ts';

/** Makes every look at a lock take a while, so that the runs get between each other's steps, and says who holds it. */
const SLOW = `
  const fs = require('node:fs');
  const sleep = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.random() * 60);
  for (const name of ['readFileSync', 'readdirSync', 'rmSync', 'writeFileSync']) {
    const act = fs[name];
    fs[name] = (path, ...rest) => {
      if (/\\.papersift(?:.lock[^/]*)?$/.test(String(path))) sleep();
      return act(path, ...rest);
    };
  }
  const { mkdirSync } = fs;
  fs.mkdirSync = (path, ...rest) => {
    if (/\\.papersift.tmp$/.test(String(path))) process.stderr.write('holds\\n');
    return mkdirSync(path, ...rest);
  };
`;

/** Starts a run that waits for its standard input; resolves to whether it got the folder. */
function holds(folder: string): Promise<boolean> {
  const args = ['--require', join(folder, 'slow.cjs'), PROGRAM, 'convert', '-', '-o', 'out', '-j', '1'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return new Promise((resolve) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
      if (said.includes('holds\n')) resolve(true);
    });
    child.once('close', () => resolve(false));
  });
}

test.each([1, 2, 3])('of three runs that find a dead one at the same moment one stays (%i)', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'slow.cjs'), SLOW);
  mkdirSync(join(folder, 'out/.papersift'), { recursive: true });
  for (const name of ['lock', 'lock-999999999-1']) writeFileSync(join(folder, 'out/.papersift', name), '999999999 1\n');
  const all = await Promise.all([holds(folder), holds(folder), holds(folder)]);
  expect(all.filter((one) => one)).toHaveLength(1);
});

test('a run that ends leaves the folder of the next one alone', () => {
  const folder = temporaryFolder();
  // What another run is about to need when this one ends: it is there before the folder is taken away.
  const begin = `
    const fs = require('node:fs');
    const { rmSync } = fs;
    fs.rmSync = (path, ...rest) => {
      rmSync(path, ...rest);
      if (/lock[^/]*$/.test(String(path))) fs.writeFileSync(path.replace(/[^/]*$/, 'next'), '');
    };
  `;
  writeFileSync(join(folder, 'begin.cjs'), begin);
  const env = { NODE_OPTIONS: `--require ${join(folder, 'begin.cjs')}` };
  const seed = join(process.cwd(), SEED);
  const { status } = papersift(['convert', seed, '--merge', '-o', 'all.jsonl'], { cwd: folder, env });
  expect(status).toBe(0);
  expect(() => writeFileSync(join(folder, '.all.jsonl.papersift/next'), '')).not.toThrow();
});
