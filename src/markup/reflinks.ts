// Text with numbered reference links (`[text][7]`, the addresses behind all text), as text browsers and html2text write it.
import type { Line } from '../text/lines.ts';
import { type Block, count, isMuch, MAX_HELD, type Markup, type MarkupReader } from './block.ts';
import { habitsOf, readMarkdown } from './markdown.ts';

/** Numbered reference links; the addresses often were cut off with the end of the page. */
export const reflinks: Markup = {
  name: 'reflinks',
  description: 'text with numbered links, the addresses at its end',
  score: (lines) => {
    const links = count(lines, '][', /[^\d[\]]\]\[\d+\]/); // [1][2] are two citations
    return links >= 4 && isMuch(links, lines) ? 0.7 : 0;
  },
  open,
};

const DEFINITION = /^\s{0,3}\[([^\]\n]{1,80})\]:\s*<?(\S+?)>?(?:\s+["'(].*)?$/;

/** Few lines begin with a bracket or a space. */
const mayDefine = (text: string): boolean => /^[\s[]/.test(text);

function open(look: readonly Line[]): MarkupReader {
  const urls = new Map<string, string>();
  const resolve = (reference: string): string | undefined =>
    urls.get(reference) ?? (/^\d+$/.test(reference) ? '' : undefined);
  const reader = readMarkdown({ ...habitsOf(look), resolve });
  let held: Line[] | undefined = [];
  let chars = 0;

  function push(line: Line): Iterable<Block> {
    const definition = mayDefine(line.text) ? DEFINITION.exec(line.text) : null;
    if (definition?.[1] && definition[2]) urls.set(definition[1], definition[2]);
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
    if (!mayDefine(line.text) || !DEFINITION.test(line.text)) return reader.push(line);
    return [...reader.end(), { kind: 'rule', text: line.text, parts: [], lines: [line] }];
  }

  function* end(): Generator<Block> {
    yield* release();
    yield* reader.end();
  }

  return { push, end };
}
