// Folders and globs to files, in the same order everywhere: bytewise by path.
import { isUtf8 } from 'node:buffer';
import { readdirSync, type Stats, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { harmless } from './names.ts';
import { reasonOf } from './reasons.ts';

/** A file that was found. */
export interface Found {
  readonly path: string;
  /** The path's bytes when they are no UTF-8: only so can the file be opened. */
  readonly raw?: Buffer;
  /** As the user would name it; the source of its records. */
  readonly name: string;
  /** Where it belongs when the inputs are mirrored: for `captures/` its files are `captures/...`, as `cp -r` does. */
  readonly mirror: string;
  readonly size: number;
  /** The user named this very file. */
  readonly byUser: boolean;
}

/** How to walk. */
export interface WalkOptions {
  /** Enter hidden folders and take hidden files. */
  readonly hidden: boolean;
  /** Paths of files that are not taken and of folders that are not entered, under whatever name they are found: the output's own. */
  readonly skip?: readonly string[] | undefined;
  onProblem(problem: { name: string; reason: string }): void;
}

/** All files under a path, or that fit it as a glob when there is no such file. What cannot be read goes to `onProblem`. */
export async function* walk(path: string, options: WalkOptions): AsyncGenerator<Found> {
  try {
    const found = statSync(path); // at once: waking the thread pool costs more than a small run
    const top = basename(resolve(path));
    const seen = own(options);
    if (seen.has(identity(found))) return;
    seen.add(identity(found));
    if (!found.isDirectory()) yield file(path, top, found, true);
    else yield* folder({ path, mirror: path === '.' ? '' : top }, seen, options);
  } catch (error) {
    const matches = isGlob(path) ? await glob(path, options) : [];
    const more = path.includes('\ufffd') ? ', or its name is no UTF-8: name the folder that it lies in' : '';
    if (matches.length === 0) options.onProblem({ name: harmless(path), reason: reasonOf(error) + more });
    for (const match of matches) yield* walk(match, options);
  }
}

/** A path that is no UTF-8 is kept as its bytes. */
type Path = string | Buffer;

interface Folder {
  readonly path: Path;
  readonly mirror: string;
}

/** What is not to be found: the output's own, which may have many names. A device that takes it may give an input too. */
function own({ skip = [] }: WalkOptions): Set<string> {
  const found = skip.map(ifThere).filter((stats) => stats?.isFile() || stats?.isDirectory());
  return new Set(found.flatMap((stats) => (stats ? [identity(stats)] : [])));
}

function ifThere(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined; // whoever writes there says what is wrong
  }
}

async function* folder({ path, mirror }: Folder, seen: Set<string>, options: WalkOptions): AsyncGenerator<Found> {
  for (const raw of list(path, options)) {
    const name = raw.toString();
    const at = { path: under(path, raw), mirror: mirror === '' ? name : `${mirror}/${name}` };
    if (!options.hidden && name.startsWith('.')) continue;
    const found = look(at.path, options);
    if (!found || seen.has(identity(found))) continue;
    if (found.isFile()) yield file(at.path, at.mirror, found, false);
    if (!found.isDirectory()) continue;
    seen.add(identity(found));
    yield* folder(at, seen, options);
  }
}

function under(folder: Path, name: Buffer): Path {
  if (typeof folder !== 'string') return Buffer.concat([folder, SLASH, name]);
  return isUtf8(name) ? join(folder, name.toString()) : under(Buffer.from(folder), name);
}

const SLASH = Buffer.from('/');

function look(path: Path, options: WalkOptions): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    options.onProblem({ name: harmless(path.toString()), reason: reasonOf(error) });
    return undefined;
  }
}

const file = (path: Path, mirror: string, { size }: Stats, byUser: boolean): Found => ({
  path: path.toString(),
  ...(typeof path === 'string' ? {} : { raw: path }),
  name: harmless(path.toString()),
  mirror,
  size,
  byUser,
});

const identity = ({ dev, ino }: Stats): string => `${dev}:${ino}`;

/** The names in a folder in the order that their full paths have: a folder counts as `name/`. */
function list(path: Path, options: WalkOptions): Buffer[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true, encoding: 'buffer' });
    const keyed = entries.map((entry) => ({
      name: entry.name,
      key: entry.isDirectory() ? Buffer.concat([entry.name, SLASH]) : entry.name,
    }));
    return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ name }) => name);
  } catch (error) {
    options.onProblem({ name: harmless(path.toString()), reason: reasonOf(error) });
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
