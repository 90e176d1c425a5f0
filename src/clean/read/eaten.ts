// Other pipelines read \times as a tab and "imes": what their escapes ate is put back.
import { EATEN } from '../tables/eaten.ts';

const ENDS = [...EATEN.keys()].sort((a, b) => b.length - a.length).join('|');
const BITTEN = new RegExp(`[\\t\\u0007\\b\\v\\f\\r]?(?<![A-Za-z\\\\])(${ENDS})(?![a-z])`, 'g');

const SURE = new RegExp(
  `(?<![A-Za-z\\\\])(?:${[...EATEN].flatMap(([end, { sure }]) => (sure ? end : [])).join('|')})(?![a-z])`,
);

/** A text with the eaten letters put back, and where they were put in (offsets into the new text). */
export interface Restored {
  readonly text: string;
  readonly inserted: readonly number[];
}

/** Puts back the first letters of commands; the letter takes the place of the control character, where one is left. */
export function restoreEaten(text: string): Restored {
  const inserted: number[] = [];
  let shift = 0;
  const eats = SURE.test(text); // who ate \alpha ate \beta too
  const restored = text.replace(BITTEN, (found: string, name: string, at: number) => {
    const rule = EATEN.get(name);
    const before = text.slice(Math.max(0, at - 1), at);
    const after = text.slice(at + found.length, at + found.length + 1);
    const control = found.length > name.length && found[0] !== '\r';
    if (rule === undefined || !(control || rule.sure || (rule.brace ? after === '{' : eats || /\d/.test(before))))
      return found;
    if (found.length === name.length) {
      inserted.push(at + shift);
      shift++;
    }
    return rule.letter + name;
  });
  return { text: restored, inserted };
}
