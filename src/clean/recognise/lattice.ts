// All ways to read a window: atoms (runs of letters, numbers, characters), and the spans that runs may be cut into.
import { angleIn, isCertain, isGreekRun, isLogRun, isProduct, isRelated } from './certain.ts';
import { addChar, capitals, charId, mix, WORD_SEED, wordHash } from './hash.ts';
import { commandKey, getLexicon, type Lexicon, levelOf } from './lexicon.ts';
import { charShape, SHAPE, wordShape } from './shapes.ts';
import { unitAt, unitsOf } from './units.ts';

/** What a span is read as: prose, mathematics as it stands, a command (or an escaped character). */
export const LABEL = { prose: 0, math: 1, command: 2 } as const;
/** How many labels there are. */
export const LABELS = 3;

// Masks: which labels a span may take, one bit for each.
const NO_LABEL = 0;
/** The mask of a span that can only be prose. */
export const ONLY_PROSE: number = 1 << LABEL.prose;
const ONLY_COMMAND = 1 << LABEL.command;
const PROSE_OR_MATH = ONLY_PROSE | (1 << LABEL.math);
const ANY_LABEL = PROSE_OR_MATH | ONLY_COMMAND;

/** Growing columns of numbers, used again for every window. */
export interface Lattice {
  atoms: number;
  spans: number;
  /** Columns of atoms. */
  atomStart: Int32Array;
  atomEnd: Int32Array;
  atomShape: Uint8Array;
  atomId: Int32Array;
  atomKey: Int32Array;
  atomLevel: Uint8Array;
  atomBlank: Uint8Array;
  atomContext: Int32Array;
  atomFirst: Int32Array;
  /** Columns of spans; `mask` has a bit for each label that the span may take. */
  spanAtom: Int32Array;
  spanStart: Int32Array;
  spanEnd: Int32Array;
  spanShape: Uint8Array;
  spanId: Int32Array;
  mask: Uint8Array;
}

const columns = (size: number): Lattice => ({
  atoms: 0,
  spans: 0,
  atomStart: new Int32Array(size),
  atomEnd: new Int32Array(size),
  atomShape: new Uint8Array(size),
  atomId: new Int32Array(size),
  atomKey: new Int32Array(size),
  atomLevel: new Uint8Array(size),
  atomBlank: new Uint8Array(size),
  atomContext: new Int32Array(size),
  atomFirst: new Int32Array(size + 1),
  spanAtom: new Int32Array(size * 4),
  spanStart: new Int32Array(size * 4),
  spanEnd: new Int32Array(size * 4),
  spanShape: new Uint8Array(size * 4),
  spanId: new Int32Array(size * 4),
  mask: new Uint8Array(size * 4),
});

let spare = columns(1024);

/** A longer run of letters is not looked into for names. */
export const LONGEST_RUN = 40;
const FREE = 3; // atoms at each end of a window that can only be prose
const MATH_GAP = 24;
const MOST_NAMES = 20;
/** Letters of a name that no other word holds by chance. */
const UNMISTAKABLE = 8;

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

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 160;

/** What this program writes for scripts: there each letter has been read before. */
const RAISED = /[¹²³⁰-₟ᵃ-ᶿ]/;
/** A Greek letter that the page shows; to its neighbours it is a letter like x, but glued to others it is what no letter is. */
const isGreek = (code: number): boolean => code >= 0x391 && code <= 0x3ff;
const GREEK_ID = commandKey(wordHash('x', 0, 1), 0);

/** A letter that goes on with a word: é, ö, combining marks. */
export const isAccented = (code: number): boolean => code >= 0xc0 && code < 0x370 && code !== 0xd7 && code !== 0xf7;

function cutAtoms(lattice: Lattice, text: string, start: number, end: number): void {
  const lexicon = getLexicon();
  const codes = unitsOf(text);
  const isRepaired = RAISED.test(text.slice(start, end));
  let n = 0;
  let blank = start > 0 && isBlank(unitAt(text, start - 1)) ? 1 : 0;
  for (let i = start; i < end; ) {
    const unit = codes[i] ?? 0;
    const code = unit < 128 ? unit : text.charCodeAt(i);
    if (isBlank(code)) {
      blank = 1;
      i++;
      continue;
    }
    const from = i++;
    if (isLetter(code)) {
      let hash = addChar(WORD_SEED, code | 32);
      let upper = (code & 32) === 0 ? 1 : 0;
      for (let next = codes[i] ?? 0; i < end && isLetter(next); next = codes[++i] ?? 0) {
        hash = addChar(hash, next | 32);
        if ((next & 32) === 0 && i < from + 12) upper |= 1 << (i - from);
      }
      word(lattice, n, i - from, hash, upper, lexicon);
    } else if (isDigit(code)) {
      while (i < end && isDigit(codes[i] ?? 0)) i++;
      plain(
        lattice,
        n,
        i - from === 1 ? SHAPE.digit : SHAPE.number,
        i - from === 1 ? code : 1000 + Math.min(i - from, 5),
      );
    } else if (isGreek(code) && !isRepaired && !isLetter(codes[i] ?? 0) && !isLetter(unitAt(text, from - 1))) {
      plain(lattice, n, SHAPE.lowerLetter, 0);
      lattice.atomId[n] = GREEK_ID;
    } else if (code === 92 && i < end) {
      i = intact(lattice, n, text, i, end);
    } else plain(lattice, n, charShape(code), code);
    lattice.atomStart[n] = from;
    lattice.atomEnd[n] = i;
    lattice.atomBlank[n] = blank;
    blank = 0;
    n++;
  }
  lattice.atoms = n;
}

function plain(lattice: Lattice, n: number, shape: number, id: number): void {
  lattice.atomShape[n] = shape;
  lattice.atomId[n] = charId(id);
  lattice.atomKey[n] = 0;
  lattice.atomLevel[n] = 0;
}

/** A backslash and the name or the one character behind it are one atom. */
function intact(lattice: Lattice, n: number, text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isLetter(text.charCodeAt(i))) i++;
  if (i === at) i++;
  plain(lattice, n, SHAPE.intact, mix(wordHash(text, at, Math.min(i, at + 20)), 9));
  return i;
}

function word(lattice: Lattice, n: number, length: number, letters: number, upper: number, lexicon: Lexicon): void {
  const hash = length > LONGEST_RUN ? WORD_SEED : letters;
  const key = commandKey(hash, upper);
  const level = levelOf(lexicon.slots, hash);
  const command = lexicon.isCommand[hash & 0x3fff] === 1 ? lexicon.commands.get(key) : undefined;
  const shape = command?.shape ?? wordShape(length, upper, level);
  lattice.atomKey[n] = key;
  lattice.atomLevel[n] = level;
  lattice.atomShape[n] = shape;
  lattice.atomId[n] =
    command !== undefined || length <= 3 || level >= 6 ? key : mix(shape * 16 + level, Math.min(length, 10));
}

/** For each atom, what stands before the innermost brace that it is in: `_`, `^`, a command, or something else. */
function markContexts(lattice: Lattice): void {
  const { atomContext, atomId, atomShape } = lattice;
  const open: number[] = [];
  let context = 0;
  for (let i = 0; i < lattice.atoms; i++) {
    const shape = atomShape[i] ?? 0;
    if (shape === SHAPE.close && open.length > 0) context = open.pop() ?? 0;
    atomContext[i] = context;
    if (shape !== SHAPE.open) continue;
    open.push(context);
    const before = i > 0 ? (atomShape[i - 1] ?? 0) : 0;
    context = before === SHAPE.script || before === SHAPE.structureName ? (atomId[i - 1] ?? 0) : before + 1;
  }
}

function cutSpans(lattice: Lattice, text: string, atStart: boolean, atEnd: boolean, blocked: readonly number[]): void {
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
      add(
        lattice,
        a,
        start,
        end,
        shape,
        lattice.atomId[a] ?? 0,
        edge
          ? ONLY_PROSE
          : ESCAPABLE[text.charCodeAt(start) & 127] === 1 && shape !== SHAPE.intact
            ? ANY_LABEL
            : PROSE_OR_MATH,
      );
      continue;
    }
    cutLetters(lattice, text, a, edge || isPlain(lattice, a, shape), lexicon);
  }
  lattice.atomFirst[lattice.atoms] = lattice.spans;
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
  if (isProse) return add(lattice, a, start, end, shape, id, ONLY_PROSE);
  const isName = whole && !isProduct(text, start, end);
  const isOnly = isName && ((level === 0 && length >= UNMISTAKABLE) || isCertain(text, start, end));
  add(lattice, a, start, end, shape, id, isOnly ? ONLY_COMMAND : isName ? ANY_LABEL : PROSE_OR_MATH);
  const isLogs = isLogRun(text, start, end);
  if (!isLogs && isWhole(length, level)) return;
  const sure = cutRun(lattice, text, a, start, end, lexicon);
  if (lattice.spans === run + 1) return;
  const angle = angleIn(text, start, end);
  if (angle !== null) keepAngle(lattice, run, angle === 'langle' ? start : -1, angle === 'langle' ? -1 : end);
  if (isLogs || isGreekRun(text, start, end)) keepNames(lattice, run);
  if (isName) return;
  // a run that a certain name begins is read in pieces only, and one that holds a long name (Srightarrow)
  const begins = length <= MATH_GAP && isCertain(text, start, start + 5);
  if (whole || sure || begins || isRelated(text, start, end)) lattice.mask[run] = NO_LABEL;
}

/** Whether a run of letters is too short, too long or too common to be made of pieces. */
const isWhole = (length: number, level: number): boolean =>
  length < 3 || length > LONGEST_RUN || (level > 0 && length > 4) || (length === 4 && level > 2);

/** Leaves of a run's readings, which begin with span `first`, only those that are made of names. */
function keepNames({ mask, spans }: Lattice, first: number): void {
  for (let s = first; s < spans; s++) if (mask[s] !== ONLY_COMMAND) mask[s] = NO_LABEL;
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
    else mask.fill(ONLY_PROSE, first, s);
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

function add(
  lattice: Lattice,
  atom: number,
  start: number,
  end: number,
  shape: number,
  id: number,
  mask: number,
): void {
  const n = lattice.spans++;
  lattice.spanAtom[n] = atom;
  lattice.spanStart[n] = start;
  lattice.spanEnd[n] = end;
  lattice.spanShape[n] = shape;
  lattice.spanId[n] = id;
  lattice.mask[n] = mask;
}

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
      add(lattice, atom, start + from, nameEnd[k] ?? 0, nameShape[k] ?? 0, nameKey[k] ?? 0, ONLY_COMMAND);
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
  add(
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
