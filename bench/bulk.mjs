// The bulk figures: node bench/bulk.mjs [megabytes] [runs] [folder]. It builds the program when that has not been done.
// Every way reads the same pages, in turns, so that what else the machine does meets all alike; figures are medians.
// PYTHON names a Python with pylatexenc (left out when that is missing; it gets a tenth of the pages, since it takes minutes).
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';

const [megabytes = '20', runs = '5', given] = process.argv.slice(2);
const python = process.env.PYTHON ?? 'python3';
const program = resolve('bin/papersift.js');
if (!existsSync('dist/start.cjs')) execFileSync(process.execPath, ['scripts/build.mjs', '--no-types']);
const work = mkdtempSync(join(tmpdir(), 'papersift-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const pages = given ?? makePages(join(work, 'pages'), Number(megabytes) * 1e6);
const tenth = join(work, 'tenth');
const size = folderSize(pages);
copyTenth();

const papersift = (...args) => [process.execPath, program, ...args];
const convert = (...args) => papersift('convert', pages, '-q', '-f', 'jsonl', ...args);
const out = join(work, 'out');
const pinned = spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? ['taskset', '-c', '0'] : [];

/** Name, command, bytes that it reads; OUT is a fresh folder for each run. All outputs take the disk 5 times the pages a run. */
const WAYS = [
  ['bare Node loop', [process.execPath, 'bench/bulk-bare.mjs', pages, out], size],
  ['Python, line by line', [python, 'bench/bulk-lines.py', pages, out], size],
  ['pylatexenc (a tenth)', [python, 'bench/bulk-pylatexenc.py', tenth, out], folderSize(tenth)],
  ['papersift (one process)', papersift('-q', '-f', 'jsonl', '-o', out, pages), size],
  ['convert -j 1, one core', [...pinned, ...convert('-j', '1', '-o', 'OUT')], size],
  ['convert -j 1', convert('-j', '1', '-o', 'OUT'), size],
  ['convert -j 2', convert('-j', '2', '-o', 'OUT'), size],
  ['the same, unchanged', convert('-j', '2', '-o', join(work, 'same')), size],
  ['convert --math raw -j 2', convert('--math', 'raw', '-j', '2', '-o', 'OUT'), size],
];

spawnSync(process.execPath, convert('-j', '2', '-o', join(work, 'same')).slice(1));
const times = new Map(WAYS.map(([name]) => [name, []]));
for (let run = 0; run < Number(runs); run++) {
  for (const [way, [name, command]] of WAYS.entries()) {
    // Nothing is removed before the end: ext4 looks through all files that were just deleted before it makes a new one.
    const fresh = join(work, `fresh-${run}-${way}`);
    if (times.get(name))
      times.set(name, added(times.get(name), time(command.map((part) => (part === 'OUT' ? fresh : part)))));
  }
}

const found = new Map();
for (const [name, , bytes] of WAYS) {
  const all = times.get(name);
  if (all) found.set(name, { bytes, wall: median(all.map((one) => one.wall)), cpu: median(all.map((one) => one.cpu)) });
}
print();

function print() {
  const count = readdirSync(pages, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  console.log(`${machine}; papersift ${version}, Node ${process.version}, ${pythonVersions()}`);
  console.log(`${count} pages, ${(size / 1e6).toFixed(1)} MB; medians of ${runs} runs\n`);
  const bare = found.get('bare Node loop');
  console.log(`${'way'.padEnd(24)}   wall s    CPU s     MB/s   CPU per byte, bare loop = 1`);
  for (const [name] of WAYS) {
    const { wall, cpu, bytes } = found.get(name) ?? {};
    const cells = [wall, cpu, bytes / 1e6 / wall, cpu / bytes / (bare.cpu / bare.bytes)];
    const row = found.has(name) ? cells.map((cell) => cell.toFixed(2).padStart(9)).join('') : ' cannot be run here';
    console.log(name.padEnd(24) + row);
  }
  console.log();
  ratio(
    `two workers are faster than one core${pinned.length > 0 ? '' : ' (not pinned: no taskset)'} by`,
    'wall',
    'convert -j 1, one core',
    'convert -j 2',
  );
  ratio('two workers are faster than one with its helper threads by', 'wall', 'convert -j 1', 'convert -j 2');
  ratio('CPU of two workers, to one process over the same bytes', 'cpu', 'convert -j 2', 'papersift (one process)');
  ratio('CPU of one process, to line parsing in Python', 'cpu', 'papersift (one process)', 'Python, line by line');
  ratio('CPU of pylatexenc, to one process, per byte', 'cpu', 'pylatexenc (a tenth)', 'papersift (one process)');
}

/** Prints by how much one way takes more than another, per byte. */
function ratio(what, kind, above, below) {
  const [a, b] = [found.get(above), found.get(below)];
  if (a && b) console.log(`${what}: ${(a[kind] / a.bytes / (b[kind] / b.bytes)).toFixed(2)}`);
}

/** A way that fails once is left out. */
function added(all, one) {
  return one && [...all, one];
}

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
  const [head, papers] = [seed.slice(0, at), seed.slice(at).split('\n\n')];
  mkdirSync(folder, { recursive: true });
  for (let page = 0; page * 50_000 < bytes; page++) {
    const showings = Array.from({ length: 6 }, (_, i) => papers.map((text) => `${text} ${page}.${i}`)).flat();
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
