// Places around a name: what stands before it, and behind it.

/** Expressions for what stands before (it ends in `$`) and for what stands behind (it begins with `^`). */
export type Place = readonly [before: RegExp, behind: RegExp];

/** By name, the places where it may stand. */
export type Places = ReadonlyMap<string, readonly Place[]>;

/** Whatever stands there. */
export const ANY: RegExp = /(?:)/;

/** How many characters the expressions are shown on each side. */
const REACH = 40;

/** Whether what stands before and behind is one of the places. */
export const isAt = (rows: readonly Place[], before: string, behind: string): boolean =>
  rows.some(([left, right]) => left.test(before) && right.test(behind));

/** Whether `text[start..end)` stands in one of the places of `name`. */
export function standsIn(places: Places, name: string, text: string, start: number, end: number): boolean {
  const rows = places.get(name);
  if (rows === undefined) return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  const behind = text.slice(end, end + REACH);
  return isAt(rows, before, behind);
}

/** Whether `text[start..end)` stands as a word does: blanks, hyphens and marks of prose beside it, and words beyond. */
export function standsFree(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  const after = text.slice(end, end + 3);
  return (
    /(?:^|[A-Za-z.,;:'")\d] |[ a-z]-|["'(])$/.test(before) &&
    /^(?:[.,;:?!)"']|-[A-Za-z\d]| (?:[A-Za-z\d(]|$)|$)/.test(after) &&
    !/^ [b-zB-HJ-Z][ ,.)]/.test(`${after} `)
  );
}
