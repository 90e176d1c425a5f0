// Disks that are full or read-only, files that vanish, archives that are damaged: each is named, and everything else is done.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { PROGRAM, papersift, type Ran, SEED, temporaryFolder } from '../help/program.ts';
import { tar, warc, zip } from '../io/archives.ts';

const seed = readFileSync(SEED, 'utf8');
/** A page of many papers. */
const long = seed + seed.slice(seed.indexOf('\nMesa')).repeat(120);

let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'in'));
  for (const name of ['a', 'c', 'd']) writeFileSync(join(folder, `in/${name}.txt`), seed);
});

const convert = (...args: string[]): Ran => papersift(['convert', ...args], { cwd: folder });

/** The files in a folder, those that the program keeps for itself included. */
function filesIn(name: string): string[] {
  const entries = readdirSync(join(folder, name), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, name).length + 1))
    .sort();
}

/** Mounts a small file system at `name`; undefined when that is not allowed here. */
function mount(name: string, options: string): string | undefined {
  const path = join(folder, name);
  mkdirSync(path);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]).status !== 0) return undefined;
  onTestFinished(() => {
    spawnSync('umount', ['-l', path]);
  });
  return path;
}

test.for(['1', '2'])(
  'a page for which the disk has no room is named, the smaller ones are written (-j %s)',
  (jobs, context) => {
    if (!mount('out', 'size=256k')) return context.skip();
    writeFileSync(join(folder, 'in/b.txt'), long);
    const { status, stderr } = convert('in', '-o', 'out', '-f', 'jsonl', '-j', jobs);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^papersift: \S*in\/b\.txt\S*: cannot be written: the disk is full$/m);
    expect(filesIn('out')).toEqual([
      '.papersift/journal.jsonl',
      ...['a', 'c', 'd'].map((name) => `in/${name}.txt.jsonl`),
    ]);
    rmSync(join(folder, 'in/b.txt'));
    // Beside the long page there may have been no room for the note that a page is done: that one is done again.
    const again = convert('in', '-o', 'out', '-f', 'jsonl');
    expect({ status: again.status, files: filesIn('out').length }).toEqual({ status: 0, files: 4 });
    if (!stderr.includes('cannot be noted as done')) expect(again.stderr).toContain('3 inputs unchanged');
  },
);

test('a disk without any room left ends in words and leaves nothing half-written', (context) => {
  const path = mount('out', 'size=64k');
  if (!path) return context.skip();
  spawnSync('sh', ['-c', `cat /dev/zero > ${join(path, 'filler')}`]);
  const full = convert('in', '-o', 'out', '-f', 'jsonl');
  expect(full.status).toBe(1);
  expect(full.stderr).toContain('the disk is full');
  expect(full.stderr).not.toMatch(/at .*\.cjs|node:/);
  expect(filesIn('out').filter((name) => name !== 'filler' && name !== '.papersift/journal.jsonl')).toEqual([]);
});

test.for(['1', '2'])(
  'a full disk ends the run after a few words, and the next run goes on (-j %s)',
  (jobs, context) => {
    const path = mount('out', 'size=256k');
    if (!path) return context.skip();
    for (let i = 10; i < 70; i++) writeFileSync(join(folder, `in/p${i}.txt`), seed);
    const run = (): Ran => convert('in', '-o', 'out', '-f', 'jsonl', '-j', jobs);
    const { status, stderr } = run();
    expect(status).toBe(1);
    const said = stderr.trimEnd().split('\n');
    expect(said.splice(-3)).toEqual([
      'papersift: out: the disk is full',
      expect.stringMatching(/^papersift: \d+ pages, /),
      expect.stringMatching(/^papersift: ended before its time; .*: the same command goes on from here$/),
    ]);
    for (const line of said) expect(line).toMatch(/: cannot be (?:written|noted as done): the disk is full$/);
    expect(said.length).toBeLessThan(20);
    expect(filesIn('out')).toHaveLength(filesIn('out/in').length + 1); // and the journal
    spawnSync('mount', ['-o', 'remount,size=8m', path]);
    expect(run()).toMatchObject({ status: 0, stderr: expect.stringContaining('inputs unchanged') });
    expect(filesIn('out/in')).toHaveLength(63);
  },
);

test.for([
  ['--merge', 'out/all.jsonl'],
  ['--shard', 'out/shards'],
] as const)(
  '%s says that the disk is full, keeps the output of the run before and leaves nothing else',
  ([how, output], context) => {
    if (!mount('out', 'size=128k')) return context.skip();
    const run = (...inputs: string[]): Ran =>
      convert(...inputs, how, ...(how === '--shard' ? ['2'] : []), '-f', 'jsonl', '-o', output);
    expect(run('in/a.txt').status).toBe(0);
    const before = filesIn('out');
    writeFileSync(join(folder, 'in/b.txt'), long);
    for (const more of [[], ['--dedupe']]) {
      const { status, stderr } = run('in', ...more);
      if (more.length > 0)
        expect(status).toBe(0); // each paper once: that fits
      else {
        expect(status).toBe(1);
        expect(stderr).toMatch(/^papersift: out\S*: the disk is full\npapersift: \d+ pages, .*, 1 problem\n/);
        expect(stderr).toMatch(/ended before its time; \d+ inputs? done, .*: nothing was written; start again/);
      }
      expect(filesIn('out')).toEqual(before);
    }
  },
);

test.skipIf(process.platform === 'win32').for(['1', '2'])(
  'files that may not grow beyond a limit are named, the smaller ones are written (-j %s)',
  (jobs) => {
    writeFileSync(join(folder, 'in/b.txt'), long);
    const args = `"${process.execPath}" "${PROGRAM}" convert in -o out -f jsonl -j ${jobs}`;
    const { status, stderr } = spawnSync('sh', ['-c', `ulimit -f 200; ${args}`], { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^papersift: .*: the file would be larger than the system allows\npapersift: \d+ pages, /);
    expect(filesIn('out/in')).toEqual(['a.txt.jsonl', 'c.txt.jsonl', 'd.txt.jsonl']);
  },
);

test('what the disk has no room to note is named, and the sum is given all the same', (context) => {
  const path = mount('out', 'size=256k');
  if (!path) return context.skip();
  expect(convert('in', '-o', 'out', '-f', 'jsonl').status).toBe(0);
  rmSync(join(folder, 'out/in/a.txt.jsonl'));
  spawnSync('sh', ['-c', `cat /dev/zero > ${join(path, 'filler')}`]);
  const { status, stderr } = convert('in', '-o', 'out', '-f', 'jsonl');
  expect(status).toBe(1);
  expect(stderr).toContain('in/c.txt.jsonl: cannot be noted as done: the disk is full');
  expect(stderr).toMatch(/^papersift: 1 page, .* 2 inputs unchanged/m);
  rmSync(join(path, 'filler'));
  expect(convert('in', '-o', 'out', '-f', 'jsonl').status).toBe(0);
});

test('a report that cannot be written is named', (context) => {
  if (!existsSync('/dev/full')) return context.skip();
  const { status, stderr } = convert('in', '-o', 'out', '--report', '/dev/full');
  expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('the disk is full') });
});

test('an output folder that is read-only is named', (context) => {
  const path = process.getuid?.() === 0 ? mount('out', 'size=64k,ro') : join(folder, 'out');
  if (!path) return context.skip();
  if (process.getuid?.() !== 0) {
    mkdirSync(path);
    chmodSync(path, 0o555);
  }
  for (const how of [
    ['-o', 'out'],
    ['--merge', '-o', 'out/all.jsonl'],
    ['--shard', '2', '-o', 'out'],
  ]) {
    const { status, stderr } = convert('in', ...how);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^papersift: out\S*: (?:the file system is read-only|permission denied)$/m);
    expect(filesIn('out')).toEqual([]);
  }
});

test('a folder of outputs that became read-only between two runs is named, the others are written', (context) => {
  mkdirSync(join(folder, 'in/locked'));
  writeFileSync(join(folder, 'in/locked/x.txt'), seed);
  mkdirSync(join(folder, 'out/in'), { recursive: true });
  if (!mount('out/in/locked', 'size=64k,ro')) return context.skip();
  const { status, stderr } = convert('in', '-o', 'out', '-f', 'jsonl');
  expect(status).toBe(1);
  expect(stderr).toMatch(/locked\/x\.txt\.jsonl: cannot be written/);
  expect(filesIn('out')).toEqual(['.papersift/journal.jsonl', 'in/a.txt.jsonl', 'in/c.txt.jsonl', 'in/d.txt.jsonl']);
});

test.each(['1', '2'])('a file that disappears after it was listed is named (-j %s)', async (jobs) => {
  for (let i = 0; i < 12; i++) writeFileSync(join(folder, `in/b${i}.txt`), long);
  symlinkSync('nowhere', join(folder, 'in/broken'));
  const child = spawn(process.execPath, [PROGRAM, 'convert', 'in', '-o', 'out', '-f', 'jsonl', '-j', jobs], {
    cwd: folder,
  });
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  while (!existsSync(join(folder, 'out/in/a.txt.jsonl')) && child.exitCode === null) await wait(2);
  rmSync(join(folder, 'in/d.txt'));
  expect(await ended).toBe(1);
  expect(stderr).toMatch(/in\/broken: there is no such file or folder/);
  expect(stderr).toMatch(/in\/d\.txt: there is no such file or folder/);
  expect(filesIn('out')).toHaveLength(1 + 14);
  expect(filesIn('out/.papersift')).toEqual(['journal.jsonl']);
});

/** Pages that pack badly, so that half of an archive still holds some. */
const members = Array.from({ length: 60 }, (_, i) => ({
  name: `${i}.txt`,
  data: `${seed}\n\nPaper ${i}\n\n${noise(i)}\n`,
}));

function noise(seed: number): string {
  const words = Array.from({ length: 400 }, (_, i) => createHash('sha256').update(`${seed} ${i}`).digest('base64'));
  return words.join(' ');
}

const captures = members.map(({ name, data }) => ({ url: `http://e/${name}`, type: 'text/plain', body: data }));
const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2);

test.each([
  ['x.tar', tar(members), /cut off/],
  ['x.tar.gz', gzipSync(tar(members)), /gzip stream is damaged or cut off/],
  ['x.zip', zip(members), /x\.zip: /],
  ['x.warc.gz', gzipSync(warc(captures)), /gzip stream is damaged or cut off/],
  ['x.jsonl.gz', gzipSync(captures.map(({ url, body }) => JSON.stringify({ url, text: body })).join('\n')), /gzip/],
])('%s cut in half is named; what was whole in it and everything else is done', (name, bytes, reason) => {
  writeFileSync(join(folder, 'in', name), half(bytes));
  for (const jobs of ['1', '2']) {
    const { status, stderr } = convert('in', '-o', `out${jobs}`, '-f', 'jsonl', '-j', jobs, '--report', 'report.json');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^papersift: in\/x\./m);
    expect(stderr).toMatch(reason);
    const { total } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect(total.pages).toBeGreaterThanOrEqual(4);
    expect(filesIn(`out${jobs}/.papersift`)).toEqual(['journal.jsonl']);
    expect(filesIn(`out${jobs}/in`)).toEqual(expect.arrayContaining(['a.txt.jsonl', 'c.txt.jsonl', 'd.txt.jsonl']));
  }
  expect(filesIn('out2')).toEqual(filesIn('out1'));
  expect(convert('in', '-o', 'out1', '-f', 'jsonl').status).toBe(1); // it is not taken for done
});

test('something behind a compressed page or an archive is named, and takes nothing from it', () => {
  const junk = Buffer.from('junk behind it');
  const three = members.slice(0, 3);
  const packed = { 'p.txt.gz': gzipSync(seed), 'c.jsonl.gz': gzipSync(JSON.stringify({ text: seed })) };
  const archives = { 'x.zip': zip(three), 'x.tar.gz': gzipSync(tar(three)) };
  for (const [name, bytes] of Object.entries({ ...packed, ...archives }))
    writeFileSync(join(folder, 'in', name), Buffer.concat([bytes, junk]));
  for (const jobs of ['1', '2', '2']) {
    const run = convert('in', '-o', 'out', '-f', 'jsonl', '-j', jobs, '--report', 'report.json');
    expect(run.status).toBe(1);
    expect(
      run.stderr.match(/^papersift: in\/[pcx]\..*: .* is whole, but something else lies behind it$/gm),
    ).toHaveLength(4);
    expect(filesIn('out/in')).toHaveLength(3 + 2 + 2 * three.length);
    expect(readFileSync(join(folder, 'out/in/p.txt.gz.jsonl'), 'utf8').split('\n').length).toBeGreaterThan(5);
  }
});

test('a page that breaks off has no output, and nothing of it is counted', () => {
  writeFileSync(join(folder, 'in/b.txt.gz'), Buffer.concat([gzipSync(seed), gzipSync(seed).subarray(0, -20)]));
  convert('in', '-o', 'out', '-f', 'jsonl', '--report', 'report.json');
  const { total } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  const lines = filesIn('out/in').map(
    (name) => readFileSync(join(folder, 'out/in', name), 'utf8').split('\n').length - 1,
  );
  expect(total.records).toBe(lines.reduce((sum, count) => sum + count, 0));
});

test('a wrong checksum in a gzip file is named, and it has no output', () => {
  const packed = gzipSync(seed);
  const at = packed.length - 8;
  packed[at] = (packed[at] ?? 0) ^ 1;
  writeFileSync(join(folder, 'in/b.txt.gz'), packed);
  const { status, stderr } = convert('in', '-o', 'out', '-f', 'jsonl');
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^papersift: in\/b\.txt\.gz: its gzip stream is damaged or cut off \(incorrect data check\)$/m,
  );
  expect(filesIn('out')).toEqual(['.papersift/journal.jsonl', 'in/a.txt.jsonl', 'in/c.txt.jsonl', 'in/d.txt.jsonl']);
});

test('a folder that is called as an output would be, and a file where a folder has to be, stop nothing', () => {
  mkdirSync(join(folder, 'in/page.jsonl'));
  for (const name of ['page', 'page.jsonl/x.txt']) writeFileSync(join(folder, 'in', name), seed);
  const all = ['page.jsonl', 'page.jsonl_/x.txt.jsonl', ...['a', 'c', 'd'].map((name) => `${name}.txt.jsonl`)].sort();
  expect(convert('in', '-o', 'out', '-f', 'jsonl').status).toBe(0);
  expect(filesIn('out/in')).toEqual(all);
  rmSync(join(folder, 'out/in/page.jsonl_'), { recursive: true });
  writeFileSync(join(folder, 'out/in/page.jsonl_'), 'in the way');
  rmSync(join(folder, 'out/in/a.txt.jsonl'));
  const { status, stderr } = convert('in', '-o', 'out', '-f', 'jsonl', '-j', '2');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^papersift: \S*page\.jsonl_\/x\.txt\.jsonl: cannot be written: .+$/m);
  expect(stderr).not.toMatch(/at .*\.cjs|node:/);
  expect(filesIn('out/in')).toEqual(all.map((name) => name.replace(/_\/.*/, '_')));
});

test('a name that is too long for the file system, with the output folder before it, is named', () => {
  const deep = Array.from({ length: 25 }, (_, i) => `${i}`.padEnd(180, 'x')).join('/');
  writeFileSync(join(folder, 'x.zip'), zip([{ name: `${deep}.txt`, data: seed }]));
  for (const _ of ['first', 'again']) {
    const { status, stderr } = convert('x.zip', 'in', '-o', 'out', '-f', 'jsonl');
    expect(status).toBe(1);
    expect(stderr).toMatch(/cannot be written: its name is too long$/m);
    expect(filesIn('out/in')).toHaveLength(3);
  }
});
