// The work itself: pieces to rows. A pure function of the piece and the job, the same in every thread.
import { createHash, hash } from 'node:crypto';
import { join } from 'node:path';
import { createCleaner } from '../clean/clean.ts';
import type { Cleaner } from '../clean/cleaner.ts';
import type { Writing } from '../formats/format.ts';
import { formatNamed } from '../formats/formats.ts';
import { linesOf, parseCapture } from '../io/captures.ts';
import { expectMuch } from '../io/engine.ts';
import { captureName, readItem } from '../io/inputs.ts';
import type { InputProblem, Item } from '../io/items.ts';
import { inputName } from '../io/names.ts';
import { type Bytes, peek } from '../io/peek.ts';
import { JunkBehind, reasonOf } from '../io/reasons.ts';
import { hashText } from '../io/text-hash.ts';
import { createForeignPages, type ForeignPages, NOTHING_IN_IT } from '../pages/foreign.ts';
import { createSifter } from '../sift.ts';
import type { SiftSink } from '../sift-sink.ts';
import type { Job } from './job.ts';
import { keysOf } from './keys.ts';
import { madeBefore } from './made-before.ts';
import { type Counts, noCounts, type Outcome } from './outcome.ts';
import { PageReader } from './page-reader.ts';
import { Rows } from './rows.ts';
import type { Task, WorkPiece } from './task.ts';

/** Does the pieces of a task one after another. */
export type Work = (task: Task) => Promise<Outcome[]>;

/** Pages of at most this many bytes are held while it is asked whether they have changed; larger ones are read twice. */
const MAX_HELD_BYTES = 8 * 2 ** 20;

/**
 * Makes the function that does tasks of one job; `worker` tells the spool files of the threads apart. It never rejects.
 * Not before there is a task: what V8 is told here makes it refuse its code cache.
 */
export function createWork(job: Job, worker: number): Work {
  expectMuch();
  const writing = formatNamed(job.format).open(job.fields);
  const { math, mathCertainty } = job.settings;
  const repair = createCleaner({ math, mathCertainty, hashText });
  const rows = new Rows();
  let pieces = 0;
  const work = async (piece: WorkPiece): Promise<Outcome> => {
    rows.begin(join(job.spool, `rows-${worker}-${pieces++}`));
    const reading = new PieceReading(job, writing, repair, rows);
    await reading.read(piece);
    return reading.outcome(piece);
  };
  return async (task) => {
    const outcomes: Outcome[] = [];
    for (const piece of task.pieces) outcomes.push(await work(piece));
    return outcomes;
  };
}

/** The reading of one piece. */
class PieceReading {
  readonly #job: Job;
  readonly #writing: Writing;
  readonly #repair: Cleaner;
  readonly #rows: Rows;
  readonly #counts: Counts = noCounts();
  readonly #problems: InputProblem[] = [];
  readonly #keys: number[] = [];
  readonly #layouts = new Set<string>();
  readonly #markups = new Set<string>();
  readonly #start = performance.now();
  #contentHash: string | null = null;
  #junk: InputProblem | undefined;
  #outputHash: string | null = null;
  #broken = false;

  constructor(job: Job, writing: Writing, repair: Cleaner, rows: Rows) {
    this.#job = job;
    this.#writing = writing;
    this.#repair = repair;
    this.#rows = rows;
  }

  async read(piece: WorkPiece): Promise<void> {
    try {
      if (piece.kind === 'captures') this.#captures(piece);
      else if (piece.item.body.from === 'stream') await this.#stream(piece.item.name, this.#bytes(piece.item));
      else await this.#file(piece);
      if (this.#junk) this.#problems.push(this.#junk);
    } catch (error) {
      this.#broken = true;
      this.#problems.push({ name: inputName(piece.name), reason: reasonOf(error) });
    }
  }

  outcome(piece: WorkPiece): Outcome {
    const { input, out, origin, name } = piece;
    return {
      input,
      out,
      origin,
      name,
      ...this.#rows.take(),
      keys: Uint32Array.from(this.#keys),
      contentHash: this.#broken ? null : this.#contentHash,
      outputHash: this.#outputHash,
      problems: this.#problems,
      broken: this.#broken,
      counts: this.#counts,
      layouts: [...this.#layouts],
      markups: [...this.#markups],
      milliseconds: performance.now() - this.#start,
    };
  }

  /** The bytes of a page. What only has something else behind it is a page all the same. */
  async *#bytes(item: Item): AsyncGenerator<Uint8Array> {
    try {
      yield* readItem(item, this.#job.maxSize);
    } catch (error) {
      if (!(error instanceof JunkBehind)) throw error;
      this.#junk = { name: inputName(item.name), reason: reasonOf(error) };
    }
  }

  /** What can be read twice: a small page is held in between, a large one is read again when it has to be. */
  async #file({ item, out }: WorkPiece & { kind: 'page' }): Promise<void> {
    // Its size on the disk says nothing of what is packed in it.
    const { head, chunks, failed } = await peek(this.#bytes(item), MAX_HELD_BYTES + 1);
    if (head.length <= MAX_HELD_BYTES && !failed) {
      if (await this.#isMade(item, out, hash('sha256', head))) return;
      const page = this.#page(item.name);
      page.bytes(head);
      page.end();
      return;
    }
    if (!this.#job.earlier) return this.#stream(item.name, chunks);
    const content = createHash('sha256');
    for await (const chunk of chunks) content.update(chunk);
    if (await this.#isMade(item, out, content.digest('hex'))) return;
    await this.#stream(item.name, this.#bytes(item));
  }

  async #stream(name: string | null, chunks: Bytes): Promise<void> {
    const page = this.#page(name);
    const content = createHash('sha256');
    for await (const chunk of chunks) {
      content.update(chunk);
      page.bytes(chunk);
    }
    page.end();
    this.#contentHash = content.digest('hex');
  }

  async #isMade({ name }: Item, out: string, contentHash: string): Promise<boolean> {
    this.#contentHash = contentHash;
    this.#outputHash = await madeBefore(this.#job.earlier, { out, name, contentHash });
    return this.#outputHash !== null;
  }

  #captures(piece: WorkPiece & { kind: 'captures' }): void {
    const where = inputName(piece.name);
    for (const { text, number } of linesOf(piece)) {
      const capture = parseCapture(text, this.#job.captureFields);
      if (typeof capture === 'string') {
        this.#problems.push({ name: `${where}:${number}`, reason: capture });
        continue;
      }
      const page = this.#page(captureName(capture.url, piece.name, number));
      for (const text of capture.pieces) page.text(text);
      page.end();
    }
  }

  /** Begins a page: what is pushed into it ends as rows, counts and problems. */
  #page(name: string | null): PageReader {
    const where = inputName(name);
    const foreign = createForeignPages(
      (line, reason) => this.#problems.push({ name: `${where}:${line}`, reason }),
      () => this.#counts.warnings++,
    );
    const sifter = createSifter({ ...this.#job.settings, file: name }, this.#sink(foreign), this.#repair);
    return new PageReader(sifter, this.#counts, (isEmpty) => {
      foreign.end();
      if (isEmpty) this.#problems.push({ name: where, reason: NOTHING_IN_IT });
    });
  }

  #sink(foreign: ForeignPages): SiftSink {
    return {
      record: (record) => {
        this.#rows.add(this.#writing.row(record));
        this.#counts.records++;
        this.#counts.warnings += record.warnings.length;
        if (this.#job.keys) this.#keys.push(...keysOf(record));
      },
      reject: () => {
        this.#counts.rejects++;
      },
      warn: () => {
        this.#counts.warnings++;
      },
      repaired: () => {
        this.#counts.repairs++;
      },
      page: (page, recognised) => {
        this.#markups.add(recognised.markup.name);
        if (recognised.layout) this.#layouts.add(recognised.layout.name);
        foreign.page(page, recognised);
      },
    };
  }
}
