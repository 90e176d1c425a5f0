// The default command: reads every input, writes its records, tells what could not be read.

import type { Writing } from '../formats/format.ts';
import { FORMATS } from '../formats/formats.ts';
import type { Input } from '../io/inputs.ts';
import { openPlain } from '../io/open-plain.ts';
import { fileSink, type Sink, stdoutSink } from '../io/sink.ts';
import { type Settings, settingsOf } from '../options.ts';
import type { Record } from '../record.ts';
import { createSifter, type SiftSink } from '../sift.ts';
import { createDecoder } from '../text/decode.ts';
import type { Line } from '../text/lines.ts';
import { ALL_FIELDS, type ReadFlags, type TalkFlags } from './options.ts';
import { createPalette } from './palette.ts';
import { codeOf, reasonOf } from './reasons.ts';
import { onSignal } from './signals.ts';
import { createTalk, type Talk } from './talk.ts';

/** The options of the default command. */
export interface SiftFlags extends ReadFlags, TalkFlags {
  format: string;
  fields?: string[];
  output?: string;
  rejects?: string;
  strict?: true;
}

/** Runs the command and returns the exit status. */
export async function runSift(names: readonly string[], flags: SiftFlags): Promise<number> {
  const talk = createTalk(
    flags.quiet ? 'quiet' : flags.verbose ? 'verbose' : 'normal',
    createPalette(flags.color, 'stderr'),
  );
  const sinks: Sink[] = [];
  const off = onSignal(() => abortAll(sinks));
  try {
    const output = flags.output === undefined ? stdoutSink() : openFile(flags.output);
    sinks.push(output);
    const rejects = flags.rejects === undefined ? undefined : openFile(flags.rejects);
    if (rejects) sinks.push(rejects);
    const run = new Run(flags, talk, output, rejects, names.length > 1);
    await run.all(names);
    for (const sink of sinks) await sink.close();
    run.summary();
    return talk.problems() > 0 || (flags.strict && talk.warnings() > 0) ? 1 : 0;
  } catch (error) {
    abortAll(sinks);
    if (codeOf(error) === 'EPIPE') return 0;
    talk.problem(null, error instanceof OutputError ? error.message : reasonOf(error));
    return 1;
  } finally {
    off();
  }
}

class OutputError extends Error {}

function openFile(path: string): Sink {
  try {
    return fileSink(path);
  } catch (error) {
    throw new OutputError(`${path}: cannot be written: ${reasonOf(error)}`);
  }
}

function abortAll(sinks: readonly Sink[]): void {
  for (const sink of sinks) sink.abort();
}

/** One run over all inputs: what is written, and what is counted. */
class Run {
  readonly #settings: Settings;
  readonly #talk: Talk;
  readonly #output: Sink;
  readonly #rejects: Sink | undefined;
  readonly #writing: Writing;
  readonly #several: boolean;
  #records = 0;
  #rejected = 0;
  #inputs = 0;
  #openLine = false;

  constructor(flags: SiftFlags, talk: Talk, output: Sink, rejects: Sink | undefined, several: boolean) {
    const { math, mathCertainty, markup, layout } = flags;
    this.#settings = settingsOf({ math, mathCertainty, markup, layout });
    this.#talk = talk;
    this.#output = output;
    this.#rejects = rejects;
    this.#several = several;
    const format = FORMATS.find(({ name }) => name === flags.format) ?? FORMATS[0];
    if (!format) throw new Error('there is no output format');
    this.#writing = format.open(flags.fields ?? ALL_FIELDS);
  }

  async all(names: readonly string[]): Promise<void> {
    this.#output.write(this.#writing.head);
    for (const input of openPlain(names.length > 0 ? names : ['-'])) {
      if ('reason' in input) this.#talk.problem(input.name, input.reason);
      else await this.#one(input);
    }
    this.#output.write(this.#writing.tail);
  }

  async #one(input: Input): Promise<void> {
    this.#inputs++;
    const decoder = createDecoder();
    const reading = this.#sinkOf(input.name);
    const sifter = createSifter({ ...this.#settings, file: input.name }, reading.sink);
    const chunks = input.chunks()[Symbol.asyncIterator]();
    for (;;) {
      const chunk = await this.#next(chunks, input.name);
      if (!chunk) break;
      sifter.push(decoder.push(chunk));
      await this.#flush();
    }
    sifter.push(decoder.end());
    sifter.end();
    await this.#flush();
    if (!reading.seen()) this.#talk.problem(input.name ?? 'standard input', 'is empty');
  }

  /** The next bytes; an input that cannot be read further is named, and ends here. */
  async #next(chunks: AsyncIterator<Uint8Array>, name: string | null): Promise<Uint8Array | undefined> {
    try {
      const { done, value } = await chunks.next();
      return done ? undefined : value;
    } catch (error) {
      this.#talk.problem(name ?? 'standard input', reasonOf(error));
      return undefined;
    }
  }

  async #flush(): Promise<void> {
    await this.#output.flush();
    await this.#rejects?.flush();
  }

  #sinkOf(file: string | null): { sink: SiftSink; seen: () => boolean } {
    const name = file ?? 'standard input';
    let seen = false;
    const sink: SiftSink = {
      record: (record) => this.#record(record, name),
      reject: (line) => this.#reject(line, name),
      warn: (message) => this.#talk.warning(name, message),
      page: (page, { layout, nearest, fit }) => {
        seen = true;
        if (layout) return;
        const missing = fit.missing.length > 0 ? `; missing: ${fit.missing.join(', ')}` : '';
        this.#talk.problem(`${name}:${page.line}`, `no digest recognised (nearest layout: ${nearest.name}${missing})`);
      },
    };
    return { sink, seen: () => seen };
  }

  #record(record: Record, name: string): void {
    const row = this.#writing.row(record);
    this.#output.write(this.#records > 0 ? this.#writing.separator + row : row);
    this.#records++;
    for (const warning of record.warnings) this.#talk.warning(`${name}:${record.source.line}`, warning);
  }

  /** A rejected line, with its number; the pieces of an overlong line make one line again. */
  #reject(line: Line, name: string): void {
    this.#rejected++;
    if (!this.#rejects) return;
    const start = this.#openLine ? '' : `${this.#several ? `${name}:` : ''}${line.number}\t`;
    this.#rejects.write(`${start}${line.text}${line.partial ? '' : '\n'}`);
    this.#openLine = line.partial ?? false;
  }

  summary(): void {
    const counts = [
      [this.#inputs, 'input'],
      [this.#records, 'record'],
      [this.#rejected, 'rejected line'],
      [this.#talk.warnings(), 'warning'],
    ] as const;
    this.#talk.note(counts.map(([count, what]) => `${count} ${what}${count === 1 ? '' : 's'}`).join(', '));
  }
}
