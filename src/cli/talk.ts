// Everything that is said to a person: one line each on standard error, coloured on a terminal, harmless to it.
import { writeSync } from 'node:fs';
import { HARMFUL } from '../io/names.ts';
import { count } from './count.ts';
import type { Palette } from './palette.ts';

/** How much is said: nothing (-q), errors and warnings, or also a summary (-v). */
export type Loudness = 'quiet' | 'normal' | 'verbose';

/** Says things to the user and counts what went wrong. `where` is a file or `file:line`. */
export interface Talk {
  /** Something could not be read or parsed. */
  problem(where: string | null, message: string): void;
  /** Something is doubtful. */
  warning(where: string | null, message: string): void;
  /** Says how many warnings were left unsaid, at the end of a run, and (`also`) where else they are. */
  unsaid(also: string): void;
  /** Something to know, only under -v. */
  note(message: string): void;
  /** Something that somebody who sits at the terminal may want to know at once. */
  hint(message: string): void;
  problems(): number;
  warnings(): number;
  /** Is there something that `flush` would write? */
  isHolding(): boolean;
  /** Lines are held for a moment, since there may be many; this writes them. */
  flush(): void;
}

/** Makes the voice of one run. */
export function createTalk(loudness: Loudness, palette: Palette): Talk {
  let problems = 0;
  let warnings = 0;
  let held = '';
  function say(where: string | null, message: string): void {
    held += `${palette.dim('papersift:')} ${where === null ? '' : `${where === '' ? "''" : visible(where)}: `}${message}\n`;
    if (held.length > MAX_HELD_CHARACTERS) flush();
  }
  function flush(): void {
    if (held !== '') toStderr(held);
    held = '';
  }
  return {
    problem: (where, message) => {
      problems++;
      if (loudness !== 'quiet') say(where, palette.red(visible(message)));
    },
    warning: (where, message) => {
      warnings++;
      if (loudness === 'quiet' || (loudness === 'normal' && warnings > MAX_WARNINGS)) return;
      say(where, `${palette.yellow('warning:')} ${visible(message)}`);
    },
    unsaid: (also) => {
      const more = warnings - MAX_WARNINGS;
      if (loudness !== 'normal' || more <= 0) return;
      say(null, `${count(more, 'more warning')}; -v shows all${also}`);
    },
    note: (message) => {
      if (loudness === 'verbose') say(null, visible(message));
    },
    hint: (message) => {
      if (loudness !== 'quiet') say(null, message);
      flush();
    },
    problems: () => problems,
    warnings: () => warnings,
    isHolding: () => held !== '',
    flush,
  };
}

const MAX_HELD_CHARACTERS = 1 << 15;

/** At most this many warnings are said one by one, unless -v asks for all: an archive has thousands of doubtful places. */
const MAX_WARNINGS = 20;

/** Makes text from outside safe to show on a terminal: such characters are written as `\x1b`. */
export function visible(text: string): string {
  return text.replace(HARMFUL, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code}`;
  });
}

/** Writes to standard error at once. */
export function toStderr(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // Nobody listens any more (EPIPE, EAGAIN): the data on standard output matters more.
  }
}
