// A window's atoms: runs of letters, numbers, characters, with their shape, how common they are, and the brace that they are in.
import { FONTS } from '../tables/commands.ts';
import { addChar, charId, mix, WORD_SEED, wordHash } from './hash.ts';
import type { Lattice } from './lattice.ts';
import { commandKey, getLexicon, type Lexicon, levelOf } from './lexicon.ts';
import { charShape, SHAPE, wordShape } from './shapes.ts';
import { unitAt, unitsOf } from './units.ts';

/** A longer run of letters is not looked into for names. */
export const LONGEST_RUN = 40;
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

/** Cuts `text[start..end)` into atoms. */
export function cutAtoms(lattice: Lattice, text: string, start: number, end: number): void {
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

/**
 * Notes for each atom what stands before the innermost brace that it is in (`_`, `^`, a command, or something else), and
 * whether a font of mathematics holds it.
 */
export function markContexts(lattice: Lattice): void {
  const { atomContext, atomId, atomInFont, atomShape } = lattice;
  const open: { readonly context: number; readonly font: number }[] = [];
  let context = 0;
  atomInFont.fill(0, 0, lattice.atoms);
  for (let i = 0; i < lattice.atoms; i++) {
    const shape = atomShape[i] ?? 0;
    const last = shape === SHAPE.close ? open.pop() : undefined;
    if (last !== undefined) {
      context = last.context;
      if (last.font >= 0) atomInFont.fill(1, last.font, i + 1);
    }
    atomContext[i] = context;
    if (shape !== SHAPE.open) continue;
    const before = i > 0 ? (atomShape[i - 1] ?? 0) : 0;
    const isFont = before === SHAPE.structureName && isMathFont(atomId[i - 1] ?? 0);
    open.push({ context, font: isFont ? i : -1 });
    context = before === SHAPE.script || before === SHAPE.structureName ? (atomId[i - 1] ?? 0) : before + 1;
  }
}

/** Whether an atom's id is that of a font which prose has no word for, as mathrm. */
export const isMathFont = (id: number): boolean => mathFonts.has(id);
const mathFonts = new Set(
  [...FONTS.keys()]
    .filter((name) => /^(?:math[a-z]{2,}|operatorname)$/.test(name))
    .map((name) => commandKey(wordHash(name, 0, name.length), 0)),
);
