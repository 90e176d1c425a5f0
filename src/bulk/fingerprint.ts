// The hash of a file as it lies on the disk.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from '../io/read.ts';

/** SHA-256 of a file; null when there is no such regular file or it cannot be read. */
export async function fingerprint(path: string): Promise<string | null> {
  try {
    if (!statSync(path).isFile()) return null;
    const hash = createHash('sha256');
    for await (const chunk of readFile(path)) hash.update(chunk);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
