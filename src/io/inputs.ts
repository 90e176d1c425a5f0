// What the user named on the command line, one input after another: files, folders, globs, archive members, standard input.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { createDecoder, encodingOf } from '../text/decode.ts';
import type { Source } from './archives/source.ts';
import { lineBatches, linesOf, parseCapture } from './captures.ts';
import { decompress } from './codecs/decompress.ts';
import type { InputEvents, InputOptions, InputProblem, Item } from './items.ts';
import { counted, limited } from './limits.ts';
import { looksLikeMail, readMail } from './mail.ts';
import { beginsMbox, mailsOf } from './mbox.ts';
import { inputName } from './names.ts';
import { type Bytes, collect, peek } from './peek.ts';
import { readDescriptor, readFile, readPipe } from './read.ts';
import { NO_READABLE_FILE, NO_TEXT, reasonOf, UNREAD_PACKING } from './reasons.ts';
import { isSameFile } from './same-file.ts';
import { HEAD_BYTES, sniff } from './sniff.ts';
import { type Found, walk } from './walk.ts';

/** One input: the name its records carry as their source (null for standard input), and its bytes. */
export interface Input {
  readonly name: string | null;
  /** The bytes of the input, once. Rejects with an error that has a `code` where the system gave one. */
  chunks(): AsyncIterable<Uint8Array>;
}

/**
 * Opens what the user named, in order; nothing or `-` is standard input. Archives and captures are opened too: each
 * page in them is an input. Take the next input only when the one before is read. What cannot be read, and what holds nothing
 * to read, is told as a problem.
 */
export async function* openInputs(
  paths: readonly string[],
  options: InputOptions,
  events: InputEvents,
): AsyncGenerator<Input> {
  for await (const item of openItems(paths, options, events)) {
    if (item.kind === 'captures') yield* capturesOf(item, options, events.problem);
    else yield { name: item.name, chunks: () => readItem(item, options.maxSize) };
  }
}

/** The same in one step less: streams of captures stay whole, and pages say where their bytes are. */
export async function* openItems(
  paths: readonly string[],
  options: InputOptions,
  events: InputEvents,
): AsyncGenerator<Item> {
  for (const path of paths.length > 0 ? paths : ['-']) {
    if (path === '-') {
      yield* openStdin(options, events);
      continue;
    }
    let isEmpty = true;
    const problem = (problem: InputProblem): void => {
      isEmpty = false;
      events.problem(problem);
    };
    for await (const found of walk(path, { ...options, onProblem: problem }))
      for await (const item of openFile(found, options, { ...events, problem })) {
        isEmpty = false;
        yield item;
      }
    // The run's own output may be among what a `*` names.
    if (isEmpty && !options.skip?.some((own) => isSameFile(path, own)))
      problem({ name: path, reason: NO_READABLE_FILE });
  }
}

async function* openStdin(options: InputOptions, events: InputEvents): AsyncGenerator<Item> {
  yield* openPipe({ name: null, mirror: 'stdin', size: 0, byUser: true }, readDescriptor(0), options, events);
}

/** What can be read only once: standard input, a named pipe, a shell's `<(command)`. */
async function* openPipe(
  source: Omit<Source, 'chunks'>,
  bytes: AsyncIterable<Uint8Array>,
  options: InputOptions,
  events: InputEvents,
): AsyncGenerator<Item> {
  const { head, chunks } = await peek(bytes, HEAD_BYTES);
  const kind = sniff(head, '', options.captureFields);
  const { name, mirror, size } = source;
  if (kind === 'text') yield { kind: 'page', name, mirror, size, body: { from: 'stream', chunks } };
  else if (kind === 'captures') yield { kind, name, mirror, size, body: { from: 'stream', chunks } };
  else yield* (await import('./archives/containers.ts')).openStream({ ...source, chunks }, options, events);
}

async function* openFile(found: Found, options: InputOptions, events: InputEvents): AsyncGenerator<Item> {
  const { path, raw, name, mirror, size, byUser } = found;
  try {
    // A path that is no UTF-8 cannot be named to another thread: its file is read here.
    if (raw) return yield* openPipe({ name, mirror, size, byUser }, readFile(raw), options, events);
    if (!statSync(path).isFile()) {
      yield* openPipe({ name, mirror, size, byUser }, readPipe(path), options, events);
      return;
    }
    const kind = sniff(headOf(path), path, options.captureFields);
    if (kind === 'text' || kind === 'captures') {
      yield {
        kind: kind === 'text' ? 'page' : kind,
        name,
        mirror,
        size,
        body: { from: 'file', path, codec: null },
        ...(kind === 'captures' ? { origin: path } : {}),
      };
      if (kind === 'text') events.read?.(size);
    } else if (kind === 'packed') events.problem({ name, reason: UNREAD_PACKING });
    else if (kind === 'binary') {
      if (byUser) events.problem({ name, reason: NO_TEXT });
      else events.skipped?.(name);
    } else {
      const { openContainer } = await import('./archives/containers.ts');
      yield* openContainer(found, kind, options, events);
    }
  } catch (error) {
    events.problem({ name, reason: reasonOf(error) });
  }
}

function headOf(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.allocUnsafe(HEAD_BYTES);
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, null));
  } finally {
    closeSync(file);
  }
}

/** The plain bytes of an item, whatever holds them. Rejects when they cannot be read or are more than `maxSize`. */
export async function* readItem(item: Item, maxSize: number): AsyncGenerator<Uint8Array> {
  if (item.kind === 'captures') return yield* inUtf8(readBody(item, maxSize));
  const { head, chunks } = await peek(readBody(item, maxSize), 1);
  const start = latin1(head, HEAD_BYTES);
  const isMbox = beginsMbox(start);
  const isMail = (isMbox || /^[A-Za-z][\w-]+:/.test(start)) && looksLikeMail(start);
  if (!isMail) yield* chunks;
  else if (isMbox)
    for await (const mail of mailsOf(chunks, Math.min(maxSize, MAX_MAIL_BYTES))) yield await openMail(mail);
  else yield await openMail(await collect(limited(chunks, Math.min(maxSize, MAX_MAIL_BYTES))));
}

/** Lines of captures end in a byte: those in UTF-16 or UTF-32, as PowerShell writes them, are turned into UTF-8. */
async function* inUtf8(source: Bytes): AsyncGenerator<Uint8Array> {
  const { head, chunks } = await peek(source, HEAD_BYTES);
  if (encodingOf(head.subarray(0, HEAD_BYTES), true) === 'utf-8') return yield* chunks;
  const decoder = createDecoder();
  for await (const chunk of chunks) yield Buffer.from(decoder.push(chunk));
  yield Buffer.from(decoder.end());
}

const latin1 = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.subarray(0, length)).toString('latin1');

/** A mail or a browser's web archive is an envelope; pages are in it. */
async function openMail(bytes: Uint8Array): Promise<Uint8Array> {
  const pages = await readMail(bytes);
  return Buffer.from(pages.map((page) => (page.endsWith('\n') ? page : `${page}\n`)).join(''));
}

/** A mail of more bytes is refused, since it is decoded as a whole. */
const MAX_MAIL_BYTES = 64 * 2 ** 20;

async function* readBody({ body }: Item, maxSize: number): AsyncGenerator<Uint8Array> {
  if (body.from === 'bytes') yield body.bytes;
  else if (body.from === 'stream') yield* body.chunks;
  else if (body.from === 'zip') yield (await import('./archives/containers.ts')).readPlace(body.path, body.entry);
  else if (body.codec === null) yield* readFile(body.path);
  else {
    const packed = { bytes: 0 };
    yield* limited(decompress(counted(readFile(body.path), packed), body.codec), maxSize, packed);
  }
}

async function* capturesOf(
  item: Item,
  options: InputOptions,
  onProblem: (problem: InputProblem) => void,
): AsyncGenerator<Input> {
  const where = inputName(item.name);
  try {
    for await (const batch of lineBatches(readItem(item, options.maxSize), BATCH_BYTES)) {
      for (const { text, number } of linesOf(batch)) {
        const capture = parseCapture(text, options.captureFields);
        if (typeof capture === 'string') onProblem({ name: `${where}:${number}`, reason: capture });
        else yield { name: captureName(capture.url, item.name, number), chunks: () => bytesOf(capture.pieces) };
      }
    }
  } catch (error) {
    onProblem({ name: where, reason: reasonOf(error) });
  }
}

const BATCH_BYTES = 1 << 20;

/** A capture is named by its address, so that it keeps its name however captures are spread over files. */
export function captureName(url: string | null, file: string | null, line: number): string | null {
  return url ?? (file === null ? null : `${file}:${line}`);
}

async function* bytesOf(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}
