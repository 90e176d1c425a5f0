// The readings of a window's atoms: runs of letters as prose, as letters of a formula, or cut into letters and names of commands.
import { isAccented, isMathFont, LONGEST_RUN } from './atoms.ts';
import { isCertain } from './certain.ts';
import { addChar, capitals, mix, WORD_SEED, wordHash } from './hash.ts';
import { ANY_LABEL, addSpan, type Lattice, NO_LABEL, ONLY_COMMAND, ONLY_PROSE, PROSE_OR_MATH } from './lattice.ts';
import { commandKey, getLexicon, type Lexicon, levelOf } from './lexicon.ts';
import { angleIn, isGreekRun, isLabel, isLogRun, isOneName, isProduct, isWord, isWordHere, nameIn } from './runs.ts';
import { SHAPE, wordShape } from './shapes.ts';
import { unitAt } from './units.ts';

const FREE = 3; // atoms at each end of a window that can only be prose
const MATH_GAP = 24;
const MOST_NAMES = 20;
/** Letters of a name that no other word holds by chance. */
const UNMISTAKABLE = 8;

/** Adds the readings of all atoms; what `blocked` (pairs of offsets) covers is prose. */
export function cutSpans(
  lattice: Lattice,
  text: string,
  atStart: boolean,
  atEnd: boolean,
  blocked: readonly number[],
): void {
  const lexicon = getLexicon();
  let block = 0;
  lattice.spans = 0;
  for (let a = 0; a < lattice.atoms; a++) {
    lattice.atomFirst[a] = lattice.spans;
    const start = lattice.atomStart[a] ?? 0;
    const end = lattice.atomEnd[a] ?? 0;
    const shape = lattice.atomShape[a] ?? 0;
    while (block < blocked.length && (blocked[block + 1] ?? 0) <= start) block += 2;
    const edge =
      (a < FREE && !atStart) ||
      (a >= lattice.atoms - FREE && !atEnd) ||
      (blocked[block] ?? Infinity) < end ||
      (shape <= SHAPE.shortUnknown && (isAccented(unitAt(text, start - 1)) || isAccented(unitAt(text, end))));
    if (shape > SHAPE.shortUnknown || shape === SHAPE.edge) {
      const isEscapable = ESCAPABLE[text.charCodeAt(start) & 127] === 1 && shape !== SHAPE.intact;
      const mask = edge ? ONLY_PROSE : isEscapable ? ANY_LABEL : PROSE_OR_MATH;
      addSpan(lattice, a, start, end, shape, lattice.atomId[a] ?? 0, mask);
    } else cutLetters(lattice, text, a, edge || isPlain(lattice, a, shape), lexicon);
    if (lattice.atomInFont[a] === 1 && !edge) refuseProse(lattice, lattice.atomFirst[a] ?? 0);
  }
  lattice.atomFirst[lattice.atoms] = lattice.spans;
}

/** Leaves of the spans from `first` on no reading as prose. */
function refuseProse({ mask, spans }: Lattice, first: number): void {
  for (let s = first; s < spans; s++) mask[s] = (mask[s] ?? 0) & ~ONLY_PROSE;
}

/** Adds the readings of a run of letters. */
function cutLetters(lattice: Lattice, text: string, a: number, isProse: boolean, lexicon: Lexicon): void {
  const shape = lattice.atomShape[a] ?? 0;
  const level = lattice.atomLevel[a] ?? 0;
  const start = lattice.atomStart[a] ?? 0;
  const end = lattice.atomEnd[a] ?? 0;
  const length = end - start;
  const whole = shape >= SHAPE.ordName && shape <= SHAPE.structureName;
  const run = lattice.spans;
  const id = lattice.atomId[a] ?? 0;
  if (isProse || isOneName(text, start, end) || (!whole && isWordHere(text, start, end, level)))
    return addSpan(lattice, a, start, end, shape, id, ONLY_PROSE);
  const isName = whole && !isProduct(text, start, end);
  const isFont = isName && text[end] === '{' && isMathFont(id);
  const isLong = isName && level === 0 && length >= UNMISTAKABLE && !text.startsWith('backslash', start);
  const isOnly = isFont || isLong || (isName && isCertain(text, start, end));
  addSpan(lattice, a, start, end, shape, id, isOnly ? ONLY_COMMAND : isName ? ANY_LABEL : PROSE_OR_MATH);
  const isLogs = isLogRun(text, start, end);
  if (!isLogs && (isWhole(length, level) || (!whole && isLabel(text, start, end, level)))) return;
  if (isLong && lexicon.commands.get(keyOf(text, start + 1, end)) === undefined) return; // nrightarrow is n → mostly
  const sure = cutRun(lattice, text, a, start, end, lexicon);
  if (lattice.spans === run + 1) return;
  const angle = angleIn(text, start, end);
  if (angle !== null) keepAngle(lattice, run, angle === 'langle' ? start : -1, angle === 'langle' ? -1 : end);
  if (isLogs || isGreekRun(text, start, end)) keepNames(lattice, run);
  if (isName) return;
  // a run that a certain name begins is read in pieces only, and one that holds a long name (Srightarrow)
  const begins = length <= MATH_GAP && isCertain(text, start, start + 5);
  const name = nameIn(text, start, end);
  if (name) keepName(lattice, text, run, name);
  if (whole || sure || begins) lattice.mask[run] = NO_LABEL;
}

const keyOf = (text: string, start: number, end: number): number =>
  commandKey(wordHash(text, start, end), capitals(text, start, end));

/** Whether a run of letters is too short, too long or too common to be made of pieces. */
const isWhole = (length: number, level: number): boolean =>
  length < 3 || length > LONGEST_RUN || (level > 0 && length > 4) || (length === 4 && level > 2);

/** Leaves of a run's readings, which begin with span `first`, only those that are made of names. */
function keepNames({ mask, spans }: Lattice, first: number): void {
  for (let s = first; s < spans; s++) if (mask[s] !== ONLY_COMMAND) mask[s] = NO_LABEL;
}

/** Leaves of a run's readings only those with a name at its place; a word beside it is prose. */
function keepName(lattice: Lattice, text: string, run: number, [from, to]: readonly [number, number]): void {
  const { mask, spans, spanStart, spanEnd } = lattice;
  const [start, end] = [spanStart[run] ?? 0, spanEnd[run] ?? 0];
  const areWords = [isWord(text, start, from), isWord(text, to, end)];
  for (let s = run; s < spans; s++) {
    const [first, last] = [spanStart[s] ?? 0, spanEnd[s] ?? 0];
    const isName = first === from && last === to;
    const isSide = (first === start && last === from) || (first === to && last === end);
    const isApart = last <= from || first >= to;
    if (isName ? mask[s] !== ONLY_COMMAND : !isApart) mask[s] = NO_LABEL;
    else if (!isName && areWords[last <= from ? 0 : 1])
      mask[s] = isSide && mask[s] !== ONLY_COMMAND ? ONLY_PROSE : NO_LABEL;
  }
}

/** Leaves of the spans that begin at `start` (or end at `end`) only the bracket of six letters. */
function keepAngle(lattice: Lattice, first: number, start: number, end: number): void {
  const { mask, spans, spanStart, spanEnd } = lattice;
  for (let s = first; s < spans; s++) {
    const from = spanStart[s] ?? 0;
    const to = spanEnd[s] ?? 0;
    if ((from === start || to === end) && (to - from !== 6 || mask[s] !== ONLY_COMMAND)) mask[s] = NO_LABEL;
  }
}

/** A common word between blanks and outside braces is prose: most of a window needs no second thought. */
const isPlain = (
  { atomLevel, atomBlank, atomShape, atomContext, atomStart, atoms }: Lattice,
  a: number,
  shape: number,
): boolean =>
  (atomLevel[a] ?? 0) >= 4 &&
  (shape === SHAPE.common || shape === SHAPE.knownName) &&
  atomContext[a] === 0 &&
  (atomBlank[a] === 1 || atomStart[a] === 0) &&
  a + 1 < atoms &&
  (atomBlank[a + 1] === 1 || atomShape[a + 1] === SHAPE.stop);

const ESCAPABLE = new Uint8Array(128);
for (const char of '{},;:!|') ESCAPABLE[char.charCodeAt(0)] = 1;

// Offsets inside a run at which a piece may start: bit 1 because a name starts here, bit 2 because one ends here.
const cuts = new Uint8Array(LONGEST_RUN + 1);
const nameEnd: number[] = [];
const nameStart: number[] = [];
const nameShape: number[] = [];
const nameKey: number[] = [];

/** Adds the readings of a run in pieces; returns whether a name is in it that no other word holds. */
function cutRun(lattice: Lattice, text: string, atom: number, start: number, end: number, lexicon: Lexicon): boolean {
  const names = findNames(text, start, end, lexicon);
  if (names === 0 || names > MOST_NAMES) return false;
  let sure = false;
  cuts.fill(0);
  cuts[0] = 2;
  cuts[end - start] = 1;
  for (let k = 0; k < names; k++) {
    const from = (nameStart[k] ?? 0) - start;
    const to = (nameEnd[k] ?? 0) - start;
    sure ||= to - from >= UNMISTAKABLE && lexicon.commands.get(nameKey[k] ?? 0)?.rare === true;
    cuts[from] = (cuts[from] ?? 0) | 1;
    cuts[to] = (cuts[to] ?? 0) | 2;
  }
  let k = 0;
  for (let from = 0; from < end - start; from++) {
    for (; k < names && (nameStart[k] ?? 0) === start + from; k++)
      addSpan(lattice, atom, start + from, nameEnd[k] ?? 0, nameShape[k] ?? 0, nameKey[k] ?? 0, ONLY_COMMAND);
    if (((cuts[from] ?? 0) & 2) === 0) continue;
    for (let to = from + 1; to <= end - start && to - from <= MATH_GAP; to++) {
      if (((cuts[to] ?? 0) & 1) === 0 || (from === 0 && to === end - start)) continue;
      gap(lattice, text, atom, start + from, start + to, lexicon);
    }
  }
  return sure;
}

function gap(lattice: Lattice, text: string, atom: number, from: number, to: number, lexicon: Lexicon): void {
  const hash = wordHash(text, from, to);
  const upper = capitals(text, from, to);
  const level = levelOf(lexicon.slots, hash);
  const shape = wordShape(to - from, upper, level);
  addSpan(
    lattice,
    atom,
    from,
    to,
    shape,
    to - from <= 3 || level >= 6 ? commandKey(hash, upper) : mix(shape * 16 + level, Math.min(to - from, 10)),
    PROSE_OR_MATH,
  );
}

/** Lists the names of commands inside a run (not the run itself), by where they start. */
function findNames(text: string, start: number, end: number, lexicon: Lexicon): number {
  let n = 0;
  for (let i = start; i < end - 1; i++) {
    if (lexicon.starts[text.charCodeAt(i)] !== 1) continue;
    let hash = WORD_SEED;
    const stop = Math.min(end, i + lexicon.longest);
    for (let k = i; k < stop; k++) {
      hash = addChar(hash, text.charCodeAt(k) | 32);
      if (lexicon.isCommand[hash & 0x3fff] !== 1 || (i === start && k + 1 === end)) continue;
      const key = commandKey(hash, capitals(text, i, k + 1));
      const command = lexicon.commands.get(key);
      if (command === undefined) continue;
      nameStart[n] = i;
      nameEnd[n] = k + 1;
      nameShape[n] = command.shape;
      nameKey[n++] = key;
    }
  }
  return n;
}
