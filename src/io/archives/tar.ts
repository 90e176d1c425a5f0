// Tar archives as a stream of members.
import { Header, Pax } from 'tar';
import { ByteReader } from '../byte-reader.ts';
import type { Bytes } from '../peek.ts';
import { TarMarks } from './tar-marks.ts';

/** A member of an archive; its chunks must be read (or the member skipped) before the next one comes. */
export interface Member {
  readonly name: string;
  readonly size: number;
  readonly chunks: Bytes;
}

/** Who listens while an archive is read. */
export interface TarEvents {
  /** The archive is damaged: something in it is no member, or its end is missing. */
  damaged(reason: string): void;
  /** A link, device or the like: never followed, nothing to read. */
  link(name: string): void;
  /** A file that is stored in a way that is not known here. */
  unknown(name: string, reason: string): void;
}

/**
 * Gives the files of a tar stream in their order, and those of archives that were put behind it. Rejects as the stream
 * does; a member that was cut short rejects when it is read.
 */
export async function* readTar(source: Bytes, events: TarEvents): AsyncGenerator<Member> {
  const reader = new ByteReader(source);
  try {
    yield* members(reader, events);
  } finally {
    await reader.close();
  }
}

const BLOCK = 512;

async function* members(reader: ByteReader, events: TarEvents): AsyncGenerator<Member> {
  const marks = new TarMarks(events.damaged);
  let said: Said = {};
  while (!(await reader.ended())) {
    const block = await reader.upTo(BLOCK);
    if (block.length < BLOCK) return marks.end(true);
    const header = headerOf(block, said);
    if (!marks.isHeader(header)) continue;
    const body = new MemberBody(reader, header.size ?? 0);
    if (META.has(header.type)) said = await hear(said, header, body, events);
    else {
      if (header.type === 'SparseFile') await passMap(reader, block);
      const name = said.next?.path ?? header.path ?? '';
      const { sparse } = said;
      said = { global: said.global };
      if (sparse !== undefined) events.unknown(sparse || name, SPARSE);
      else if (FILES.has(header.type)) yield { name, size: body.size, chunks: body.chunks() };
      else passedOver(header.type, name, events);
    }
    if (!(await body.passed())) return marks.cut();
  }
  marks.end(false);
}

type Type = Header['type'];

const FILES: ReadonlySet<Type> = new Set<Type>(['File', 'OldFile', 'ContiguousFile']);
const FOLDERS: ReadonlySet<Type> = new Set<Type>(['Directory', 'GNUDumpDir']);
const SPECIAL: ReadonlySet<Type> = new Set<Type>(['Link', 'SymbolicLink', 'CharacterDevice', 'BlockDevice', 'FIFO']);
const PAX: ReadonlySet<Type> = new Set<Type>(['ExtendedHeader', 'OldExtendedHeader']);
const LONG_PATH: ReadonlySet<Type> = new Set<Type>(['NextFileHasLongPath', 'OldGnuLongPath']);
/** What says something of the members that follow. */
const META: ReadonlySet<Type> = new Set<Type>([
  ...PAX,
  ...LONG_PATH,
  'GlobalExtendedHeader',
  'NextFileHasLongLinkpath',
]);

const SPARSE = 'it is a sparse file: pack it again without --sparse';

function passedOver(type: Type, name: string, events: TarEvents): void {
  if (SPECIAL.has(type)) events.link(name);
  else if (type === 'SparseFile') events.unknown(name, SPARSE);
  else if (!FOLDERS.has(type) && type !== 'TapeVolumeHeader')
    events.unknown(name, 'it is stored in a way that is not known here');
}

/** What headers have said of the next member, and of all that follow. */
interface Said {
  readonly next?: Pax | undefined;
  readonly global?: Pax | undefined;
  /** The next member is a newer sparse file, which looks like a whole one: its name, "" when it was not said. */
  readonly sparse?: string | undefined;
}

/** A block as a header; nothing when it cannot be one. */
function headerOf(block: Buffer, { next, global }: Said): Header | undefined {
  try {
    return new Header(block, 0, next, global);
  } catch {
    return undefined;
  }
}

/** A name or a header of more bytes is refused, since it is held. */
const MAX_META_BYTES = 2 ** 20;

/** Reads what is no member but says something of those that follow. */
async function hear(said: Said, { type }: Header, body: MemberBody, events: TarEvents): Promise<Said> {
  if (body.size > MAX_META_BYTES) {
    events.damaged('a name or header in it is longer than a megabyte');
    return said;
  }
  const text = await body.text();
  if (type === 'GlobalExtendedHeader') return { ...said, global: Pax.parse(text, said.global, true) };
  if (LONG_PATH.has(type)) return { ...said, next: new Pax({ ...said.next, path: text.replace(/\0.*/s, '') }) };
  if (!PAX.has(type)) return said;
  const sparse = /^\d+ GNU\.sparse\./m.test(text)
    ? (/^\d+ GNU\.sparse\.name=(.*)/m.exec(text)?.[1] ?? '')
    : said.sparse;
  return { ...said, next: Pax.parse(text, said.next, false), sparse };
}

/** The map of an older sparse file goes on in blocks of its own, each of which says whether there is another one. */
async function passMap(reader: ByteReader, header: Buffer): Promise<void> {
  for (let more = header[482]; more; more = (await reader.upTo(BLOCK))[504]);
}

/** What follows a header, filled up to whole blocks. */
class MemberBody {
  readonly #reader: ByteReader;
  readonly size: number;
  #left: number;

  constructor(reader: ByteReader, size: number) {
    this.#reader = reader;
    this.size = size;
    this.#left = size;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    while (this.#left > 0) {
      const chunk = await this.#reader.some(this.#left).catch(() => NOTHING); // the archive says why
      if (chunk.length === 0) throw new Error(`it is cut off after ${this.size - this.#left} of ${this.size} bytes`);
      this.#left -= chunk.length;
      yield chunk;
    }
  }

  async text(): Promise<string> {
    const bytes = await this.#reader.upTo(this.#left);
    this.#left -= bytes.length;
    return bytes.toString();
  }

  /** Passes over what is left; resolves to whether it was there. */
  async passed(): Promise<boolean> {
    const filling = (BLOCK - (this.size % BLOCK)) % BLOCK;
    return (await this.#reader.pass(this.#left + filling)) === 0;
  }
}

const NOTHING = new Uint8Array(0);
