// A zip archive as an input: its members, and what is wrong with some of them.
import { type InputEvents, type InputOptions, type Item, MAX_SMALL_BYTES } from '../items.ts';
import { MAX_RATIO, refusal } from '../limits.ts';
import { reasonOf } from '../reasons.ts';
import { sniff } from '../sniff.ts';
import { deeper, nameMember, type OpenMember, type Source } from './source.ts';
import { headOfPlace, readZip, type ZipMember } from './zip.ts';

/** Opens the members of a zip archive, which is a file or bytes, in the order of its table. */
export async function* openZip(
  archive: Source,
  path: string | Uint8Array,
  options: InputOptions,
  events: InputEvents,
  open: OpenMember,
): AsyncGenerator<Item> {
  const depth = deeper(archive);
  let total = 0;
  for await (const member of readZip(path)) {
    const named = nameMember(member.name, archive, options, events);
    if (!named) continue;
    total += member.size;
    if (refusal(total, archive.size, Number.POSITIVE_INFINITY))
      throw new Error(`its members unpack to more than ${MAX_RATIO} times its size: a bomb`);
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
        open,
      );
  }
}

async function* openZipMember(
  zipped: ZipMember,
  member: Source,
  path: string | Uint8Array,
  options: InputOptions,
  events: InputEvents,
  open: OpenMember,
): AsyncGenerator<Item> {
  const { name, mirror, size } = member;
  if (typeof path !== 'string' || size > MAX_SMALL_BYTES) return yield* open(member);
  try {
    events.read?.(zipped.packed);
    const entry = await zipped.place();
    // A page can be unpacked in another thread; what is something else is opened here.
    if (sniff(headOfPlace(path, entry), mirror, options.captureFields) !== 'text') return yield* open(member);
    yield { kind: 'page', name, mirror, size, body: { from: 'zip', path, entry } };
  } catch (error) {
    events.problem({ name: name ?? '', reason: reasonOf(error) });
  }
}

/** The table of contents of a zip archive stands at its end: a stream of one has to be held as a whole. */
export async function* openZipStream(
  source: Source,
  options: InputOptions,
  events: InputEvents,
  open: OpenMember,
): AsyncGenerator<Item> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.chunks) {
    size += chunk.length;
    if (size > MAX_HELD_BYTES)
      throw new Error(`a zip archive of more than ${MAX_HELD_BYTES} bytes must be a file of its own`);
    held.push(chunk);
  }
  yield* openZip({ ...source, size }, Buffer.concat(held), options, events, open);
}

const MAX_HELD_BYTES = 32 * 2 ** 20;
