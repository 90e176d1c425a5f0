// Inputs to tasks: small pieces are put together, streams of captures are cut at line ends. The plan depends on the inputs alone, never on time.
import { lineBatches } from '../io/captures.ts';
import { readItem } from '../io/inputs.ts';
import type { InputEvents, InputOptions, Item } from '../io/items.ts';
import { inputName } from '../io/names.ts';
import { reasonOf } from '../io/reasons.ts';
import type { Made } from './made-before.ts';
import type { Route, Task, WorkPiece } from './task.ts';

/** A task, and how it is done. */
export interface Planned extends Task {
  /** It must be done here and now: its bytes come from a stream that nobody else can read. */
  readonly here: boolean;
  /** There is nothing to do: the output of this origin was made from the same content before. */
  readonly unchanged?: Route & Made;
}

/** Names the outputs, and knows which of them are there already. */
export interface Naming {
  /** The output of an input that is mirrored under this path. Called once for each output, in the order of the inputs. */
  claim(mirror: string): string;
  /** Says whether the output of a whole stream of captures is there already. */
  madeBefore(origin: string, out: string): Promise<Made | null>;
}

/** A task is full when its pieces have this many bytes, or when it has this many pieces. */
const FULL_TASK_BYTES = 512 * 1024;
const MAX_TASK_PIECES = 256;

/** Gives the tasks for items in their order. Take the next task only when one that must be done here is done. */
export async function* plan(
  items: AsyncIterable<Item>,
  options: InputOptions,
  events: InputEvents,
  naming: Naming,
): AsyncGenerator<Planned> {
  let last: (Route & { readonly unchanged: Made | null }) | undefined;
  let inputs = 0;
  let pieces: WorkPiece[] = [];
  let bytes = 0;
  const flush = (): Planned[] => {
    const full = pieces.length > 0 ? [{ pieces, here: false }] : [];
    pieces = [];
    bytes = 0;
    return full;
  };
  for await (const item of items) {
    const origin = item.origin ?? null;
    if (!last || origin === null || last.origin !== origin) {
      const out = naming.claim(item.mirror);
      const unchanged = origin === null ? null : await naming.madeBefore(origin, out);
      const first = { input: inputs++, out, origin };
      last = { ...first, unchanged };
      if (unchanged !== null) {
        yield* flush();
        yield { pieces: [], here: true, unchanged: { ...first, ...unchanged } };
      }
    }
    const { unchanged, ...where } = last;
    if (unchanged !== null) {
      if (item.kind === 'captures') events.read?.(item.size);
      continue;
    }
    if (item.kind === 'captures') {
      yield* flush();
      yield* captures(item, where, options, events);
    } else if (item.body.from === 'stream') {
      yield* flush();
      yield { pieces: [{ kind: 'page', ...where, name: item.name, item }], here: true };
    } else {
      pieces.push({ kind: 'page', ...where, name: item.name, item });
      bytes += item.size;
      if (bytes >= FULL_TASK_BYTES || pieces.length >= MAX_TASK_PIECES) yield* flush();
    }
  }
  yield* flush();
}

async function* captures(
  item: Item,
  where: Route,
  options: InputOptions,
  events: InputEvents,
): AsyncGenerator<Planned> {
  try {
    for await (const batch of lineBatches(readItem(item, options.maxSize), FULL_TASK_BYTES)) {
      if (item.body.from === 'file') events.read?.(batch.bytes.length);
      yield { pieces: [{ kind: 'captures', ...where, name: item.name, ...batch }], here: false };
    }
  } catch (error) {
    events.problem({ name: inputName(item.name), reason: reasonOf(error) });
  }
}
