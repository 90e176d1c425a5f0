// Builds what npm ships: the command line as CommonJS (it starts fastest) and the library as an ES module with types.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, transform } from 'esbuild';
import { licencesOf } from './licences.mjs';
import { makeCodeCache, pack } from './pack.mjs';

/**
 * Programs of their own, as dist/NAME.cjs: the command line, and what it starts by file name (workers; `__dirname`).
 * Nothing else needs a row: every `await import('./module.ts')` makes a file of its own that is loaded at that moment
 * and costs nothing at start-up, and what two files share is bundled once.
 */
const PROGRAMS = { cli: 'src/cli/main.ts', worker: 'src/bulk/worker.ts' };

/** Packages that cannot be bundled (native or WebAssembly files beside them): they must be dependencies. */
const UNBUNDLED = ['tinypool', '@bokuweb/zstd-wasm'];

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const common = { bundle: true, platform: 'node', target: 'node20.19', legalComments: 'none', logLevel: 'warning' };

const cli = await build({
  ...common,
  entryPoints: PROGRAMS,
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  write: false,
  metafile: true,
  external: UNBUNDLED,
  // fdir asks for the address of its file, which CommonJS knows by another name.
  define: { PAPERSIFT_VERSION: JSON.stringify(version), 'import.meta.url': '__filename' },
  plugins: [
    { name: 'no-subprocess', setup: leaveOutSubprocesses },
    { name: 'html-later', setup: loadHtmlParserLater },
  ],
});
const library = await build({
  ...common,
  entryPoints: { index: 'src/index.ts' },
  outdir: 'dist',
  format: 'esm',
  packages: 'external',
  write: false,
});

const parts = new Map();
for (const { path, text } of cli.outputFiles) parts.set(`./${basename(path)}`, await toCommonJs(text));
const defaultRun = [...parts.keys()].find((name) => name.startsWith('./run-sift-'));
const files = pack(parts, ['./cli.cjs', defaultRun]);
for (const { path, text } of library.outputFiles) files.set(`./${basename(path)}`, text);
files.set('./LICENSES.txt', licencesOf(cli.metafile));

mkdirSync('dist', { recursive: true });
for (const [name, text] of files) writeFileSync(join('dist', name), text);
removeAllBut([...files.keys()].map((name) => basename(name)));
makeCodeCache();
if (!process.argv.includes('--no-types'))
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });

/**
 * esbuild splits only ES modules: so it splits first, and then each file is turned into CommonJS. One character
 * beyond ASCII (esbuild leaves them in regular expressions) would double the size of the source in memory.
 */
async function toCommonJs(text) {
  const options = { format: 'cjs', target: 'node20.19', platform: 'node', minify: true, legalComments: 'none' };
  const { code } = await transform(text, { ...options, supported: { 'dynamic-import': false } });
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** commander loads node:child_process for commands that are programs of their own; there are none, and it costs 3 ms. */
function leaveOutSubprocesses({ onResolve, onLoad }) {
  onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
    importer.includes('commander') ? { path: 'child_process', namespace: 'empty' } : undefined,
  );
  onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {}' }));
}

/** The HTML parser makes its tables of entities as it is loaded, which takes longer than a short run: only pages pay. */
function loadHtmlParserLater({ onResolve, onLoad }) {
  onResolve({ filter: /^htmlparser2$/ }, ({ kind, resolveDir }) =>
    kind === 'import-statement' ? { path: 'htmlparser2', namespace: 'later', pluginData: resolveDir } : undefined,
  );
  onLoad({ filter: /.*/, namespace: 'later' }, ({ pluginData }) => ({
    contents: 'export function Parser(handler) { return new (require("htmlparser2").Parser)(handler); }',
    resolveDir: pluginData,
  }));
}

/** Old files go only now, so that a program that runs meanwhile finds its own. */
function removeAllBut(names) {
  const keep = new Set([...names, 'types']);
  for (const name of readdirSync('dist')) if (!keep.has(name)) rmSync(join('dist', name), { recursive: true });
}
