// The bulk figures: node bench/bulk.mjs [megabytes] [runs] [folder]. Builds nothing: run `npm run build` first.
// Every way reads the same pages; figures are medians, and ratios to a bare Node loop. PYTHON names a Python with
// pylatexenc (it is left out when that is missing, and gets a tenth of the pages, since it takes minutes).
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';

const [megabytes = '20', runs = '5', given] = process.argv.slice(2);
const python = process.env.PYTHON ?? 'python3';
const program = resolve('bin/papersift.js');
const work = mkdtempSync(join(tmpdir(), 'papersift-bench-'));
const pages = given ?? makePages(join(work, 'pages'), Number(megabytes) * 1e6);
const tenth = join(work, 'tenth');
const size = folderSize(pages);
copyTenth();

/** Name, command, bytes that it reads. */
const WAYS = [
  ['bare Node loop', [process.execPath, 'bench/bulk-bare.mjs', pages, join(work, 'out')], size],
  [
    'papersift convert -j 1',
    [process.execPath, program, 'convert', pages, '-q', '-f', 'jsonl', '-j', '1', '-o', 'OUT'],
    size,
  ],
  [
    'papersift convert -j 2',
    [process.execPath, program, 'convert', pages, '-q', '-f', 'jsonl', '-j', '2', '-o', 'OUT'],
    size,
  ],
  [
    'the same, unchanged',
    [process.execPath, program, 'convert', pages, '-q', '-f', 'jsonl', '-j', '2', '-o', 'SAME'],
    size,
  ],
  [
    'convert --math raw -j 2',
    [process.execPath, program, 'convert', pages, '-q', '-f', 'jsonl', '--math', 'raw', '-j', '2', '-o', 'OUT'],
    size,
  ],
  ['papersift -f jsonl', [process.execPath, program, '-q', '-f', 'jsonl', '-o', join(work, 'out'), pages], size],
  ['Python, line by line', [python, 'bench/bulk-lines.py', pages, join(work, 'out')], size],
  ['pylatexenc (a tenth)', [python, 'bench/bulk-pylatexenc.py', tenth, join(work, 'out')], folderSize(tenth)],
];

console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}; ${pythonVersions()}`,
);
console.log(
  `${readdirSync(pages, { recursive: true }).length} pages, ${(size / 1e6).toFixed(1)} MB; medians of ${runs} runs\n`,
);
console.log('way                        wall s    CPU s     MB/s    CPU, ratio to the bare loop (per byte)');
let bare = 0;
for (const [name, command, bytes] of WAYS) {
  const times = Array.from({ length: Number(runs) }, (_, run) =>
    time(command.map((part) => part.replace(/^OUT$/, join(work, `out-${run}`)).replace('SAME', join(work, 'same')))),
  );
  for (let run = 0; run < Number(runs); run++) rmSync(join(work, `out-${run}`), { recursive: true, force: true });
  if (times.some((one) => one === undefined)) {
    console.log(`${name.padEnd(24)} cannot be run here`);
    continue;
  }
  const [wall, cpu] = [median(times.map((one) => one.wall)), median(times.map((one) => one.cpu))];
  bare ||= cpu / bytes;
  const cells = [wall.toFixed(2), cpu.toFixed(2), (bytes / 1e6 / wall).toFixed(1), (cpu / bytes / bare).toFixed(2)];
  console.log(name.padEnd(24) + cells.map((cell) => cell.padStart(9)).join(''));
}
rmSync(work, { recursive: true });

/** Runs a command; undefined when it fails. */
function time(command) {
  const script = 'TIMEFORMAT=\'%R %U %S\'; time "$@" > /dev/null 2>&1';
  const ran = spawnSync('bash', ['-c', script, 'bash', ...command], { encoding: 'utf8' });
  const [wall, user, system] = ran.stderr.trim().split(/\s+/).map(Number);
  return ran.status === 0 ? { wall, cpu: user + system } : undefined;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Pages of about 50 kB in the style of the seed dump, no two papers the same. */
function makePages(folder, bytes) {
  const seed = readFileSync('fixtures/hf-search/seed.txt', 'utf8');
  const at = seed.indexOf('\nMesa') + 1;
  const [head, papers] = [seed.slice(0, at), seed.slice(at)];
  mkdirSync(folder, { recursive: true });
  for (let page = 0; page * 50_000 < bytes; page++) {
    const showings = Array.from({ length: 6 }, (_, i) =>
      papers.replaceAll(/\b(?:Mesa|MasakhaNEWS)\b/g, (name) => `${name}${page}.${i}`),
    );
    writeFileSync(join(folder, `${page}.txt`), head + showings.join('\n\n'));
  }
  return folder;
}

function copyTenth() {
  mkdirSync(tenth);
  const files = readdirSync(pages, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const [i, { parentPath, name }] of files.entries())
    if (i % 10 === 0) cpSync(join(parentPath, name), join(tenth, `${i}-${name}`));
}

function folderSize(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

function pythonVersions() {
  const code =
    'import sys; print("Python", sys.version.split()[0]); import pylatexenc.version as v; print("pylatexenc", v.version_str)';
  try {
    return execFileSync(python, ['-c', code], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .replace('\n', ', ');
  } catch {
    return 'no Python with pylatexenc';
  }
}
