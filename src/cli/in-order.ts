// Puts what is said about lines into the order of the lines, in bounded memory.

/** Takes texts about lines in any order. */
export interface InOrder {
  /** Writes a text about a line as soon as all lines before it are written; `partial` when more about it is to come. */
  line(number: number, text: string, partial: boolean): void;
  /** Adds a text to that of a line, or writes it at once when the line is written already. */
  note(number: number, text: string): void;
  /** Writes all that is held, in order: nothing is to come about the lines between. */
  flush(): void;
}

/** When more than this many characters wait for one line, they are written without it. */
const MAX_HELD_CHARACTERS = 1 << 20;

/** Makes the buffer. Lines are counted from 1 and come once each. */
export function createInOrder(write: (text: string) => void): InOrder {
  const held = new Map<number, { text: string; partial: boolean }>();
  let size = 0;
  let next = 1;

  function take(number: number): void {
    const { text } = held.get(number) ?? { text: '' };
    held.delete(number);
    size -= text.length;
    next = number + 1;
    write(text);
  }

  function flush(): void {
    for (const number of [...held.keys()].sort((a, b) => a - b)) take(number);
  }

  function line(number: number, text: string, partial: boolean): void {
    if (number < next) return write(text);
    held.set(number, { text: (held.get(number)?.text ?? '') + text, partial });
    size += text.length;
    while (held.get(next)?.partial === false) take(next);
    if (size > MAX_HELD_CHARACTERS) flush();
  }

  function note(number: number, text: string): void {
    const entry = held.get(number);
    if (!entry) return write(text);
    entry.text += text;
    size += text.length;
  }

  return { line, note, flush };
}
