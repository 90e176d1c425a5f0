// Everything that is said to a person: one line each on standard error, coloured on a terminal, harmless to it.
import { writeSync } from 'node:fs';
import type { Palette } from './palette.ts';

/** How much is said: nothing (-q), errors and warnings, or also a summary (-v). */
export type Loudness = 'quiet' | 'normal' | 'verbose';

/** Says things to the user and counts what went wrong. */
export interface Talk {
  /** Something could not be read or parsed: said always, but under -q only counted. */
  problem(where: string | null, message: string): void;
  /** Something doubtful. */
  warning(where: string | null, message: string): void;
  /** A summary line: only under -v. */
  note(message: string): void;
  /** A hint to someone who sits at the terminal. */
  hint(message: string): void;
  readonly problems: () => number;
  readonly warnings: () => number;
}

/** Makes the voice of one run. */
export function createTalk(loudness: Loudness, palette: Palette): Talk {
  let problems = 0;
  let warnings = 0;
  const say = (message: string): void => toStderr(`${palette.dim('papersift:')} ${message}\n`);
  const at = (where: string | null): string => (where === null ? '' : `${visible(where)}: `);
  return {
    problem: (where, message) => {
      problems++;
      if (loudness !== 'quiet') say(`${at(where)}${palette.red(visible(message))}`);
    },
    warning: (where, message) => {
      warnings++;
      if (loudness !== 'quiet') say(`${at(where)}${palette.yellow(`warning: ${visible(message)}`)}`);
    },
    note: (message) => {
      if (loudness === 'verbose') say(visible(message));
    },
    hint: (message) => {
      if (loudness !== 'quiet') say(visible(message));
    },
    problems: () => problems,
    warnings: () => warnings,
  };
}

/** Text from outside, safe to show on a terminal: control characters are written as `\x1b`, those that turn text around too. */
export function visible(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (control) => {
    const code = control.charCodeAt(0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code}`;
  });
}

/** Writes to standard error; a reader that went away is no reason to fail. */
export function toStderr(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // Nobody listens (EPIPE) or the pipe is full (EAGAIN): the data on standard output matters more.
  }
}
