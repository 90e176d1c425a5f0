// All ways to read a window of a text, as a lattice.
import { cutAtoms, markContexts } from './atoms.ts';
import { columns, type Lattice, NO_LABEL, ONLY_COMMAND, ONLY_PROSE } from './lattice.ts';
import { SHAPE } from './shapes.ts';
import { cutSpans } from './spans.ts';

let spare = columns(1024);

/** Makes the lattice of `text[start..end)`; what `blocked` (pairs of offsets) covers is prose. The columns are valid until the next call. */
export function makeLattice(text: string, start: number, end: number, blocked: readonly number[] = []): Lattice {
  const need = (end - start) * 3 + 64;
  if (spare.atomStart.length < need) spare = columns(need * 2);
  const lattice = spare;
  cutAtoms(lattice, text, start, end);
  markContexts(lattice);
  cutSpans(lattice, text, start === 0, end === text.length, blocked);
  return lattice;
}

/**
 * Takes what lies between two atoms of prose for prose too where it holds neither a name nor a sign of LaTeX: no formula
 * comes of it, however it is read. Returns whether anything is left to read.
 */
export function muteBetweenProse(lattice: Lattice): boolean {
  const { mask, spanShape, spans } = lattice;
  let left = false;
  let first = 0; // of the spans behind the last one that can only be prose
  let telling = false;
  for (let s = 0; s <= spans; s++) {
    if (s < spans && mask[s] !== ONLY_PROSE) {
      telling ||= isTelling(spanShape[s] ?? 0, mask[s] ?? 0);
      continue;
    }
    if (telling) left = true;
    else for (let k = first; k < s; k++) if (mask[k] !== NO_LABEL) mask[k] = ONLY_PROSE;
    first = s + 1;
    telling = false;
  }
  return left;
}

/** Whether a span can make a formula of those beside it: a name, a brace or a script, or LaTeX that is there. */
const isTelling = (shape: number, mask: number): boolean =>
  shape <= SHAPE.shortUnknown
    ? (mask & ONLY_COMMAND) !== 0
    : shape === SHAPE.script || shape === SHAPE.open || shape === SHAPE.close || shape === SHAPE.intact;
