// The list of addresses that lynx and elinks write below a page, for the numbers of its links.
import type { Line } from '../text/lines.ts';
import { type Block, rule } from './block.ts';
import { MAX_HELD } from './limits.ts';
import { follows, type LinkNumbers } from './link-numbers.ts';
import { isBlank } from './look.ts';
import type { MarkupReader } from './markup.ts';

const HEAD = /^\s*(?:References|Links:)\s*$/;
const GROUP = /^\s*(?:Visible|Hidden) links:?\s*$/;
const REFERENCE = /^\s{0,6}(\d{1,5})\. (\S+)\s*$/;
/** Elinks writes the title of a link behind its number, and the address below. */
const TITLED = /^\s{0,6}(\d{1,5})\. \S.*$/;
const BELOW_TITLE = /^\t(\S+)\s*$/;

/** A line that waits, and whether it is of the list of addresses. */
interface Held {
  readonly line: Line;
  readonly isReference: boolean;
}

/** Holds the lines of a page until the addresses below it have been read. */
export function readAddresses(reader: MarkupReader, numbers: LinkNumbers): MarkupReader {
  let held: Held[] | undefined = [];
  let chars = 0;
  /** How many addresses have been read since the head of their list; -1 outside of it. */
  let listed = -1;
  /** The number of the last address, or of the title whose address comes next. */
  let last = '';

  function push(line: Line): Iterable<Block> {
    if (HEAD.test(line.text)) listed = 0;
    else if (listed >= 0 && !isBlank(line.text) && !take(line.text)) return [...endList(), ...push(line)];
    const next = { line, isReference: listed >= 0 && !isBlank(line.text) };
    if (!held) return read(next);
    held.push(next);
    chars += line.text.length;
    return chars > MAX_HELD ? release() : [];
  }

  /** Reads a line of the list; false for any other. */
  function take(text: string): boolean {
    const [, below] = BELOW_TITLE.exec(text) ?? [];
    const [, number = last, url = below] = REFERENCE.exec(text) ?? [];
    if (url !== undefined && number !== '') numbers.define(number, url.replace(/^file:\/\/(?:localhost)?(?=\/)/, ''));
    else if (!takeTitle(text)) return GROUP.test(text);
    if (url !== undefined) last = number;
    listed++;
    return true;
  }

  /** A title has the next number: anything else with a number belongs to another page. */
  function takeTitle(text: string): boolean {
    const [, number] = TITLED.exec(text) ?? [];
    if (number === undefined || !follows(Number(number), Number(last) + 1)) return false;
    last = number;
    return true;
  }

  /** Behind the list another page may come, with numbers and addresses of its own. */
  function endList(): Block[] {
    const page = listed > 0;
    listed = -1;
    last = '';
    if (!page) return [];
    const blocks = [...release()];
    numbers.reset();
    held = [];
    chars = 0;
    return blocks;
  }

  function* release(): Generator<Block> {
    const lines = held ?? [];
    held = undefined;
    for (const line of lines) yield* read(line);
    yield* reader.end();
  }

  function read({ line, isReference }: Held): Iterable<Block> {
    if (!isReference) return reader.push(line);
    return [...reader.end(), rule(line)];
  }

  return { push, end: release };
}
