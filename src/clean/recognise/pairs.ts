// What holds together: the two braces of a pair, the two bars of a norm, \left and its \right.
import { SIZERS } from '../tables/commands.ts';
import { GREEK } from '../tables/symbols.ts';
import type { Piece, Verdict } from './piece.ts';
import { SHAPE } from './shapes.ts';

/** Where one of \left and \right holds the other does. */
export function pairSizers(text: string, names: Iterable<Piece>, verdicts: Map<Piece, Verdict>): void {
  const open: Piece[] = [];
  for (const piece of names) {
    if (piece.shape !== SHAPE.structureName) continue;
    const name = text.slice(piece.start, piece.end);
    if (name === 'left') open.push(piece);
    const first = name === 'right' ? open.pop() : undefined;
    if (first === undefined || isShown(first, verdicts) === isShown(piece, verdicts)) continue;
    for (const each of [first, piece]) {
      const odds = verdicts.get(each)?.odds ?? -Infinity;
      verdicts.set(each, { odds, holds: odds > -Infinity });
    }
  }
}

const BEFORE_SET = new RegExp(
  `(?:[=∈∉∖∪∩⊂⊆→≠:]|setminus|cup|cap|subseteq|subset|rightarrow|notin|neq|(?<![A-Za-z]|[A-Za-z]{2})(?:[A-Za-z]?in|[A-Za-z]?to)|(?:${[...GREEK].join('|')})in) ?$`,
);
const SET = /^\{(?:[^{}]*[,:|…][^{}]*|-?\d+)\}/;
const BEFORE_ELEMENT = /(?:[=∖∪∩⊂⊆≠]|setminus|cup|cap|neq) ?$/;
const ELEMENT = /^\{[a-z]\}/;
const LONGEST_SET = 60;

/** Shows the braces of a set behind what only a set, and hardly a group, stands behind: f: X to {0,1}, Z(G)={e}. */
export function showSets(text: string, pieces: readonly (Piece | null)[], verdicts: Map<Piece, Verdict>): void {
  let close = -1; // of the set that is open
  for (const piece of pieces) {
    if (piece === null || piece.end - piece.start > 1) continue;
    const { start } = piece;
    if (text[start] === '{') {
      const before = text.slice(Math.max(0, start - 14), start);
      const after = text.slice(start, start + LONGEST_SET);
      const set =
        (BEFORE_SET.test(before) ? SET.exec(after) : null) ??
        (BEFORE_ELEMENT.test(before) ? ELEMENT.exec(after) : null);
      close = set === null ? -1 : start + set[0].length - 1;
      if (set === null) continue;
    } else if (start !== close) continue;
    verdicts.set(piece, { odds: verdicts.get(piece)?.odds ?? Infinity, holds: true });
  }
}

const TAKES_TWO = /(?:frac|binom)$/;

/** Braces that belong together are both shown or both group: what follows `_`, `^` or a command groups. */
export function pairBraces(text: string, pieces: readonly (Piece | null)[], verdicts: Map<Piece, Verdict>): void {
  const open: { piece: Piece; groups: boolean }[] = [];
  let ofTwo: Piece | null = null; // the brace that closes the first of two arguments
  for (const [i, piece] of pieces.entries()) {
    if (piece === null) open.length = 0;
    const char = piece === null || piece.end - piece.start > 1 ? '' : text[piece.start];
    if (piece === null || (char !== '{' && char !== '}')) continue;
    if (char === '{') {
      const before = pieces[i - 1] ?? null;
      open.push({ piece, groups: (before !== null && before === ofTwo) || isBeforeArgument(text, before, verdicts) });
      continue;
    }
    const first = open.pop();
    if (first !== undefined && TAKES_TWO.test(text.slice(Math.max(0, first.piece.start - 6), first.piece.start)))
      ofTwo = piece;
    if (first === undefined || isShown(first.piece, verdicts) === isShown(piece, verdicts)) continue;
    for (const each of [first.piece, piece])
      verdicts.set(each, { odds: verdicts.get(each)?.odds ?? Infinity, holds: !first.groups });
  }
}

/** The bars of a norm are both its own, or both are plain: \| on one side alone is a bar that the page shows. */
export function pairBars(text: string, pieces: readonly (Piece | null)[], verdicts: Map<Piece, Verdict>): void {
  let open: Piece | null = null;
  const drop = (piece: Piece): void => {
    if (isShown(piece, verdicts)) verdicts.set(piece, { odds: -Infinity, holds: false });
  };
  for (const piece of pieces) {
    if (piece !== null && (piece.end - piece.start > 1 || text[piece.start] !== '|')) continue;
    if (open === null || piece === null) {
      if (open !== null) drop(open);
      open = piece;
      continue;
    }
    if (isShown(open, verdicts) !== isShown(piece, verdicts)) for (const each of [open, piece]) drop(each);
    open = null;
  }
  if (open !== null) drop(open);
}

const isShown = (piece: Piece, verdicts: ReadonlyMap<Piece, Verdict>): boolean => verdicts.get(piece)?.holds === true;

const isBeforeArgument = (text: string, piece: Piece | null, verdicts: ReadonlyMap<Piece, Verdict>): boolean =>
  piece !== null &&
  (piece.shape === SHAPE.script ||
    (piece.shape === SHAPE.structureName &&
      isShown(piece, verdicts) &&
      !SIZERS.has(text.slice(piece.start, piece.end))));
