// Outputs that would replace inputs, or be read as inputs by the next run.
import { statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Target } from '../bulk/options.ts';
import { isSameFile } from '../io/same-file.ts';
import { mayBeOutput } from './own-output.ts';

/**
 * Says which of the outputs would replace a page in one of the named folders, or of a glob, and whether what is written
 * besides the records (`other`) would replace one that was named: what a run before has written there may be replaced.
 */
export async function replacedInput(
  paths: readonly string[],
  output?: string,
  other?: string,
): Promise<string | undefined> {
  const named = paths.filter((path) => path !== '-');
  const folders = named.map((path) => resolve(path.replace(/[*?[{].*$/, '')));
  const isInFolder = (place: string): boolean =>
    folders.some((folder) => place.startsWith(folder + sep) && isFolder(folder));
  const isNamed = (file: string): boolean => file === other && named.some((path) => isSameFile(path, file));
  for (const file of [output, other]) {
    if (file === undefined || !(isInFolder(resolve(file)) || isNamed(file)) || (await mayBeOutput(file))) continue;
    return `${file} is among the inputs, and would be replaced by an output`;
  }
  return undefined;
}

/** Says which input is in the way of the outputs (with this ending), if one is. */
export function amongInputs(paths: readonly string[], target: Target, ending: string): string | undefined {
  const named = paths.filter((path) => path !== '-');
  if (target.kind === 'merge') {
    const input = named.find((path) => isSameFile(path, target.file));
    return input === undefined ? undefined : `the output would take the place of an input: -o names ${input}`;
  }
  const { dir } = target;
  // Among others it is there because of a `*`, and passed over.
  if (named.length > 0 && named.every((path) => isSameFile(path, dir))) return standing(dir);
  if (target.kind === 'shard') return undefined;
  const folder = named.find((path) => isSameFile(join(dir, basename(resolve(path))), path) && isFolder(path));
  return folder === undefined ? replaced(named, dir, ending) : standing(folder);
}

const standing = (folder: string): string =>
  `the outputs would stand among the inputs in ${folder}, and be read by the next run: -o needs another folder`;

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** `page` and `page.jsonl` in one folder: the output of the first has the name of the second. */
function replaced(paths: readonly string[], dir: string, ending: string): string | undefined {
  const names = new Set(paths.map((path) => basename(path)));
  const isOutput = (name: string): boolean => name.endsWith(ending) && names.has(name.slice(0, -ending.length));
  const input = paths.find((path) => isOutput(basename(path)) && isSameFile(dirname(path), dir));
  return input === undefined
    ? undefined
    : `an output would take the place of the input ${input}: -o needs another folder than ${dir}`;
}
