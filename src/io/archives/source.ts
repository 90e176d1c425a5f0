// What an archive or a compressed stream holds, on its way to become an item.
import { type InputEvents, type InputOptions, type Item, MAX_SMALL_BYTES } from '../items.ts';
import { harmless, isHidden, memberName } from '../names.ts';
import { type Bytes, collect, peek } from '../peek.ts';
import type { Codec } from '../sniff.ts';

/** A stream that may be anything. */
export interface Source {
  readonly name: string | null;
  readonly mirror: string;
  readonly size: number;
  /** The user named it, so that it is worth a message when it is no text. */
  readonly byUser: boolean;
  readonly chunks: Bytes;
  /** Where the stream can be had again, so that another thread can read it. */
  readonly again?: { readonly path: string; readonly codec: Codec | null };
  /** How many archives it lies in. */
  readonly depth?: number;
  /** What comes after a place where `chunks` fails, when it can be read on. */
  readonly rest?: () => Promise<Bytes | undefined>;
  /** Compressed bytes read so far, when it was compressed. */
  readonly packed?: { bytes: number };
}

/** Opens a member of an archive, whatever it is. What is wrong with it is told as a problem. */
export type OpenMember = (member: Source) => AsyncGenerator<Item>;

/** At most this many archives lie in each other; what lies deeper is named and skipped. */
const MAX_DEPTH = 2;

/** How many archives the members of one lie in. Throws when they are too many. */
export function deeper(source: Source): number {
  const depth = (source.depth ?? 0) + 1;
  if (depth > MAX_DEPTH) throw new Error('it is an archive in an archive in an archive: not opened');
  return depth;
}

/** How a member is called. */
export interface Named {
  readonly name: string;
  readonly mirror: string;
}

/** Names a member; one that must not be read, or that nobody asked for, is told as an event. */
export function nameMember(
  raw: string,
  archive: Source,
  options: InputOptions,
  events: InputEvents,
): Named | undefined {
  const at = memberName(raw);
  const prefix = archive.name === null ? '' : `${archive.name}/`;
  if ('refused' in at) {
    events.problem({ name: prefix + harmless(raw), reason: at.refused });
    return undefined;
  }
  if (options.hidden || !isHidden(at.name)) return { name: prefix + at.name, mirror: `${archive.mirror}/${at.name}` };
  events.skipped?.(prefix + at.name);
  return undefined;
}

/** What is small as it lies in an archive may be large when it is unpacked: then it stays a stream. Rejects as the stream does. */
export async function wholeIfSmall(chunks: Bytes): Promise<Item['body']> {
  const peeked = await peek(chunks, MAX_SMALL_BYTES + 1);
  if (peeked.failed) await collect(peeked.chunks); // rejects with the reason
  return peeked.head.length > MAX_SMALL_BYTES
    ? { from: 'stream', chunks: peeked.chunks }
    : { from: 'bytes', bytes: peeked.head };
}

/** A stream of one chunk. */
export async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
