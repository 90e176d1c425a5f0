// Text with numbered reference links (`[text][7]`, the addresses behind all text), as html2text and pandoc write it.
import type { Line } from '../text/lines.ts';
import { type Block, rule } from './block.ts';
import { MAX_HELD } from './limits.ts';
import { isMuch, linesWith } from './look.ts';
import { habitsOf, readMarkdown } from './markdown.ts';
import type { Markup, MarkupReader } from './markup.ts';

/** Numbered reference links; the addresses often were cut off with the end of the page. */
export const reflinks: Markup = {
  name: 'reflinks',
  description: 'text with numbered links, the addresses at its end',
  score: (lines) => {
    const links = linesWith(lines, '][', /(?:^|[^\d[\]])\]\[\d+\]/); // [1][2] are two citations
    const addresses = linesWith(lines, ']: ', /^\s*\[\d+\]: <?https?:/);
    return links >= 4 && isMuch(links + addresses, lines) ? 0.7 : 0;
  },
  open,
};

const DEFINITION = /^\s{0,8}\[([^\]\n]{1,80})\]:\s*<?(\S+?)>?(?:\s+["'(].*)?$/;

/** Few lines begin with a bracket or a space. */
const definitionIn = (text: string): RegExpExecArray | null => (/^[\s[]/.test(text) ? DEFINITION.exec(text) : null);

function open(look: readonly Line[]): MarkupReader {
  const urls = new Map<string, string>();
  const resolve = (reference: string): string | undefined =>
    urls.get(reference) ?? (/^\d+$/.test(reference) ? '' : undefined);
  const reader = readMarkdown({ ...habitsOf(look), resolve });
  let held: Line[] | undefined = [];
  let chars = 0;

  function push(line: Line): Iterable<Block> {
    const [, name, url] = definitionIn(line.text) ?? [];
    if (name && url) urls.set(name, url);
    if (!held) return read(line);
    held.push(line);
    chars += line.text.length;
    return chars > MAX_HELD ? release() : [];
  }

  /** Block by block: what is held is much, and all its blocks at once would be more. */
  function* release(): Generator<Block> {
    const lines = held ?? [];
    held = undefined;
    for (const line of lines) yield* read(line);
  }

  function read(line: Line): Iterable<Block> {
    if (!definitionIn(line.text)) return reader.push(line);
    return [...reader.end(), rule(line)];
  }

  function* end(): Generator<Block> {
    yield* release();
    yield* reader.end();
  }

  return { push, end };
}
