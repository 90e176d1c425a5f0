// What V8, Node's engine, is told about a run: how much there is to read.
import { fstatSync, statSync } from 'node:fs';

/** A run that reads no more bytes is over before compiled code has earned what V8's optimising compiler costs. */
const MAX_SHORT_RUN_BYTES = 1 << 18;
/** From this many bytes on, a run is long enough to care for its memory. */
const MIN_LONG_RUN_BYTES = 1 << 22;

let read = 0;

/** A run over what these paths name begins (`-` is standard input): a short one is not optimised. */
export function expectRun(paths: readonly string[]): void {
  expectMuch();
  if (paths.reduce((sum, path) => sum + sizeOf(path), 0) <= MAX_SHORT_RUN_BYTES) tell('--no-opt');
}

/** A run begins that may be long; holds for the threads that it starts too. */
export function expectMuch(): void {
  // Not --no-regexp-tier-up: a pattern that was used before it is told has no compiled code, and V8 ends in a fault.
  tell('--max-inlined-bytecode-size-cumulative=300'); // with all that V8 inlines, a third of the time goes into compiling
}

/** `bytes` have been read, besides those before: archives hold more than they weigh. */
export function hasRead(bytes: number): void {
  const before = read;
  read += bytes;
  const passes = (length: number): boolean => before <= length && read > length;
  if (passes(MAX_SHORT_RUN_BYTES)) tell('--opt');
  // Text goes through and is gone: V8 would let its space for young objects grow to three times what they need.
  if (passes(MIN_LONG_RUN_BYTES)) tell('--semi-space-growth-factor=1');
}

/** Bytes of a file; nobody knows how much else there is. */
function sizeOf(path: string): number {
  try {
    const found = path === '-' ? fstatSync(0) : statSync(path);
    return found.isFile() ? found.size : Infinity;
  } catch {
    return Infinity; // whoever reads it says why it cannot be read
  }
}

const tell = (flag: string): void => process.getBuiltinModule('node:v8').setFlagsFromString(flag);
