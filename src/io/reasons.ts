// What is wrong with inputs and outputs, in words for a person.

/** Says why something failed, without the path and the name of the system call. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return REASONS[code] ?? error.message;
}

/** What is wrong with an input that holds no file that could be read. */
export const NO_READABLE_FILE = 'there is no readable file in it';

/** What is wrong with a file that somebody named and nobody can read. */
export const NO_TEXT = 'it is no text and no archive';

/** What is wrong with a file whose compression is none of ours. */
export const UNREAD_PACKING = 'it is packed in a way that is not read (bzip2, lzma, 7z, rar): unpack it first';

/** An output cannot be written; the message names it. */
export class OutputError extends Error {
  constructor(name: string, cause: unknown) {
    super(`${name}: cannot be written: ${reasonOf(cause)}`, { cause });
  }
}

/** All of a stream is there, and its checksums are right, but something else lies behind it. */
export class JunkBehind extends Error {}

/** The reader of a pipe has seen enough: no error (`papersift ... | head -1`). */
export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

/** There is no room on the disk, or none for this user. */
export function isNoRoom(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ELOOP: 'its symbolic links lead in a circle',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than the system allows',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many open files',
  EIO: 'the disk reports an error',
  ENAMETOOLONG: 'its name is too long',
};
