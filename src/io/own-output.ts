// Whether a file may be what this program wrote in a run before.
import { closeSync, openSync, readSync, statSync } from 'node:fs';

const HEAD = 512;
/** How outputs begin: JSON, a table with its header, a digest in Markdown, Parquet, gzip, zstd; or numbered lines. */
const OUTPUT =
  /^(?:$|[[{]|[a-z_]*[,\t][a-z_,\t]*\r?\n|(?:title|abstract)\r?\n|## |PAR1|\x1f\x8b|\x28\xb5\x2f\xfd|(?:.*:)?\d+: )/;

/** Tells whether a file is not there, or begins as the outputs of this program do. Never throws. */
export function mayBeOutput(path: string): boolean {
  let file: number | undefined;
  try {
    if (!statSync(path).isFile()) return true;
    file = openSync(path, 'r');
    const head = Buffer.alloc(HEAD);
    return OUTPUT.test(head.subarray(0, readSync(file, head, 0, HEAD, 0)).toString('latin1'));
  } catch {
    return true; // it is not there, or whoever writes it says what is wrong
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
