// Reads one input after another as text; what cannot be read is named, and the others are still read.
import type { Input, InputProblem } from '../io/inputs.ts';
import { reasonOf } from '../io/reasons.ts';
import { createDecoder } from '../text/decode.ts';
import type { Talk } from './talk.ts';

/** Takes the text of one input. */
export interface Taker {
  push(text: string): void;
  end(): void;
}

/** How the user knows standard input. */
export const STDIN_NAME = 'standard input';

/**
 * Hands every input to a taker of its own and calls `flush` after every chunk, so that results go out as text comes in.
 * Rejects only when `flush` does.
 */
export async function eachInput(
  inputs: Iterable<Input | InputProblem> | AsyncIterable<Input | InputProblem>,
  talk: Talk,
  take: (input: Input) => Taker,
  flush: () => Promise<void>,
): Promise<void> {
  for await (const input of inputs) {
    if ('reason' in input) talk.problem(input.name, input.reason);
    else await readInput(input, talk, take(input), flush);
  }
}

async function readInput(input: Input, talk: Talk, taker: Taker, flush: () => Promise<void>): Promise<void> {
  const decoder = createDecoder();
  const chunks = input.chunks()[Symbol.asyncIterator]();
  let failure: unknown;
  const next = (): Promise<IteratorResult<Uint8Array>> =>
    chunks.next().catch((error: unknown) => {
      failure = error ?? new Error('it cannot be read');
      return { done: true, value: undefined };
    });
  for (let chunk = await next(); !chunk.done; chunk = await next()) {
    taker.push(decoder.push(chunk.value));
    await flush();
  }
  if (failure) talk.problem(input.name ?? STDIN_NAME, reasonOf(failure));
  taker.push(decoder.end());
  taker.end();
  await flush();
}
