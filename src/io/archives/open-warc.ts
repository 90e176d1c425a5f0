// A crawl as an input: its pages, whatever happened to some of its records.
import type { InputEvents, InputOptions, Item } from '../items.ts';
import { limited } from '../limits.ts';
import { harmless, inputName } from '../names.ts';
import type { Bytes } from '../peek.ts';
import { reasonOf } from '../reasons.ts';
import { deeper, type Source, wholeIfSmall } from './source.ts';
import { readWarc } from './warc.ts';

/** Gives the pages of a crawl. A damaged record takes the rest with it only where it is no gzip member of its own. */
export async function* openWarc(source: Source, options: InputOptions, events: InputEvents): AsyncGenerator<Item> {
  deeper(source);
  for (let chunks: Bytes | undefined = source.chunks; chunks; ) {
    try {
      return yield* openPages({ ...source, chunks }, options, events);
    } catch (error) {
      events.problem({ name: inputName(source.name), reason: reasonOf(error) });
    }
    chunks = await source.rest?.();
  }
}

async function* openPages(source: Source, options: InputOptions, events: InputEvents): AsyncGenerator<Item> {
  const { mirror } = source;
  const origin = source.again?.path ?? source.name ?? 'stdin';
  for await (const page of readWarc(source.chunks, (url) => events.skipped?.(harmless(url)))) {
    const name = harmless(page.url);
    try {
      const body = await wholeIfSmall(limited(page.chunks, options.maxSize, { bytes: page.size }));
      yield { kind: 'page', name, mirror, origin, size: page.size, body };
    } catch (error) {
      events.problem({ name, reason: reasonOf(error) });
    }
  }
}
