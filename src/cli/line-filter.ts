// Repairs a text line by line as it comes, in bounded memory.
import type { Cleaner } from '../clean/cleaner.ts';
import { MAX_LINE, wholeCharacters, withoutControls } from '../text/lines.ts';
import type { Taker } from './each-input.ts';

/**
 * Makes a filter that repairs whole lines; line ends pass as they are. Chunks of any size give the same text. Bytes that
 * are no text, and control characters, which go, are told to `warn`.
 */
export function createLineFilter(
  cleaner: Cleaner,
  write: (text: string) => void,
  warn: (message: string) => void,
): Taker {
  let tail = '';
  let number = 1;
  let last = '';
  const repairPiece = (piece: string): string => {
    const { text, flaw } = withoutControls(piece, number);
    if (flaw !== undefined) warn(flaw);
    return cleaner(text).text;
  };
  /** Takes a line, or one character of its end: `\r\n` counts once. */
  const repairPart = (part: string): string => {
    const isEnd = part === '\n' || part === '\r';
    if (isEnd && !(part === '\n' && last === '\r')) number++;
    last = part;
    return isEnd ? part : piecesOf(part).map(repairPiece).join('');
  };
  const repair = (text: string): void => write(text.replace(/[\r\n]|[^\r\n]+/g, repairPart));
  return {
    push: (text) => {
      const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
      if (end > 0) repair(tail + text.slice(0, end));
      tail = end > 0 ? text.slice(end) : tail + text;
      if (tail.length <= MAX_LINE) return;
      const pieces = piecesOf(tail);
      tail = pieces.pop() ?? '';
      for (const piece of pieces) repair(piece);
    },
    end: () => repair(tail),
  };
}

/** A line in pieces of at most {@link MAX_LINE}, each but the last full: where it is cut depends on the text alone. */
function piecesOf(line: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (line.length - from > MAX_LINE) {
    const end = endOfPiece(line, from);
    pieces.push(line.slice(from, end));
    from = end;
  }
  return [...pieces, from === 0 ? line : line.slice(from)];
}

/** Behind the last blank that fits; without one where it must be, but not inside a character. */
function endOfPiece(line: string, from: number): number {
  const most = from + MAX_LINE;
  const blank = line.lastIndexOf(' ', most - 1);
  if (blank >= from) return blank + 1;
  return wholeCharacters(line, most);
}
