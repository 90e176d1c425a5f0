// Pages in, records out: where records, rejects and warnings of the plain command go, and how many there were.
import { createCleaner } from '../clean/clean.ts';
import { FIELDS } from '../formats/fields.ts';
import type { Writing } from '../formats/format.ts';
import { formatNamed } from '../formats/formats.ts';
import type { Input } from '../io/inputs.ts';
import { inputName } from '../io/names.ts';
import type { Sink } from '../io/output/sink.ts';
import { hashText } from '../io/text-hash.ts';
import type { Record } from '../record.ts';
import { createSifter } from '../sift.ts';
import type { Line } from '../text/lines.ts';
import { count, sayPassedOver } from './count.ts';
import type { Taker } from './each-input.ts';
import type { FormatFlags, ReadFlags } from './options.ts';
import { createPageWatch } from './page-watch.ts';
import type { Talk } from './talk.ts';
import type { Ticker } from './ticker.ts';

/** Where a run writes. */
export interface Outlets {
  readonly output: Sink;
  readonly rejects: Sink | undefined;
  readonly talk: Talk;
  readonly ticker: Ticker;
  /** The name of the only input that was asked for (null: standard input): its rejected lines need not carry it. */
  readonly only: string | null | undefined;
}

/** Takes inputs one after another and writes what comes of them. */
export interface RecordWriter {
  take(input: Input): Taker;
  /** Writes what has come together from `bytes` that were read since the last time. */
  flush(bytes: number): Promise<void>;
  /** Writes the end of the output and says what was done, and how much was passed over. */
  finish(passedOver: number): void;
}

/** Makes the writer of a run. The head of the output comes with the first record, so that what is said before that stands alone on a terminal. */
export function createRecordWriter(
  flags: ReadFlags & FormatFlags,
  { output, rejects, talk, ticker, only }: Outlets,
): RecordWriter {
  const counts = { inputs: 0, bytes: 0, records: 0, rejected: 0 };
  const writing = openFormat(flags);
  const writeReject = createRejectWriter(rejects);
  const { math, mathCertainty, markup, layout } = flags;
  const repair = createCleaner({ math, mathCertainty, hashText });

  function writeRecord(record: Record, name: string): void {
    output.write(counts.records++ === 0 ? writing.head : writing.separator);
    output.write(writing.row(record));
    for (const warning of record.warnings) talk.warning(`${name}:${record.source.line}`, warning);
  }

  function take({ name: file }: Input): Taker {
    const name = inputName(file);
    counts.inputs++;
    const watch = createPageWatch(name, talk);
    const sifter = createSifter(
      { math, mathCertainty, markup, layout, file },
      {
        record: (record) => writeRecord(record, name),
        reject: (line) => {
          counts.rejected++;
          writeReject(line, file === only ? '' : `${name}:`);
        },
        warn: (message) => talk.warning(name, message),
        page: watch.page,
      },
      repair,
    );
    return {
      push: sifter.push,
      end: (cut) => {
        sifter.end();
        watch.end(cut);
      },
    };
  }

  return {
    take,
    flush: async (bytes) => {
      counts.bytes += bytes;
      await output.flush();
      await rejects?.flush();
      if (talk.isHolding()) ticker.clear();
      talk.flush();
      ticker.tick(counts.bytes, counts.records);
    },
    finish: (passedOver) => {
      ticker.clear();
      talk.unsaid(', and records carry theirs');
      const { inputs, records, rejected } = counts;
      output.write(records === 0 ? writing.head + writing.tail : writing.tail);
      const said = [count(inputs, 'input'), count(records, 'record'), count(rejected, 'rejected line')];
      talk.note([...said, count(talk.warnings(), 'warning'), ...sayPassedOver(passedOver)].join(', '));
    },
  };
}

function openFormat({ format, fields }: FormatFlags): Writing {
  return formatNamed(format).open(fields ?? FIELDS);
}

/** Writes rejected lines with their numbers; the pieces of an overlong line become one line again. */
function createRejectWriter(rejects: Sink | undefined): (line: Line, where: string) => void {
  let unfinished = false;
  return ({ number, text, partial = false }, where) => {
    const start = unfinished ? '' : `${where}${number}\t`;
    rejects?.write(`${start}${text}${partial ? '' : '\n'}`);
    unfinished = partial;
  };
}
