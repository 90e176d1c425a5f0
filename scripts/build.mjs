// Builds what npm ships: the command line as CommonJS (it starts fastest) and the library as an ES module with types.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, transform } from 'esbuild';

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
  external: UNBUNDLED,
  define: { PAPERSIFT_VERSION: JSON.stringify(version) },
  plugins: [{ name: 'no-subprocess', setup: leaveOutSubprocesses }],
});
const library = await build({
  ...common,
  entryPoints: { index: 'src/index.ts' },
  outdir: 'dist',
  format: 'esm',
  packages: 'external',
  write: false,
});

mkdirSync('dist', { recursive: true });
for (const { path, text } of cli.outputFiles) writeFileSync(path, await toCommonJs(text));
for (const { path, contents } of library.outputFiles) writeFileSync(path, contents);
removeAllBut([...cli.outputFiles, ...library.outputFiles].map(({ path }) => basename(path)));
if (!process.argv.includes('--no-types'))
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });

/** esbuild splits only ES modules: so it splits first, and then each file is turned into CommonJS. */
async function toCommonJs(text) {
  const options = { format: 'cjs', target: 'node20.19', platform: 'node', minify: true, legalComments: 'none' };
  const { code } = await transform(text, { ...options, supported: { 'dynamic-import': false } });
  return code;
}

/** commander loads node:child_process for commands that are programs of their own; there are none, and it costs 3 ms. */
function leaveOutSubprocesses({ onResolve, onLoad }) {
  onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
    importer.includes('commander') ? { path: 'child_process', namespace: 'empty' } : undefined,
  );
  onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {}' }));
}

/** Old files go only now, so that a program that runs meanwhile finds its own. */
function removeAllBut(names) {
  const keep = new Set([...names, 'types']);
  for (const name of readdirSync('dist')) if (!keep.has(name)) rmSync(join('dist', name), { recursive: true });
}
