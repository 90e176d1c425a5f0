// Mirrored outputs: one file for each input, noted in the journal once it is safely on disk.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newFile } from '../io/output/landing.ts';
import { isNoRoom, reasonOf } from '../io/reasons.ts';
import { FolderSyncs } from './folder-syncs.ts';
import type { Entry } from './made-before.ts';
import type { Mirror } from './mirror.ts';
import type { OutFile } from './out-file.ts';
import type { Outcome } from './outcome.ts';
import type { OutputSetup, Outputs } from './outputs.ts';
import { eachRow } from './rows.ts';

/** At most this many files are on their way to the disk at once: waiting for each alone would take minutes. */
const MAX_ON_THEIR_WAY = 16;

/** When the disk has had no room for this many outputs in a row, there is none for the others either. */
const MAX_WITHOUT_ROOM = 3;

/** Makes the outputs of a run that mirrors its inputs into a folder. */
export function mirroredOutputs(setup: OutputSetup, mirror: Mirror): Outputs {
  const folders = new FolderSyncs();
  const onTheirWay: Promise<void>[] = [];
  let open: OpenOutput | undefined;
  let noRoom: unknown[] = [];
  /** Takes how an output, or the note of one, was written: well, or with this error. */
  const written = (error?: unknown): void => {
    if (error === undefined) noRoom = [];
    else if (isNoRoom(error)) noRoom.push(error);
  };

  async function add(outcome: Outcome): Promise<void> {
    if (open && open.out !== outcome.out) await close();
    if (noRoom.length >= MAX_WITHOUT_ROOM) {
      await Promise.all(onTheirWay);
      throw noRoom[0];
    }
    const { out, name, contentHash, outputHash } = outcome;
    if (contentHash !== null && outputHash !== null)
      return noteInOrder(Promise.resolve({ out, name, contentHash, optionsHash: mirror.optionsHash, outputHash }));
    open ??= new OpenOutput(outcome, join(mirror.dir, out), setup, written);
    await open.add(outcome);
  }

  async function close(): Promise<void> {
    const closing = open;
    open = undefined;
    if (closing) await noteInOrder(closing.finish(mirror, folders));
  }

  /** Waits for older files; notes this one after them, so that the journal has the order of the inputs. */
  async function noteInOrder(output: Promise<Entry | null>): Promise<void> {
    const before = onTheirWay.at(-1);
    const noted = output.then(async (entry) => {
      await before;
      if (entry) note(entry);
    });
    noted.catch(() => {}); // it is heard when somebody waits for it
    onTheirWay.push(noted);
    if (onTheirWay.length > MAX_ON_THEIR_WAY) await onTheirWay.shift();
  }

  function note(entry: Entry): void {
    try {
      mirror.journal.add(entry);
      written();
    } catch (error) {
      written(error);
      setup.problem({ name: entry.out, reason: `cannot be noted as done: ${reasonOf(error)}` });
    }
  }

  async function finish(signal: AbortSignal): Promise<void> {
    // Of a stream that was stopped the rest may be missing; a page is whole by itself.
    if (signal.aborted && open?.isStream) open.abandon();
    else await close();
    await Promise.all(onTheirWay);
  }

  return { add, finish, abandon: () => open?.abandon(), joined: () => 0 };
}

/** The output that is being written. */
class OpenOutput {
  readonly out: string;
  readonly #origin: string | null;
  readonly #name: string | null;
  readonly #path: string;
  readonly #setup: OutputSetup;
  readonly #written: (error?: unknown) => void;
  #file: OutFile | undefined;
  #contentHash: string | null = null;
  #noted = true;
  #warned = false;
  #failed = false;

  constructor(first: Outcome, path: string, setup: OutputSetup, written: (error?: unknown) => void) {
    this.out = first.out;
    this.#origin = first.origin;
    this.#name = first.origin ?? first.name;
    this.#path = path;
    this.#setup = setup;
    this.#written = written;
    this.#try(() => {
      this.#file = setup.open(newFile(path));
    });
  }

  /** Other outcomes may belong to it. */
  get isStream(): boolean {
    return this.#origin !== null;
  }

  async add(outcome: Outcome): Promise<void> {
    this.#contentHash = outcome.contentHash;
    if (outcome.problems.length > 0) this.#noted = false;
    if (outcome.counts.warnings > 0) this.#warned = true;
    if (outcome.broken && this.#origin === null) this.#failed = true;
    if (this.#failed && outcome.spool !== null) rmSync(outcome.spool, { force: true });
    const file = this.#file;
    if (file && !this.#failed) await this.#try(() => eachRow(outcome, (row) => file.row(row)));
  }

  /** Completes the output. Resolves to what the journal may say of it. */
  async finish(mirror: Mirror, folders: FolderSyncs): Promise<Entry | null> {
    const file = this.#file;
    if (!file || this.#failed) {
      file?.abandon();
      return null;
    }
    let outputHash = '';
    await this.#try(async () => {
      outputHash = await file.finish();
      await folders.sync(dirname(this.#path));
      this.#written();
    });
    if (this.#failed) file.abandon(); // on a full disk others may have the room
    if (this.#failed || !this.#noted || (mirror.strict && this.#warned)) return null;
    const contentHash = this.#origin === null ? this.#contentHash : await mirror.streams.contentHash(this.#origin);
    if (contentHash === null) return null;
    return { out: this.out, name: this.#name, contentHash, optionsHash: mirror.optionsHash, outputHash };
  }

  abandon(): void {
    this.#file?.abandon();
  }

  #try(act: () => void): void;
  #try(act: () => Promise<void>): Promise<void>;
  #try(act: () => void | Promise<void>): void | Promise<void> {
    const failed = (error: unknown): void => {
      this.#failed = true;
      this.#written(error);
      this.#setup.problem({ name: this.#path, reason: `cannot be written: ${reasonOf(error)}` });
    };
    try {
      return act()?.catch(failed);
    } catch (error) {
      failed(error);
    }
  }
}
