// How far a bulk run is: a bar on a terminal, a line every ten seconds under -v, nothing under -q.
import type { BulkOptions } from '../bulk/options.ts';
import { walk } from '../io/walk.ts';
import { count } from './count.ts';
import type { Talk } from './talk.ts';

/** Shows how far a run is. */
export interface Progress {
  /** `bytes` are done, besides those that were told before. */
  read(bytes: number): void;
  /** One more input is done, which gave `records`. After a stop, more may have been read than belongs to it. */
  done(records: number, stopped: boolean): void;
  /** Says something without tearing the bar. */
  aside(say: () => void): void;
  stop(): void;
  /** What has not been read yet, in words. */
  left(): Promise<string>;
}

/** What is known of a run at a moment. */
interface State {
  read: number;
  /** The bytes of inputs that are done as a whole: what is left of another one is all of it. */
  complete: number;
  total: number;
  inputs: number;
  records: number;
}

/** Makes the display that fits where standard error goes. */
export async function createProgress(
  options: BulkOptions,
  flags: { quiet?: true; verbose?: true },
  talk: Talk,
): Promise<Progress> {
  const state: State = { read: 0, complete: 0, total: 0, inputs: 0, records: 0 };
  const { TERM } = process.env;
  const terminal = process.stderr.isTTY === true && TERM !== 'dumb' && !flags.quiet;
  const display = terminal ? await bar(state, talk) : flags.verbose ? lines(state, talk) : NONE;
  const measured = terminal || flags.verbose ? measure(options, state) : undefined;
  return {
    read: (bytes) => {
      state.read += bytes;
    },
    done: (records, stopped) => {
      state.inputs++;
      if (!stopped) state.complete = state.read;
      state.records += records;
    },
    aside: (say) => display.aside(say),
    stop: () => display.stop(),
    left: async () => {
      await (measured ?? measure(options, state));
      return `${count(state.inputs, 'input')} done, about ${megabytes(Math.max(0, state.total - state.complete))} MB are left`;
    },
  };
}

interface Display {
  aside(say: () => void): void;
  stop(): void;
}

const NONE: Display = { aside: (say) => say(), stop: () => {} };

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Adds up the sizes of the inputs while the run is on. */
async function measure({ paths, input, own }: BulkOptions, state: State): Promise<void> {
  for (const path of paths) {
    if (path === '-') continue;
    for await (const { size } of walk(path, { hidden: input.hidden, skip: own, onProblem: () => {} }))
      state.total += size;
  }
}

async function bar(state: State, talk: Talk): Promise<Display> {
  const { default: progress } = await import('cli-progress'); // CommonJS: its names are only there as a whole
  const shown = new progress.SingleBar({
    format: '{bar} {percentage} % | {megabytes} MB | {rate} MB/s | {records} records | {left} left',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barsize: 24,
    etaBuffer: 50,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  const begin = performance.now();
  const total = (): number => Math.max(state.total, state.read, 1);
  const start = (): void => shown.start(total(), state.read, payload(state, begin));
  const timer = setInterval(() => {
    shown.setTotal(total());
    shown.update(state.read, payload(state, begin));
  }, 100);
  let on = true;
  const stop = (): void => {
    on = false;
    clearInterval(timer);
    shown.stop();
  };
  process.once('exit', stop); // it gives the cursor back
  start();
  return {
    // At its end a bar goes back to where it began: above what is said in between, unless it begins again below.
    aside: (say) => {
      shown.stop();
      say();
      talk.flush();
      if (on) start();
    },
    stop,
  };
}

function payload(state: State, start: number): { [name: string]: string | number } {
  const time = (performance.now() - start) / 1000;
  const rate = state.read / Math.max(time, 0.1);
  const left = rate > 0 && state.total > 0 ? Math.max(0, state.total - state.read) / rate : undefined;
  return {
    megabytes: megabytes(state.read),
    rate: megabytes(rate),
    records: state.records,
    left: left === undefined ? '?' : clock(left),
  };
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Milliseconds between two lines in a log. */
const EVERY_MS = 10_000;

function lines(state: State, talk: Talk): Display {
  const start = performance.now();
  const timer = setInterval(() => {
    const { megabytes: read, rate, records, left } = payload(state, start);
    const total = state.total > 0 ? ` of ${megabytes(state.total)}` : '';
    talk.note(`${read}${total} MB, ${rate} MB/s, ${state.inputs} inputs, ${records} records, ${left} left`);
    talk.flush();
  }, EVERY_MS);
  timer.unref();
  return { ...NONE, stop: () => clearInterval(timer) };
}
