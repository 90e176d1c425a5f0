// UTF-16 that nothing declares, as some programs of Windows write it: every second byte of what is ASCII is NUL.

/** How many bytes are looked at. */
const LOOK = 1024;
/** What has no NUL in its first line, or in its first bytes if that is longer, is not even held for that. */
const OPENING = 64;

/** One character in four has to be ASCII: also pages in Chinese have addresses and numbers. */
const ONE_ASCII_IN = 4;
const MIN_CHARACTERS = 8;

/**
 * Whether bytes that begin a stream, without a byte order mark, are UTF-16, and which; null when they are not, nothing
 * when it takes more of them to tell. How they came in chunks makes no difference.
 */
export function undeclaredUtf16(head: Uint8Array, whole: boolean): 'utf-16le' | 'utf-16be' | null | undefined {
  const line = head.indexOf(10) + 1;
  const opening = head.subarray(0, line > 0 ? Math.min(line, OPENING) : OPENING);
  if (!opening.includes(0)) return opening.length < OPENING && line === 0 && !whole ? undefined : null;
  if (head.length < LOOK && !whole) return undefined;
  const look = head.subarray(0, Math.min(head.length, LOOK) & ~1);
  const [even, odd] = [nulsAt(look, 0), nulsAt(look, 1)];
  const characters = look.length / 2;
  // On the other side they are few: those of 一, U+4E00, and its like.
  const few = Math.max(even, odd) / ONE_ASCII_IN;
  if (characters < MIN_CHARACTERS || even + odd < characters / ONE_ASCII_IN || Math.min(even, odd) > few) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  return isText(new TextDecoder(encoding).decode(look, { stream: true })) ? encoding : null;
}

function nulsAt(bytes: Uint8Array, start: number): number {
  let nuls = 0;
  for (let at = start; at < bytes.length; at += 2) if (bytes[at] === 0) nuls++;
  return nuls;
}

/** What is no text has zeros of two bytes, control characters or halves of pairs, read so. */
const isText = (text: string): boolean => !/[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd-\uffff]/.test(text);
