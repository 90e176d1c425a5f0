// The fixtures: every text under fixtures/<layout>/, with its expected reading beside it.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One fixture. */
export interface Fixture {
  readonly layout: string;
  readonly name: string;
  readonly text: string;
  /** Path of the expected reading. */
  readonly expected: string;
}

const ROOT = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** All fixtures, in the order of their names. */
export function allFixtures(): Fixture[] {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name: layout }) =>
    readdirSync(`${ROOT}${layout}`)
      .filter((file) => !file.endsWith('.json'))
      .map((file) => ({
        layout,
        name: file,
        text: readFileSync(`${ROOT}${layout}/${file}`, 'utf8'),
        expected: `${ROOT}${layout}/${file.replace(/\.[^.]+$/, '')}.json`,
      })),
  );
}
