// A tar archive as an input: its members, and what is wrong with some of them.
import type { InputEvents, InputOptions, Item } from '../items.ts';
import { limited, refusal, since } from '../limits.ts';
import { harmless, inputName } from '../names.ts';
import { deeper, nameMember, type OpenMember, type Source } from './source.ts';
import { readTar } from './tar.ts';

/** Opens the members of a tar archive, one after another. */
export async function* openTar(
  source: Source,
  options: InputOptions,
  events: InputEvents,
  open: OpenMember,
): AsyncGenerator<Item> {
  const depth = deeper(source);
  const archive = inputName(source.name);
  const members = readTar(source.chunks, {
    damaged: (reason) => events.problem({ name: archive, reason }),
    link: (name) => events.skipped?.(harmless(name)),
    unknown: (raw, reason) => {
      const named = nameMember(raw, source, options, events);
      if (named) events.problem({ name: named.name, reason });
    },
  });
  for await (const member of members) {
    const named = nameMember(member.name, source, options, events);
    if (!named) continue;
    const refused = refusal(member.size, member.size, options.maxSize);
    const chunks = source.packed ? limited(member.chunks, options.maxSize, since(source.packed)) : member.chunks;
    if (refused) events.problem({ name: named.name, reason: refused });
    else yield* open({ ...named, size: member.size, byUser: false, chunks, depth });
  }
}
