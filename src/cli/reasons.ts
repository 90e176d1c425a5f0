// The system's error codes in words for a person.

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no such file or folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'not permitted'],
  ['EISDIR', 'is a folder'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ELOOP', 'symbolic links in a circle'],
  ['ENOSPC', 'no space left on the device'],
  ['EROFS', 'the file system is read-only'],
  ['EMFILE', 'too many open files'],
  ['EIO', 'the device reported an input/output error'],
]);

/** The error code that the system gave, if this is such an error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Why something failed, in words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  const words = code === undefined ? undefined : REASONS.get(code);
  return words ?? (error instanceof Error ? error.message : String(error));
}
