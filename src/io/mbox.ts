// A folder of mails (.mbox): one behind the other, each with a line "From …" above it.
import type { Bytes } from './peek.ts';

/** The line above a mail: who sent it, and when. */
const FROM_LINE = /^From \S.{0,160}\d\d:\d\d.{0,40}\d{4}\s*$/;

/** A line above a mail has no more bytes. */
const LONGEST = 256;

/** Whether a text begins with the line above a mail. */
export const beginsMbox = (head: string): boolean =>
  head.startsWith('From ') && FROM_LINE.test(/^.*/.exec(head)?.[0] ?? '');

/** Gives one mail after another, without the lines above them. Rejects when one is larger than `maxMail`. */
export async function* mailsOf(source: Bytes, maxMail: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  /** What of the last chunk may be the beginning of such a line. */
  let tail: Uint8Array = Buffer.from('\n\n');
  const hold = (bytes: Uint8Array): void => {
    size += bytes.length;
    if (size > maxMail) throw new Error(`one of its mails has more than ${maxMail} bytes`);
    held.push(bytes);
  };
  const release = (): Uint8Array => {
    const mail = Buffer.concat(held);
    held = [];
    size = 0;
    return mail;
  };
  for await (const chunk of source) {
    const bytes = Buffer.concat([tail, chunk]);
    let from = 0;
    for (const [start, end] of fromLines(bytes)) {
      hold(bytes.subarray(from, start));
      if (size > 2) yield release();
      else release();
      from = end;
    }
    const keep = Math.max(from, bytes.length - LONGEST);
    hold(bytes.subarray(from, keep));
    tail = bytes.subarray(keep);
  }
  hold(tail);
  if (size > 0) yield release();
}

/** Where such lines begin and end; an empty line stands above each. */
function* fromLines(bytes: Buffer): Generator<[start: number, end: number]> {
  for (let at = bytes.indexOf('\nFrom '); at >= 0; at = bytes.indexOf('\nFrom ', at + 1)) {
    const end = bytes.indexOf('\n', at + 1);
    const isBelowEmpty = bytes[at - 1] === 10 || (bytes[at - 1] === 13 && bytes[at - 2] === 10);
    if (end >= 0 && isBelowEmpty && FROM_LINE.test(bytes.toString('latin1', at + 1, end))) yield [at + 1, end + 1];
  }
}
