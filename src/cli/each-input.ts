// Reads one input after another as text; what cannot be read is named, and the others are still read.
import { CAPTURE_FIELDS } from '../io/captures.ts';
import { expectRun, hasRead } from '../io/engine.ts';
import { type Input, openInputs } from '../io/inputs.ts';
import { type InputEvents, MAX_SIZE } from '../io/items.ts';
import { inputName } from '../io/names.ts';
import { JunkBehind, reasonOf } from '../io/reasons.ts';
import { isSameFile, isStdoutFile } from '../io/same-file.ts';
import { turnForSignals } from '../io/turns.ts';
import { createDecoder } from '../text/decode.ts';
import type { Talk } from './talk.ts';

/** Takes the text of one input. */
export interface Taker {
  push(text: string): void;
  /** All was read, or (`cut`) all that could be. */
  end(cut: boolean): void;
}

/** What the plain commands read: nothing hidden, and no archive member beyond the limit that `convert` has by itself. */
const HOW = { hidden: false, maxSize: MAX_SIZE, captureFields: CAPTURE_FIELDS };

/** What stands in a folder is no input when the run itself writes it. */
const STREAMS = ['/dev/stdout', '/dev/stderr'];

/**
 * Opens what the user named (nothing: standard input), hands every input to a taker of its own and calls `flush` after
 * every chunk with its number of bytes, so that results go out as text comes in. `outputs` are files that a folder may
 * hold from the run before. Resolves to how many files and members were passed over; rejects only when `flush` does.
 */
export async function eachInput(
  names: readonly string[],
  talk: Talk,
  take: (input: Input) => Taker,
  flush: (bytes: number) => Promise<void>,
  outputs: readonly string[] = [],
): Promise<number> {
  let passedOver = 0;
  const paths = names.length > 0 ? names : ['-'];
  expectRun(paths);
  for (const path of paths) {
    if (isStdoutFile(path)) {
      talk.problem(
        inputName(path === '-' ? null : path),
        'it is the output too, and would grow as it is read: not read',
      );
      continue;
    }
    if (path === '-' && process.stdin.isTTY)
      talk.hint('reading standard input until Ctrl-D; papersift --help says what else there is');
    const events: InputEvents = {
      problem: ({ name, reason }) => talk.problem(name, reason),
      skipped: () => {
        passedOver++;
      },
    };
    for await (const input of openInputs([path], { ...HOW, skip: skipOf(path, outputs) }, events))
      await readInput(input, talk, take(input), flush);
  }
  return passedOver;
}

/** An output that is named as an input is read: it is replaced only at the end. */
const skipOf = (path: string, outputs: readonly string[]): readonly string[] => [
  ...STREAMS,
  ...outputs.filter((output) => !isSameFile(path, output)),
];

async function readInput(
  input: Input,
  talk: Talk,
  taker: Taker,
  flush: (bytes: number) => Promise<void>,
): Promise<void> {
  const decoder = createDecoder();
  const chunks = input.chunks()[Symbol.asyncIterator]();
  let failure: unknown;
  const next = (): Promise<IteratorResult<Uint8Array>> =>
    chunks.next().catch((error: unknown) => {
      failure = error ?? new Error('it cannot be read');
      return { done: true, value: undefined };
    });
  try {
    for (let chunk = await next(); !chunk.done; chunk = await next()) {
      taker.push(decoder.push(chunk.value));
      hasRead(chunk.value.length);
      await flush(chunk.value.length);
    }
  } finally {
    await chunks.return?.();
  }
  if (failure) talk.problem(inputName(input.name), reasonOf(failure));
  taker.push(decoder.end());
  taker.end(failure !== undefined && !(failure instanceof JunkBehind));
  await flush(0);
  await turnForSignals(); // members of an archive may all come from one chunk of it
}
