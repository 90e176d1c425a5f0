// Archives and compressed streams: what is in them, one item after another. Loaded only when there is one.
import { decompress, type Resumable, resumableGunzip } from '../codecs/decompress.ts';
import { type InputEvents, type InputOptions, type Item, MAX_SMALL_BYTES } from '../items.ts';
import { type Counter, counted, limited } from '../limits.ts';
import { inputName } from '../names.ts';
import { type Bytes, collect, peek } from '../peek.ts';
import { readFile } from '../read.ts';
import { NO_TEXT, reasonOf, UNREAD_PACKING } from '../reasons.ts';
import { type Codec, HEAD_BYTES, type Kind, sniff } from '../sniff.ts';
import type { Found } from '../walk.ts';
import { openTar } from './open-tar.ts';
import { openWarc } from './open-warc.ts';
import { openZip, openZipStream } from './open-zip.ts';
import { type OpenMember, oneChunk, type Source, wholeIfSmall } from './source.ts';

export { readPlace } from './zip.ts';

type Opener = (source: Source, options: InputOptions, events: InputEvents, open: OpenMember) => AsyncGenerator<Item>;

/** Opens a file that is not plain text. What is wrong with it or with a member is told as a problem. */
export async function* openContainer(
  found: Found,
  kind: Kind,
  options: InputOptions,
  events: InputEvents,
): AsyncGenerator<Item> {
  if (kind === 'zip') {
    const archive = { ...found, chunks: oneChunk(new Uint8Array(0)) };
    const items = openZip(archive, found.path, options, events, memberOpener(options, events));
    return yield* guarded(found.name, events, items);
  }
  const chunks = heard(readFile(found.path), events);
  yield* openStream({ ...found, chunks, again: { path: found.path, codec: null } }, options, events);
}

/** Tells how much of a file is read. */
async function* heard(source: Bytes, events: InputEvents): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    events.read?.(chunk.length);
    yield chunk;
  }
}

/** Opens a stream, looking at its first bytes. What is wrong with it or with a member is told as a problem. */
export async function* openStream(source: Source, options: InputOptions, events: InputEvents): AsyncGenerator<Item> {
  yield* guarded(source.name, events, recognise(source, options, events));
}

/** Tells what is wrong with an input, and goes on with the next one. */
async function* guarded(name: string | null, events: InputEvents, items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  try {
    yield* items;
  } catch (error) {
    events.problem({ name: inputName(name), reason: reasonOf(error) });
  }
}

async function* recognise(source: Source, options: InputOptions, events: InputEvents): AsyncGenerator<Item> {
  const peeked = await peek(source.chunks, HEAD_BYTES);
  const name = source.packed ? plainName(source.name) : (source.name ?? '');
  // Of a crawl whose first record is damaged only the name says what it is.
  const kind = peeked.failed && /\.warc$/i.test(name) ? 'warc' : sniff(peeked.head, name, options.captureFields);
  const opened = { ...source, chunks: peeked.chunks };
  if ((kind === 'text' || kind === 'captures') && source.again) await peeked.close();
  if (kind === 'packed') throw new Error(UNREAD_PACKING);
  if (kind !== 'binary') yield* OPENERS[kind](opened, options, events, memberOpener(options, events));
  else if (source.byUser) throw new Error(NO_TEXT);
  else events.skipped?.(source.name ?? '');
}

/** The name without the ending of its compression. */
const plainName = (name: string | null): string =>
  (name ?? '').replace(/\.(?:gz|zst|xz|br)$/i, '').replace(/\.t[gx]z$/i, '.tar');

const OPENERS: Record<Exclude<Kind, 'binary' | 'packed'>, Opener> = {
  text: (source, options) => openText(source, 'page', options),
  captures: (source, options) => openText(source, 'captures', options),
  tar: openTar,
  warc: openWarc,
  zip: openZipStream,
  gzip: (source, options, events) => openCompressed('gzip', source, options, events),
  zstd: (source, options, events) => openCompressed('zstd', source, options, events),
  xz: (source, options, events) => openCompressed('xz', source, options, events),
  brotli: (source, options, events) => openCompressed('brotli', source, options, events),
};

async function* openText(source: Source, kind: Item['kind'], { maxSize }: InputOptions): AsyncGenerator<Item> {
  const { name, mirror, size, chunks, again, packed } = source;
  const stream = packed ? limited(chunks, maxSize, packed) : chunks;
  const body: Item['body'] = again ? { from: 'file', ...again } : { from: 'stream', chunks: stream };
  yield { kind, name, mirror, size, body, ...(again && kind === 'captures' ? { origin: again.path } : {}) };
}

async function* openCompressed(
  codec: Codec,
  source: Source,
  options: InputOptions,
  events: InputEvents,
): AsyncGenerator<Item> {
  if (source.packed) throw new Error('it is compressed twice; unpack it once by hand');
  const packed = { bytes: 0 };
  const { again, ...rest } = source;
  const stream = counted(source.chunks, packed);
  const unpacked =
    codec === 'gzip' ? noBomb(await resumableGunzip(stream), packed) : { chunks: decompress(stream, codec) };
  try {
    const opened = { ...rest, ...unpacked, packed, ...(again ? { again: { ...again, codec } } : {}) };
    yield* recognise(opened, options, events);
  } finally {
    await stream.return(undefined);
  }
}

/** Only deflate has a ratio that text never reaches; the others shrink repeated pages without end. */
function noBomb({ chunks, rest }: Resumable, packed: Counter): Resumable {
  const checked = (source: Bytes): Bytes => limited(source, Number.POSITIVE_INFINITY, packed);
  return {
    chunks: checked(chunks),
    rest: async () => {
      const more = await rest();
      return more && checked(more);
    },
  };
}

const memberOpener =
  (options: InputOptions, events: InputEvents): OpenMember =>
  (member) =>
    openMember(member, options, events);

/** A small member is read whole, so that it can be worked on elsewhere while the archive is read on. */
async function* openMember(member: Source, options: InputOptions, events: InputEvents): AsyncGenerator<Item> {
  try {
    if (member.size > MAX_SMALL_BYTES) return yield* recognise(member, options, events);
    const bytes = await collect(member.chunks);
    for await (const item of recognise({ ...member, chunks: oneChunk(bytes) }, options, events)) {
      yield item.body.from === 'stream' && item.kind === 'page' && item.mirror === member.mirror
        ? { ...item, body: await wholeIfSmall(item.body.chunks) }
        : item;
    }
  } catch (error) {
    events.problem({ name: inputName(member.name), reason: reasonOf(error) });
  }
}
