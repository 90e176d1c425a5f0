// Before the tests: builds the program when a source is newer than it, since many tests run it as a user would.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Called by vitest once. */
export default function build(): void {
  const built = statSync('dist/start.cjs', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  if (sources.some((file) => statSync(file).mtimeMs > built))
    execFileSync(process.execPath, ['scripts/build.mjs', '--no-types'], { stdio: 'inherit' });
}
