// Folders and globs to files, in the same order everywhere: bytewise by path.
import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { shown } from './names.ts';
import { reasonOf } from './reasons.ts';

/** A file that was found. */
export interface Found {
  readonly path: string;
  /** As the user would name it; the source of its records. */
  readonly name: string;
  /** Where it belongs when the inputs are mirrored: for `captures/` its files are `captures/...`, as `cp -r` does. */
  readonly mirror: string;
  readonly size: number;
  /** The user named this very file. */
  readonly direct: boolean;
}

/** How to walk. */
export interface WalkOptions {
  /** Enter hidden folders and take hidden files. */
  readonly hidden: boolean;
  /** Absolute path of a folder that is not entered: the output's own. */
  readonly skip?: string | undefined;
  onProblem(problem: { name: string; reason: string }): void;
}

/** All files under a path, or that fit it as a glob when there is no such file. What cannot be read goes to `onProblem`. */
export async function* walk(path: string, options: WalkOptions): AsyncGenerator<Found> {
  try {
    const found = statSync(path); // at once: waking the thread pool costs more than a small run
    const top = basename(resolve(path));
    if (!found.isDirectory()) yield file(path, top, found, true);
    else yield* folder({ path, mirror: path === '.' ? '' : top }, new Set([identity(found)]), options);
  } catch (error) {
    const matches = isGlob(path) ? await glob(path, options) : [];
    if (matches.length === 0) options.onProblem({ name: shown(path), reason: reasonOf(error) });
    for (const match of matches) yield* walk(match, options);
  }
}

interface Folder {
  readonly path: string;
  readonly mirror: string;
}

async function* folder({ path, mirror }: Folder, seen: Set<string>, options: WalkOptions): AsyncGenerator<Found> {
  for (const entry of list(path, options)) {
    const at = { path: join(path, entry.name), mirror: mirror === '' ? entry.name : `${mirror}/${entry.name}` };
    if (!options.hidden && entry.name.startsWith('.')) continue;
    if (resolve(at.path) === options.skip) continue;
    const found = look(at.path, options);
    if (found?.isFile()) yield file(at.path, at.mirror, found, false);
    if (!found?.isDirectory() || seen.has(identity(found))) continue;
    seen.add(identity(found));
    yield* folder(at, seen, options);
  }
}

function look(path: string, options: WalkOptions): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    options.onProblem({ name: shown(path), reason: reasonOf(error) });
    return undefined;
  }
}

const file = (path: string, mirror: string, { size }: Stats, direct: boolean): Found => ({
  path,
  name: shown(path),
  mirror,
  size,
  direct,
});

const identity = ({ dev, ino }: Stats): string => `${dev}:${ino}`;

/** The entries of a folder in the order that their full paths have: a folder counts as `name/`. */
function list(path: string, options: WalkOptions): Dirent[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    const keyed = entries.map((entry) => ({ entry, key: Buffer.from(entry.name + (entry.isDirectory() ? '/' : '')) }));
    return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ entry }) => entry);
  } catch (error) {
    options.onProblem({ name: shown(path), reason: reasonOf(error) });
    return [];
  }
}

const isGlob = (path: string): boolean => /[*?[\]{}]/.test(path);

async function glob(pattern: string, { hidden }: WalkOptions): Promise<string[]> {
  const { glob: find } = await import('tinyglobby');
  const paths = await find(pattern, { dot: hidden, onlyFiles: false, expandDirectories: false });
  const sorted = paths.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  let folder = '\0';
  return sorted.flatMap((path) => {
    if (path.startsWith(folder)) return []; // found again when its folder is walked
    if (path.endsWith('/')) folder = path;
    return [path.replace(/\/$/, '')];
  });
}
