// Archives and compressed streams: what is in them, one item after another. Loaded only when there is one.
import { decompress, type Resumable, resumableGunzip } from './codecs.ts';
import { type InputEvents, type InputOptions, type Item, MAX_SMALL_BYTES } from './items.ts';
import { type Counter, counted, limited, refusal, since } from './limits.ts';
import { harmless, inputName } from './names.ts';
import { openWarc } from './open-warc.ts';
import { type Bytes, collect, peek } from './peek.ts';
import { readFile } from './read.ts';
import { NO_TEXT, reasonOf } from './reasons.ts';
import { type Codec, HEAD_BYTES, type Kind, sniff } from './sniff.ts';
import { deeper, nameMember, oneChunk, type Source, wholeIfSmall } from './source.ts';
import { readTar } from './tar.ts';
import type { Found } from './walk.ts';
import { headOfPlace, readZip, type ZipMember } from './zip.ts';

export { readPlace } from './zip.ts';

type Opener = (source: Source, options: InputOptions, events: InputEvents) => AsyncGenerator<Item>;

/** Opens a file that is not plain text. What is wrong with it or with a member is told as a problem. */
export async function* openContainer(
  found: Found,
  kind: Kind,
  options: InputOptions,
  events: InputEvents,
): AsyncGenerator<Item> {
  if (kind === 'zip')
    return yield* guarded(
      found.name,
      events,
      openZip({ ...found, chunks: oneChunk(new Uint8Array(0)) }, found.path, options, events),
    );
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
  if (kind !== 'binary') yield* OPENERS[kind](opened, options, events);
  else if (source.byUser) throw new Error(NO_TEXT);
  else events.skipped?.(source.name ?? '');
}

/** The name without the ending of its compression. */
const plainName = (name: string | null): string =>
  (name ?? '').replace(/\.(?:gz|zst|xz|br)$/i, '').replace(/\.t[gx]z$/i, '.tar');

const OPENERS: Record<Exclude<Kind, 'binary'>, Opener> = {
  text: (source, options) => openText(source, 'page', options),
  captures: (source, options) => openText(source, 'captures', options),
  tar: openTar,
  warc: openWarc,
  zip: openZipStream,
  gzip: (...all) => openCompressed('gzip', ...all),
  zstd: (...all) => openCompressed('zstd', ...all),
  xz: (...all) => openCompressed('xz', ...all),
  brotli: (...all) => openCompressed('brotli', ...all),
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

async function* openTar(source: Source, options: InputOptions, events: InputEvents): AsyncGenerator<Item> {
  const depth = deeper(source);
  const archive = inputName(source.name);
  const members = readTar(source.chunks, {
    damaged: (reason) => events.problem({ name: archive, reason }),
    link: (name) => events.skipped?.(harmless(name)),
    unknown: (raw, reason) => {
      const named = nameMember(raw, source, options, events);
      if (named) events.problem({ name: named.name, reason });
    },
  });
  for await (const member of members) {
    const named = nameMember(member.name, source, options, events);
    if (!named) continue;
    const refused = refusal(member.size, member.size, options.maxSize);
    const chunks = source.packed ? limited(member.chunks, options.maxSize, since(source.packed)) : member.chunks;
    if (refused) events.problem({ name: named.name, reason: refused });
    else yield* openMember({ ...named, size: member.size, byUser: false, chunks, depth }, options, events);
  }
}

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

async function* openZip(
  archive: Source,
  path: string | Uint8Array,
  options: InputOptions,
  events: InputEvents,
): AsyncGenerator<Item> {
  const depth = deeper(archive);
  let total = 0;
  for await (const member of readZip(path)) {
    const named = nameMember(member.name, archive, options, events);
    if (!named) continue;
    total += member.size;
    if (refusal(total, archive.size, Number.POSITIVE_INFINITY))
      throw new Error('its members unpack to more than 500 times its size: a bomb');
    const reason = member.encrypted ? 'it is encrypted' : refusal(member.size, member.packed, options.maxSize);
    if (member.link) events.skipped?.(named.name);
    else if (reason) events.problem({ name: named.name, reason });
    else
      yield* openZipMember(
        member,
        { ...named, size: member.size, byUser: false, chunks: member.chunks(), depth },
        path,
        options,
        events,
      );
  }
}

async function* openZipMember(
  zipped: ZipMember,
  member: Source,
  path: string | Uint8Array,
  options: InputOptions,
  events: InputEvents,
): AsyncGenerator<Item> {
  const { name, mirror, size } = member;
  if (typeof path !== 'string' || size > MAX_SMALL_BYTES) return yield* openMember(member, options, events);
  try {
    events.read?.(zipped.packed);
    const entry = await zipped.place();
    // A page can be unpacked in another thread; what is something else is opened here.
    if (sniff(headOfPlace(path, entry), mirror, options.captureFields) !== 'text')
      return yield* openMember(member, options, events);
    yield { kind: 'page', name, mirror, size, body: { from: 'zip', path, entry } };
  } catch (error) {
    events.problem({ name: name ?? '', reason: reasonOf(error) });
  }
}

/** The table of contents of a zip archive stands at its end: a stream of one has to be held as a whole. */
async function* openZipStream(source: Source, options: InputOptions, events: InputEvents): AsyncGenerator<Item> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.chunks) {
    size += chunk.length;
    if (size > MAX_HELD_BYTES)
      throw new Error(`a zip archive of more than ${MAX_HELD_BYTES} bytes must be a file of its own`);
    held.push(chunk);
  }
  yield* openZip({ ...source, size }, Buffer.concat(held), options, events);
}

const MAX_HELD_BYTES = 32 * 2 ** 20;
