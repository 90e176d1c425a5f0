// Reads inputs for the tests of this folder, from files that they write.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CAPTURE_FIELDS } from '../../src/io/captures.ts';
import { openInputs } from '../../src/io/inputs.ts';
import type { InputOptions, InputProblem } from '../../src/io/items.ts';
import { temporaryFolder } from '../help/program.ts';

/** How inputs are opened where a test does not say it. */
export const HOW: InputOptions = { hidden: false, maxSize: 2 ** 30, captureFields: CAPTURE_FIELDS };

/** Reads all inputs: [name, text] for each that could be read, and what was said about the others. */
export async function read(
  paths: readonly string[],
  options: Partial<InputOptions> = {},
): Promise<{ inputs: [string | null, string][]; problems: string[] }> {
  const inputs: [string | null, string][] = [];
  const problems: string[] = [];
  const problem = ({ name, reason }: InputProblem): void => {
    problems.push(`${name}: ${reason}`);
  };
  for await (const { name, chunks } of openInputs(paths, { ...HOW, ...options }, { problem })) {
    const bytes: Uint8Array[] = [];
    try {
      for await (const chunk of chunks()) bytes.push(chunk);
      inputs.push([name, Buffer.concat(bytes).toString()]);
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return { inputs, problems };
}

/** Writes files into a fresh folder and returns the function that gives their paths. */
export function folderOf(files: { [name: string]: string | Buffer }): (name: string) => string {
  const folder = relative('.', temporaryFolder());
  for (const [name, data] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), data);
  }
  return (name) => join(folder, name);
}

/** The names of inputs. */
export const names = (inputs: readonly [string | null, string][]): (string | null)[] => inputs.map(([name]) => name);
