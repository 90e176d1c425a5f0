// Plain inputs: files and standard input, one after another.
import { createReadStream, statSync } from 'node:fs';
import type { Input, InputProblem } from './inputs.ts';

/** So much is read at once. */
const CHUNK = 1 << 18;

/** Opens what the user named; `-` is standard input. What cannot be read comes as a problem in its place. */
export function* openPlain(names: readonly string[]): Generator<Input | InputProblem> {
  for (const name of names) {
    if (name === '-') yield { name: null, chunks: () => process.stdin };
    else if (statSync(name, { throwIfNoEntry: false })?.isDirectory()) yield { name, reason: 'is a folder' };
    else yield { name, chunks: () => createReadStream(name, { highWaterMark: CHUNK }) };
  }
}
