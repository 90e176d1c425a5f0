// Names of inputs and of archive members: what they may be, and how they are shown.

/** A member's name made fit to be shown and mirrored, or why it is refused. */
export type MemberName = { readonly name: string } | { readonly refused: string };

/** Checks the name of a member: it must lead nowhere but into its archive. `.` and empty parts vanish. */
export function memberName(raw: string): MemberName {
  if (/^[a-z]:/i.test(raw)) return { refused: 'its name begins with a drive letter' };
  if (/^[/\\]/.test(raw)) return { refused: 'its name is an absolute path' };
  const parts = raw.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return { refused: 'its name climbs out of the archive' };
  if (parts.length === 0) return { refused: 'it has no name' };
  return { name: harmless(parts.join('/')) };
}

/** What a terminal acts upon instead of showing it: control characters, line ends, and marks that turn the order of text around. */
export const HARMFUL: RegExp = /[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g;

/** A name that can do a terminal no harm. */
export function harmless(name: string): string {
  return name.replace(HARMFUL, '_');
}

/** Is some part of the path hidden, or the rubbish that macOS puts into archives? */
export function isHidden(name: string): boolean {
  return /(?:^|\/)(?:\.|__MACOSX\/)/.test(name);
}

/** How the user knows an input: standard input has no name. */
export const inputName = (name: string | null): string => name ?? 'standard input';
