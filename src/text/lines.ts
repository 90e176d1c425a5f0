// Chunks of text to lines: the one place that owns the unfinished tail, every kind of line end, and unwanted characters.

/** A line of the input without its line end; `number` counts from 1 as editors and `wc -l` do. */
export interface Line {
  readonly text: string;
  readonly number: number;
  /** What had to be changed to read the line, for a warning. */
  readonly flaw?: string;
  /** What stood in front of the text on this line as on all others of the input. */
  readonly margin?: string;
  /** The line goes on in the next `Line`, which has the same number (see {@link MAX_LINE}). */
  readonly partial?: true;
}

/** A line of more UTF-16 units than this is handed on in pieces, so that no input can fill the memory. */
export const MAX_LINE = 1_048_576;

/** Turns text into lines, whatever the chunks it comes in. */
export interface LineSplitter {
  /** Takes the next chunk; returns the lines that it completes. */
  push(chunk: string): Line[];
  /** Returns the last line when the text did not end with a line end. */
  end(): Line[];
}

/**
 * Makes a splitter that knows `\n`, `\r\n` and `\r`. Control characters and zero-width spaces are removed;
 * other Unicode spaces, form feeds and U+2028/U+2029 become plain spaces. Tabs stay.
 */
export function createLineSplitter(): LineSplitter {
  let tail = '';
  let number = 1;
  let afterCr = false; // a chunk ended in \r: a \n that opens the next one belongs to it
  const line = (text: string, partial: boolean): Line => {
    const made = tidy(text, number, partial);
    if (!partial) number++;
    return made;
  };

  function push(chunk: string): Line[] {
    const lines: Line[] = [];
    if (chunk === '') return lines;
    let from = afterCr && chunk.charCodeAt(0) === 10 ? 1 : 0;
    afterCr = chunk.charCodeAt(chunk.length - 1) === 13;
    const breaks = new Breaks(chunk);
    for (let at = breaks.next(from); at >= 0; at = breaks.next(from)) {
      takePieces(lines, tail + chunk.slice(from, at));
      lines.push(line(tail, false));
      tail = '';
      from = chunk.charCodeAt(at) === 13 && chunk.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
    }
    if (from < chunk.length) takePieces(lines, tail + chunk.slice(from));
    return lines;
  }

  /** Hands on full pieces of an overlong line and keeps the rest as the tail. */
  function takePieces(lines: Line[], text: string): void {
    let from = 0;
    while (text.length - from > MAX_LINE) {
      const end = wholeCharacters(text, from + MAX_LINE);
      lines.push(line(text.slice(from, end), true));
      from = end;
    }
    tail = from === 0 ? text : text.slice(from);
  }

  function end(): Line[] {
    const last = tail === '' ? [] : [line(tail, false)];
    tail = '';
    return last;
  }

  return { push, end };
}

/** Where to cut a text: here, or before a character whose two halves this would part. Each alone would be written as U+FFFD. */
export function wholeCharacters(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}

/** Finds line ends in one chunk; looks for `\r` only while there are any. */
class Breaks {
  #cr = -2;
  readonly #chunk: string;
  constructor(chunk: string) {
    this.#chunk = chunk;
  }
  next(from: number): number {
    if (this.#cr !== -1 && this.#cr < from) this.#cr = this.#chunk.indexOf('\r', from);
    const lf = this.#chunk.indexOf('\n', from);
    return this.#cr === -1 || (lf !== -1 && lf < this.#cr) ? lf : this.#cr;
  }
}

const UNWANTED = /[\0-\x08\x0b-\x1f\x7f-\xa0\xad\u1680\u2000-\u200b\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufffd]/;
const SPACES = /[\f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const INVISIBLE = /[\xad\u200b\u202a-\u202e\u2060-\u206f\ufeff]/g;
const CONTROLS = /[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]/g;
const FLAWED = /[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]/;

function tidy(text: string, number: number, partial: boolean): Line {
  const more = partial ? ({ partial: true } as const) : undefined;
  if (!UNWANTED.test(text)) return { text, number, ...more };
  return { ...withoutControls(text.replace(SPACES, ' ').replace(INVISIBLE, ''), number), number, ...more };
}

/** Takes the control characters out of a line (or a piece of it); `flaw` is there when it was not as it should be. */
export function withoutControls(text: string, number: number): Pick<Line, 'text' | 'flaw'> {
  if (!FLAWED.test(text)) return { text };
  const clean = text.replace(CONTROLS, '');
  const removed = text.length - clean.length;
  const flaws: string[] = [];
  if (removed > 0) flaws.push(`line ${number}: ${removed} control character${removed > 1 ? 's' : ''} removed`);
  if (clean.includes('\ufffd')) flaws.push(`line ${number}: bytes that are no valid text were replaced by U+FFFD`);
  return { text: clean, flaw: flaws.join('; ') };
}
