// What a markup asks of the lines of a page.
import type { Line } from '../text/lines.ts';

/** How many lines have the pattern; `hint` is a part of all that it takes, and quicker to find. */
export const linesWith = (lines: readonly Line[], hint: string, pattern: RegExp): number =>
  lines.reduce((sum, { text }) => sum + (text.includes(hint) && pattern.test(text) ? 1 : 0), 0);

/** Whether so many marks of a markup among the lines of a page are its writer's habit, and not what one of its texts shows. */
export const isMuch = (marks: number, lines: readonly Line[]): boolean =>
  marks >= 2 && marks * MOST_LINES_A_MARK >= lines.reduce((sum, { text }) => sum + (isBlank(text) ? 0 : 1), 0);

const MOST_LINES_A_MARK = 10;

/** Whether a line shows nothing. */
export const isBlank = (text: string): boolean => text === '' || (!startsInk(text) && text.trim() === '');

/** Whether a text begins with a character that is neither white space nor far from ASCII; most lines are settled by it. */
export function startsInk(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > 32 && first < 127;
}
