// What V8, Node's engine, is told about a run: how much there is to read.
import { fstatSync, statSync } from 'node:fs';

/** So little is read before compiled code has earned what V8's optimising compiler costs. */
const SHORT_RUN = 1 << 18;
const LONG_RUN = 1 << 22;

let read = 0;

/** A run over what these paths name begins (`-` is standard input): a short one is not optimised. */
export function expectRun(paths: readonly string[]): void {
  expectMuch();
  if (paths.reduce((sum, path) => sum + sizeOf(path), 0) <= SHORT_RUN) tell('--no-opt');
}

/** A run begins that may be long; holds for the threads that it starts too. */
export function expectMuch(): void {
  // Not --no-regexp-tier-up: a pattern that was used before it is told has no compiled code, and V8 ends in a fault.
  tell('--max-inlined-bytecode-size-cumulative=300'); // with all that V8 inlines, a third of the time goes into compiling
}

/** So many more bytes have been read: archives hold more than they weigh. */
export function hasRead(bytes: number): void {
  const before = read;
  read += bytes;
  const passes = (length: number): boolean => before <= length && read > length;
  if (passes(SHORT_RUN)) tell('--opt');
  // Text goes through and is gone: V8 would let its space for young objects grow to three times what they need.
  if (passes(LONG_RUN)) tell('--semi-space-growth-factor=1');
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
