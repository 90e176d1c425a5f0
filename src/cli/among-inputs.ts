// Outputs that would replace inputs, or be read as inputs by the next run.
import { statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Target } from '../bulk/options.ts';
import { mayBeOutput } from '../io/own-output.ts';
import { isSameFile } from '../io/same-file.ts';

/**
 * Says which of the outputs would replace a page in one of the named folders, or of a glob: what a run before has written
 * there may be replaced, and is no input.
 */
export function inFolder(paths: readonly string[], outputs: readonly string[]): string | undefined {
  const folders = paths.filter((path) => path !== '-').map((path) => resolve(path.replace(/[*?[{].*$/, '')));
  const lost = outputs.find((output) => {
    const place = resolve(output);
    return folders.some((folder) => place.startsWith(folder + sep) && isFolder(folder)) && !mayBeOutput(output);
  });
  return lost === undefined ? undefined : `${lost} is among the inputs, and would be replaced by an output`;
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
