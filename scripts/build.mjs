// Builds what npm ships: the command line as CommonJS (it starts fastest) and the library as an ES module with types.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Modules that most runs do not need. Each row becomes dist/NAME.cjs, and `await import('./that/module.ts')` anywhere
 * in the program becomes a `require` of that file at that moment, so that it costs nothing at start-up.
 * To add one: import it dynamically and add a row. A static import of the same module would bundle a second copy.
 * A file that is started by its name (a worker) gets a row too: it lies beside the file that starts it (`__dirname`).
 */
const LAZY = {
  clean: 'src/cli/run-clean.ts',
  convert: 'src/cli/convert.ts',
  explain: 'src/cli/run-explain.ts',
  schema: 'src/cli/run-schema.ts',
};

/** Packages that cannot be bundled (native or WebAssembly files beside them): they must be dependencies. */
const UNBUNDLED = [];

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const common = { bundle: true, platform: 'node', target: 'node20.19', legalComments: 'none', logLevel: 'warning' };
const lazy = Object.entries(LAZY).filter(([, file]) => existsSync(file));

rmSync('dist', { recursive: true, force: true });
await build({
  ...common,
  entryPoints: { cli: 'src/cli/main.ts', ...Object.fromEntries(lazy) },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  minify: true,
  external: UNBUNDLED,
  supported: { 'dynamic-import': false },
  define: { PAPERSIFT_VERSION: JSON.stringify(version) },
  plugins: [{ name: 'lazy', setup: (bundler) => bundler.onResolve({ filter: /^\.{1,2}\// }, toLazyFile) }],
});
await build({
  ...common,
  entryPoints: { index: 'src/index.ts' },
  outdir: 'dist',
  format: 'esm',
  packages: 'external',
});
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });

/** Points the dynamic import of a row at its own file; any other dynamic import of ours lacks its row. */
function toLazyFile({ kind, path, resolveDir }) {
  if (kind !== 'dynamic-import' || resolveDir.includes('node_modules')) return undefined;
  const file = resolve(resolveDir, path);
  const row = lazy.find(([, module]) => resolve(module) === file);
  if (row) return { path: `./${row[0]}.cjs`, external: true };
  return { errors: [{ text: `${path} is imported dynamically: add a row for it to LAZY in scripts/build.mjs` }] };
}
