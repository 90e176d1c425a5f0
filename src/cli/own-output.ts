// Whether a file may be what this program wrote in a run before.
import { statSync } from 'node:fs';
import { FIELD_NAMES } from '../formats/fields.ts';
import { decompress } from '../io/codecs/decompress.ts';
import { type Bytes, type Peeked, peek } from '../io/peek.ts';
import { readFile } from '../io/read.ts';

const HEAD_BYTES = 512;
const FIELD = `(?:${FIELD_NAMES.join('|')})`;
/** What the first row of captures has, and no record: behind another key, since links have an address too. */
const FOREIGN = /^\[?\s*\{[\s\S]*,\s*"(?:url|text|html|markdown|content)":\s*"/;
/** How outputs begin: records in JSON, a report, a table with its header, a digest in Markdown, Parquet; or numbered lines. */
const OUTPUT = new RegExp(
  `^(?:$|\\[?\\s*\\{\\s*"(?:${FIELD}|inputs)":|\\[\\s*\\]|${FIELD}(?:[,\\t]${FIELD})*(?:\\r?\\n|$|[,\\t])|## |PAR1|(?:.*:)?\\d+\\t)`,
);

/** Tells whether a file is not there, or begins as the outputs of this program do. Never rejects. */
export async function mayBeOutput(path: string): Promise<boolean> {
  try {
    if (!statSync(path).isFile()) return true;
    const { head, failed } = await beginning(unpacked(path, (await beginning(readFile(path))).head));
    const text = Buffer.from(head.subarray(0, HEAD_BYTES)).toString('latin1');
    return OUTPUT.test(text) && !FOREIGN.test(text) && !(failed && text === '');
  } catch {
    return true; // it is not there, or whoever writes it says what is wrong
  }
}

async function beginning(bytes: Bytes): Promise<Peeked> {
  const peeked = await peek(bytes, HEAD_BYTES);
  await peeked.close();
  return peeked;
}

/** The bytes of a file that begins so, unpacked where outputs may be packed that way. */
function unpacked(path: string, head: Uint8Array): Bytes {
  const codec = PACKED.find(([, ...mark]) => mark.every((byte, at) => head[at] === byte))?.[0];
  return codec === undefined ? readFile(path) : decompress(readFile(path), codec);
}

const PACKED = [
  ['gzip', 0x1f, 0x8b],
  ['zstd', 0x28, 0xb5, 0x2f, 0xfd],
] as const;
