// The hash of a file as it lies on the disk, and whether somebody has written to it.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from '../io/read.ts';

/** SHA-256 of a file; null when there is no such regular file or it cannot be read. */
export async function hashFile(path: string): Promise<string | null> {
  try {
    if (!statSync(path).isFile()) return null;
    const hash = createHash('sha256');
    for await (const chunk of readFile(path)) hash.update(chunk);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

/** Size, time and place of a file: it is another text when somebody has written to it. Null when there is no such file. */
export function stateOf(path: string): string | null {
  try {
    const { size, mtimeMs, ino } = statSync(path);
    return `${size} ${mtimeMs} ${ino}`;
  } catch {
    return null;
  }
}
