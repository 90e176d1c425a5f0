#!/usr/bin/env node
// How fast the restorer is, and whether its time grows with the length of the text alone.
//   node bench/math/throughput.mjs SET.jsonl[.gz]      SET: {abstract} with LaTeX intact or damaged
// With Python 3 and `pip install pylatexenc` on the machine it also runs pylatexenc on the same text and prints the ratio.
// Medians of five runs, user plus system CPU time.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { strip } from '../../scripts/train/damage.mjs';

const RUNS = 5;
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const root = new URL('../..', import.meta.url).pathname;
const bundled = await build({ entryPoints: [`${root}src/clean/clean.ts`], bundle: true, format: 'esm', write: false });
const { createCleaner } = await import(
  `data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].contents).toString('base64')}`
);
const clean = createCleaner({ math: 'unicode', mathCertainty: 'normal' });

function cpu(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const file = process.argv[2];
if (file === undefined) {
  console.error('usage: node bench/math/throughput.mjs SET.jsonl[.gz]');
  process.exit(2);
}
const raw = readFileSync(file);
const texts = (file.endsWith('.gz') ? gunzipSync(raw) : raw)
  .toString()
  .trim()
  .split('\n')
  .map((line) => strip(JSON.parse(line).abstract.replace(/\s+/g, ' ').trim()).text);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
for (const text of texts) clean(text);
const own = median(
  Array.from({ length: RUNS }, () =>
    cpu(() => {
      for (const text of texts) clean(text);
    }),
  ),
);
console.log(
  `restorer: ${(bytes / 1e6).toFixed(1)} MB in ${own.toFixed(2)} s of CPU, ${(bytes / 1e6 / own).toFixed(1)} MB/s`,
);

const PYTHON = `
import json, sys, time
from pylatexenc.latex2text import LatexNodes2Text
texts = json.load(open(sys.argv[1]))
l2t = LatexNodes2Text()
runs = []
for _ in range(${RUNS}):
    start = time.process_time()
    for text in texts:
        try: l2t.latex_to_text(text)
        except Exception: pass
    runs.append(time.process_time() - start)
print(sorted(runs)[len(runs) // 2])
`;
const few = texts.slice(0, 2000);
const list = join(mkdtempSync(join(tmpdir(), 'math-bench-')), 'texts.json');
writeFileSync(list, JSON.stringify(few));
const python = spawnSync('python3', ['-c', PYTHON, list], { encoding: 'utf8' });
if (python.status === 0) {
  const mine = median(
    Array.from({ length: RUNS }, () =>
      cpu(() => {
        for (const text of few) clean(text);
      }),
    ),
  );
  console.log(`pylatexenc needs ${(Number(python.stdout) / mine).toFixed(0)} times as long (${few.length} abstracts)`);
} else console.log('pylatexenc is not installed: pip install pylatexenc');

for (const part of ['{', '_', '^', '$', '\\', 'alphabeta', '{{}}', 'x_{', '\\frac', 'in x ', '-', '(']) {
  const [small, large] = [25_000, 100_000].map((size) => {
    const text = part.repeat(Math.ceil(size / part.length));
    return median(Array.from({ length: RUNS }, () => cpu(() => void clean(text))));
  });
  console.log(`${JSON.stringify(part).padEnd(12)} 25 kB ${small.toFixed(3)} s, 100 kB ${large.toFixed(3)} s`);
}
