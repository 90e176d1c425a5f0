// Bytes to text: UTF-8 unless a byte order mark says UTF-16, or the bytes themselves do.
import { undeclaredUtf16 } from './utf16.ts';

/** Decodes a stream of bytes; invalid sequences become U+FFFD. */
export interface Decoder {
  /** Takes the next bytes (any number) and returns the text that they complete. */
  push(bytes: Uint8Array): string;
  /** Returns what an unfinished sequence at the end stands for. */
  end(): string;
}

/** Makes a decoder. It looks at the first bytes for a byte order mark, which it removes, or for UTF-16 without one. */
export function createDecoder(): Decoder {
  let head = new Uint8Array(0);
  let decoder: TextDecoder | undefined;

  function push(bytes: Uint8Array): string {
    if (decoder) return decoder.decode(bytes, { stream: true });
    head = head.length === 0 ? bytes.slice() : joined(head, bytes);
    return start(false);
  }

  function start(whole: boolean): string {
    const encoding = encodingOf(head, whole);
    if (encoding === undefined) return '';
    decoder = new TextDecoder(encoding);
    const text = decoder.decode(head, { stream: true });
    head = new Uint8Array(0);
    return text;
  }

  function end(): string {
    if (!decoder && head.length === 0) return '';
    return (decoder ? '' : start(true)) + (decoder?.decode() ?? '');
  }

  return { push, end };
}

/** The encoding of a stream that begins with these bytes, `whole` when there are no more; nothing when it takes more to tell. */
export function encodingOf(head: Uint8Array, whole: boolean): Encoding | undefined {
  if (head.length < LONGEST_MARK && !whole) return undefined;
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const undeclared = undeclaredUtf16(head, whole);
  return undeclared === null ? 'utf-8' : undeclared;
}

/** The encodings that are read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The bytes of the longest byte order mark. */
const LONGEST_MARK = 3;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
