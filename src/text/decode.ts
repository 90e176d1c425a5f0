// Bytes to text: UTF-8 unless a byte order mark says UTF-16.

/** Decodes a stream of bytes; invalid sequences become U+FFFD. */
export interface Decoder {
  /** Takes the next bytes (any number) and returns the text that they complete. */
  push(bytes: Uint8Array): string;
  /** Returns what an unfinished sequence at the end stands for. */
  end(): string;
}

/** Makes a decoder. It looks at the first three bytes for a byte order mark, which it removes. */
export function createDecoder(): Decoder {
  let head = new Uint8Array(0);
  let decoder: TextDecoder | undefined;

  function push(bytes: Uint8Array): string {
    if (decoder) return decoder.decode(bytes, { stream: true });
    head = head.length === 0 ? bytes.slice() : joined(head, bytes);
    if (head.length < 3) return '';
    return start();
  }

  function start(): string {
    decoder = new TextDecoder(encodingOf(head));
    return decoder.decode(head, { stream: true });
  }

  function end(): string {
    if (!decoder && head.length === 0) return '';
    return (decoder ? '' : start()) + (decoder?.decode() ?? '');
  }

  return { push, end };
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
