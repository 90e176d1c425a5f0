// Tar archives as a stream of members.
import { Parser, type ReadEntry } from 'tar';
import type { Bytes } from './peek.ts';

/** A member of an archive; its chunks must be read (or the member skipped) before the next one comes. */
export interface Member {
  readonly name: string;
  readonly size: number;
  readonly chunks: Bytes;
}

/** Who listens while an archive is read. */
export interface TarEvents {
  /** The archive is damaged: a header with a wrong checksum, an end that is missing. */
  damaged(reason: string): void;
  /** A link, device or the like: never followed, nothing to read. */
  link(name: string): void;
  /** A file that is stored in a way that is not known here. */
  unknown(name: string, reason: string): void;
}

/** Gives the files of a tar stream in their order. Rejects as the stream does; a member that was cut short rejects when it is read. */
export async function* readTar(source: Bytes, events: TarEvents): AsyncGenerator<Member> {
  const queue = new Queue();
  const sparse = new SparseNames();
  const parser = new Parser({
    onReadEntry: (entry: ReadEntry) => {
      const name = sparse.take();
      if (name === undefined) return queue.add(entry);
      entry.resume();
      events.unknown(name || entry.path, SPARSE);
    },
    onwarn: (code: string, message: string | Error) => {
      if (code !== 'TAR_ENTRY_INFO')
        events.damaged(`the archive is damaged (${message instanceof Error ? message.message : message})`);
    },
  });
  parser.on('meta', (header: string) => sparse.see(header));
  parser.on('ignoredEntry', (entry: ReadEntry) => ignored(entry, events));
  parser.on('end', () => queue.close());
  const fed = feed(source, parser, events).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  for (let entry = await queue.next(); entry; entry = await queue.next()) {
    if (entry.type === 'File' || entry.type === 'OldFile' || entry.type === 'ContiguousFile') {
      yield { name: entry.path, size: entry.size, chunks: whole(entry) };
    } else if (entry.type !== 'Directory' && entry.type !== 'GNUDumpDir') events.link(entry.path);
    entry.resume();
    if (!entry.emittedEnd) await entry.promise();
  }
  const failed = await fed;
  if (failed) throw failed.error;
}

const SPARSE = 'it is a sparse file: pack it again without --sparse';
/** The parser does not know the blocks that continue the map of an older sparse file. */
const OLD_SPARSE = `${SPARSE} (what follows it may be missing too)`;

/** What the parser passes over without a word. */
function ignored({ type, path, meta }: ReadEntry, events: TarEvents): void {
  if (meta) events.damaged('a name or header in it is longer than a megabyte');
  else if (type === 'SparseFile') events.unknown(path, OLD_SPARSE);
  else if (type !== 'TapeVolumeHeader') events.unknown(path, 'it is stored in a way that is not known here');
}

/** Newer sparse files look like whole ones, but for what the header before them says. */
class SparseNames {
  #next: string | undefined;

  see(header: string): void {
    if (/^\d+ GNU\.sparse\./m.test(header)) this.#next = /^\d+ GNU\.sparse\.name=(.*)/m.exec(header)?.[1] ?? '';
  }

  /** The name of the entry that comes now ("" when the header has none); nothing when it is not sparse. */
  take(): string | undefined {
    const name = this.#next;
    this.#next = undefined;
    return name;
  }
}

async function feed(source: Bytes, parser: Parser, events: TarEvents): Promise<void> {
  const end = new EndMark();
  try {
    for await (const chunk of source) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      end.push(bytes);
      if (!parser.write(bytes)) await new Promise<void>((resolve) => parser.once('drain', resolve));
    }
  } finally {
    parser.end(); // also when the stream fails: whoever reads a member would wait for ever
  }
  if (!end.seen()) events.damaged('the archive is cut off: its end mark is missing');
}

const BLOCK = 512;

/** Whether a tar stream ends as one must: with a block of zeros. The parser does not ask for it. */
class EndMark {
  #tail: Buffer = Buffer.alloc(0);

  push(bytes: Buffer): void {
    this.#tail = bytes.length >= BLOCK ? bytes.subarray(-BLOCK) : Buffer.concat([this.#tail, bytes]).subarray(-BLOCK);
  }

  seen(): boolean {
    return this.#tail.length === BLOCK && this.#tail.every((byte) => byte === 0);
  }
}

async function* whole(entry: ReadEntry): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of entry) {
    bytes += chunk.length;
    yield chunk;
  }
  if (bytes < entry.size) throw new Error(`it is cut off after ${bytes} of ${entry.size} bytes`);
}

/** Entries that the parser has announced and nobody has taken yet. */
class Queue {
  #entries: ReadEntry[] = [];
  #closed = false;
  #wake: () => void = () => {};

  add(entry: ReadEntry): void {
    this.#entries.push(entry);
    this.#wake();
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  async next(): Promise<ReadEntry | undefined> {
    while (this.#entries.length === 0 && !this.#closed) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#entries.shift();
  }
}
