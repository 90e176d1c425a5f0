// Reproduces the figures of the README: `npm run bench`. Ratios of medians; the machine is printed with them.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

const RUNS = Number(process.env.RUNS ?? 5);
const SIZES = (process.env.SIZES ?? '10,100').split(',').map(Number);
const SEED = 'fixtures/hf-search/seed.txt';
const PROGRAM = 'bin/papersift.js';
const folder = mkdtempSync(join(tmpdir(), 'papersift-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
console.log(
  `papersift ${version}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, medians of ${RUNS} runs`,
);
startUp();
for (const size of SIZES) throughput(size);

/** Wall time of a start, against a Node that does nothing. */
function startUp() {
  const cases = { base: ['-e', '0'], '--version': [PROGRAM, '--version'], 'the seed dump': [PROGRAM, SEED] };
  const times = rounds(RUNS * 6, cases, wall);
  for (const name of ['--version', 'the seed dump'])
    console.log(`start, ${name}: ${ratio(times[name], times.base)} times the wall time of node -e 0`);
}

/** CPU time and memory on seed-style text, against a bare loop. */
function throughput(megabytes) {
  const file = join(folder, 'page.txt');
  const again = join(folder, 'again.txt');
  writeDump(file, megabytes * 1e6);
  writeDump(again, megabytes * 1e6, 4);
  const cases = {
    bare: ['bench/bare-loop.mjs', file],
    'jsonl, unicode': [PROGRAM, '-q', '-f', 'jsonl', file],
    'jsonl, unicode, every paper shown four times': [PROGRAM, '-q', '-f', 'jsonl', again],
    'jsonl, raw': [PROGRAM, '-q', '-f', 'jsonl', '--math', 'raw', file],
  };
  const used = rounds(RUNS, cases, usage);
  const cpu = (name) => used[name].map((run) => run.cpu);
  for (const name of Object.keys(cases).slice(1)) {
    const rss = Math.max(...used[name].map((run) => run.rss));
    console.log(
      `${megabytes} MB, ${name}: ${ratio(cpu(name), cpu('bare'))} times the CPU of the bare loop (${(megabytes / median(cpu(name))).toFixed(0)} MB per CPU second), peak ${rss.toFixed(0)} MiB`,
    );
  }
}

/** Runs all cases in turn, so that a busy moment hits all alike. */
function rounds(count, cases, measure) {
  const results = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let i = 0; i < count; i++) for (const [name, args] of Object.entries(cases)) results[name].push(measure(args));
  return results;
}

function wall(args) {
  const begin = process.hrtime.bigint();
  spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

function usage(args) {
  const report = join(folder, 'usage.json');
  const sink = openSync('/dev/null', 'w');
  const env = { ...process.env, PAPERSIFT_USAGE: report };
  const ran = spawnSync(process.execPath, ['--require', './bench/usage.cjs', ...args], {
    stdio: ['ignore', sink, 'inherit'],
    env,
  });
  closeSync(sink);
  if (ran.status !== 0) throw new Error(`${args.join(' ')} ended with ${ran.status}`);
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** A long page of the seed's papers; a number in each paragraph keeps them apart until all are shown again. */
function writeDump(file, bytes, showings = 1) {
  const paragraphs = readFileSync(SEED, 'utf8').trimEnd().split('\n\n');
  const [head, papers] = [paragraphs.slice(0, 6), paragraphs.slice(6)];
  const out = openSync(file, 'w');
  let written = writeSync(out, head.join('\n\n'));
  for (let showing = 1; showing <= showings; showing++)
    for (let page = 1; written < (bytes * showing) / showings; page++)
      written += writeSync(out, papers.map((text) => `\n\n${text} ${page}`).join(''));
  closeSync(out);
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function ratio(values, base) {
  return (median(values) / median(base)).toFixed(2);
}
