// Memory stays bounded however much is packed into little, and however many outputs are written at once.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { PROGRAM, SEED, temporaryFolder } from '../help/program.ts';

const seed = readFileSync(SEED, 'utf8');

/** A page of so many bytes, of which no two papers are the same. */
function longPage(bytes: number): string {
  const papers = seed.slice(seed.indexOf('\nMesa'));
  const mark = (i: number): string => createHash('sha256').update(`${i}`).digest('base64url');
  const count = Math.ceil(bytes / papers.length);
  return seed + Array.from({ length: count }, (_, i) => papers.replaceAll('Mesa', `Mesa ${mark(i)}`)).join('\n');
}

/** Runs the program in a folder; resolves to the most memory that it had, in MiB. */
async function mostMemory(args: readonly string[], cwd: string): Promise<number> {
  const child = spawn(process.execPath, [PROGRAM, 'convert', ...args], { cwd, stdio: 'ignore' });
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, residentSize(`/proc/${child.pid}/status`));
  }, 10);
  const status = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  expect(status).toBe(0);
  return most;
}

function residentSize(path: string): number {
  const [, size = 0] = (existsSync(path) && /VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))) || [];
  return Number(size) / 1024;
}

test.skipIf(!existsSync('/proc/self/status'))(
  'a page that is small as it is packed, and large in truth, is not held',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    const params = { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_LGWIN]: 22 };
    writeFileSync(join(folder, 'page.txt.br'), brotliCompressSync(longPage(80e6), { params }));
    const args = ['page.txt.br', '-o', 'out', '-j', '1', '-q', '--math', 'raw'];
    expect(await mostMemory(args, folder)).toBeLessThan(256);
    expect(await mostMemory([...args, '--compress', 'gz'], folder)).toBeLessThan(256);
  },
);

test.skipIf(!existsSync('/proc/self/status'))(
  'many Parquet files at once take hardly more memory than one',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'page.txt'), longPage(60e6));
    const run = (shards: string): Promise<number> =>
      mostMemory(
        ['page.txt', '--shard', shards, '-f', 'parquet', '-o', shards, '-j', '1', '-q', '--math', 'raw'],
        folder,
      );
    expect((await run('24')) - (await run('1'))).toBeLessThan(32);
  },
);

test.skipIf(!existsSync('/proc/self/status'))(
  'long lines of captures do not wait for the workers in any number',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    const line = `${JSON.stringify({ url: 'http://e/', text: longPage(14e6) })}\n`;
    writeFileSync(join(folder, 'c.jsonl'), line.repeat(10));
    expect(await mostMemory(['c.jsonl', '-o', 'out', '-j', '2', '-q', '--math', 'raw'], folder)).toBeLessThan(450);
  },
);

test.skipIf(!existsSync('/proc/self/status'))(
  'the text of one very long line is never held as a whole besides the line',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    const text = `\u03b1 ${longPage(50e6)}`; // one symbol makes a string take two bytes for each character
    writeFileSync(join(folder, 'c.jsonl'), `${JSON.stringify({ url: 'http://e/', text })}\n`);
    for (const [jobs, most] of [
      ['1', 350],
      ['2', 450],
    ] as const)
      expect(await mostMemory(['c.jsonl', '-o', 'out', '-j', jobs, '-q', '--math', 'raw'], folder)).toBeLessThan(most);
  },
);
