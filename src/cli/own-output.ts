// Whether a file may be what this program wrote in a run before.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { FIELD_NAMES } from '../formats/fields.ts';

const HEAD_BYTES = 512;
const FIELD = `(?:${FIELD_NAMES.join('|')})`;
/** What the first row of captures has, and no record: behind another key, since links have an address too. */
const FOREIGN = /^\[?\s*\{[\s\S]*,\s*"(?:url|text|html|markdown|content)":\s*"/;
/** How outputs begin: records in JSON, a report, a table with its header, a digest in Markdown, Parquet, zstd; or numbered lines. */
const OUTPUT = new RegExp(
  `^(?:$|\\[?\\s*\\{\\s*"(?:${FIELD}|inputs)":|\\[\\s*\\]|${FIELD}(?:[,\\t]${FIELD})*(?:\\r?\\n|$|[,\\t])|## |PAR1|\\x28\\xb5\\x2f\\xfd|(?:.*:)?\\d+\\t)`,
);

/** Tells whether a file is not there, or begins as the outputs of this program do. Never throws. */
export function mayBeOutput(path: string): boolean {
  let file: number | undefined;
  try {
    if (!statSync(path).isFile()) return true;
    file = openSync(path, 'r');
    const room = Buffer.alloc(HEAD_BYTES);
    const head = unpacked(room.subarray(0, readSync(file, room, 0, HEAD_BYTES, 0))).toString('latin1');
    return OUTPUT.test(head) && !FOREIGN.test(head);
  } catch {
    return true; // it is not there, or whoever writes it says what is wrong
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** What the first bytes of a file say where they are gzip. */
const unpacked = (head: Buffer): Buffer =>
  head.length > 2 && head.readUInt16BE(0) === GZIP ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head;

const GZIP = 0x1f8b;
