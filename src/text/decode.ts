// Bytes to text: UTF-8 unless a byte order mark says UTF-16 or UTF-32, or the bytes themselves say UTF-16.
import { undeclaredUtf16 } from './utf16.ts';
import { Utf32Decoder } from './utf32.ts';

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
  let decoder: Pick<TextDecoder, 'decode'> | undefined;

  function push(bytes: Uint8Array): string {
    if (decoder) return decoder.decode(bytes, { stream: true });
    head = head.length === 0 ? bytes.slice() : joined(head, bytes);
    return start(false);
  }

  function start(whole: boolean): string {
    const encoding = encodingOf(head, whole);
    if (encoding === undefined) return '';
    decoder =
      encoding === 'utf-32le' || encoding === 'utf-32be'
        ? new Utf32Decoder(encoding === 'utf-32le')
        : new TextDecoder(encoding);
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
  for (const [encoding, mark] of MARKS) {
    const seen = mark.slice(0, head.length);
    if (!seen.every((byte, at) => head[at] === byte)) continue;
    if (seen.length === mark.length) return encoding;
    if (!whole) return undefined;
  }
  const undeclared = undeclaredUtf16(head, whole);
  return undeclared === null ? 'utf-8' : undeclared;
}

/** The encodings that are read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** Byte order marks; one that begins with another stands before it. */
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
];

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
