// One look over a text: where signs of lost LaTeX stand, and what the whole text says about mathematics.
import { EATEN } from '../tables/eaten.ts';
import { BLANK, CLASS, classAt, DIGIT, LETTER, PLAIN, PROSE, STRONG } from './classes.ts';
import { add, type Evidence, near } from './evidence.ts';
import { WORD_SEED, wordHash } from './hash.ts';
import { getLexicon, levelOf } from './lexicon.ts';
import { SIGN, signOf } from './signs.ts';
import { countBytes, foursOf, leadingLetters, unitAt, unitsOf } from './units.ts';

/** Windows around signs, as pairs of offsets, and the evidence. */
export interface Scan {
  readonly windows: number[];
  readonly evidence: Evidence;
  /** Whether there is anything for the reader of running text to repair. */
  readonly prose: boolean;
  /** Whether escapes may have eaten the first letters of commands. */
  readonly eaten: boolean;
}

/** How far from a sign a formula is looked for, in characters. */
const REACH = 48;

/** Looks over a text, which was `origin` before it was repaired; what `context` says of mathematics counts too. */
export function scan(text: string, context?: string, origin: string = text): Scan {
  const lexicon = getLexicon();
  const evidence: Evidence = { strength: 0, letters: 0, names: 0, wordlike: false, near0: 0, near1: 0, origin };
  const windows: number[] = [];
  const weak: number[] = [];
  const held: number[] = []; // "in" and "to" count in a text that has other signs
  let prose = false;
  let eaten = false;
  const n = text.length;
  const codes = unitsOf(text);
  const fours = foursOf(text);
  const kinds = CLASS;
  let i = 0;
  while (i < n) {
    const four = fours.getInt32(i, true);
    const letters = leadingLetters(four);
    if (letters !== 0) {
      const start = i;
      const next = fours.getInt32(i + 4, true);
      let more = leadingLetters(next) & (letters >> 31);
      let hash = fold(fold(WORD_SEED, four & letters), next & more);
      i += countBytes(letters) + countBytes(more);
      while (more === -1) {
        const last = fours.getInt32(i, true);
        more = leadingLetters(last);
        hash = fold(hash, last & more);
        i += countBytes(more);
      }
      if (silent[hash & SILENT_MASK] === hash) continue;
      if (i - start === 1) {
        if (isLone(text, start, four & 0xff)) evidence.letters++;
        continue;
      }
      if (quietNames[hash & QUIET_NAMES_MASK] === hash && isBetweenWords(codes, start, i)) continue;
      const word = wordHash(text, start, i);
      const level = levelOf(lexicon.slots, word);
      const sign = signOf(text, start, i, word, level, lexicon, evidence);
      if (level === 0 && isBitten(word) && EATEN.has(text.slice(start, i))) eaten = true;
      else if (sign === SIGN.silent) silent[hash & SILENT_MASK] = hash;
      if (sign === SIGN.sure) mark(windows, start, i, n);
      else if (sign === SIGN.weak) weak.push(start, i);
      else if (sign === SIGN.held) held.push(start, i);
      else if (sign === SIGN.quiet) quietNames[hash & QUIET_NAMES_MASK] = hash;
      continue;
    }
    const code = four & 0xff;
    const kind = kinds[code];
    if (kind === BLANK || (kind === PLAIN && code !== 45 && code !== 39 && code !== 44)) {
      i++;
    } else {
      if (kind === STRONG) {
        prose = true;
        const strong = strengthOf(text, i, code);
        if (strong > 0) evidence.strength++;
        if (strong > 0) near(text, i, evidence);
        if (strong >= 0) mark(windows, i, i + 1, n);
      } else if (
        kind === PROSE ||
        (code === 45 && unitAt(text, i + 1) === 45) ||
        (code === 39 && unitAt(text, i + 1) === 39) ||
        (code === 44 && classAt(text, i - 1) === DIGIT && classAt(text, i + 1) === LETTER)
      )
        prose = true;
      i++;
    }
  }
  if (context !== undefined && windows.length + weak.length > 0) add(evidence, scan(context).evidence);
  if (evidence.strength + evidence.letters > 0) weak.push(...held.slice(0, 2000));
  prose ||= text.includes('x20'); // x2013, a dash
  return { windows: weak.length > 0 ? withWeak(windows, weak, n) : windows, evidence, prose, eaten };
}

/** Adds up to four letters to the hash of a word with its capitals. */
const fold = (hash: number, four: number): number => {
  const h = Math.imul(hash ^ four, 0x9e3779b1);
  return h ^ (h >>> 15);
};

/** The hashes, with their capitals, of words met lately that say nothing wherever they stand. */
const silent = new Int32Array(1 << 16);
const SILENT_MASK = silent.length - 1;
/** The same of common names of commands that say nothing between two words: "in", "to", "over". */
const quietNames = new Int32Array(256);
const QUIET_NAMES_MASK = quietNames.length - 1;

/** Whether only blanks part a run of letters from two words. */
const isBetweenWords = (codes: Uint8Array, start: number, end: number): boolean =>
  start > 2 &&
  codes[start - 1] === 32 &&
  codes[end] === 32 &&
  CLASS[codes[end + 1] ?? 0] === LETTER &&
  CLASS[codes[end + 2] ?? 0] === LETTER &&
  CLASS[codes[start - 2] ?? 0] === LETTER &&
  CLASS[codes[start - 3] ?? 0] === LETTER;

/** What a character says: 1 it is a strong sign, 0 a sign to look at, -1 nothing. */
function strengthOf(text: string, at: number, code: number): number {
  if (code === 94) return 1;
  if (code === 95) {
    const next = classAt(text, at + 1);
    if (text[at + 1] === '{' || (next === LETTER && classAt(text, at + 2) !== LETTER)) return 1;
    return next === DIGIT || (classAt(text, at - 1) === LETTER && classAt(text, at - 2) !== LETTER) ? 1 : 0;
  }
  if (code === 92) return /[,;!:(]/.test(text[at + 1] ?? '') ? 0 : -1;
  return text.startsWith('{http', at) || text.startsWith('{this', at) ? -1 : 0;
}

/** Signs that count only in a text that has others, put among the windows. */
function withWeak(windows: readonly number[], weak: readonly number[], n: number): number[] {
  const all: (readonly [number, number])[] = [];
  for (let i = 0; i < windows.length; i += 2) all.push([windows[i] ?? 0, windows[i + 1] ?? 0]);
  for (let i = 0; i < weak.length; i += 2)
    all.push([Math.max(0, (weak[i] ?? 0) - REACH), Math.min(n, (weak[i + 1] ?? 0) + REACH)]);
  const merged: number[] = [];
  for (const [from, to] of all.sort(([a], [b]) => a - b)) {
    const last = merged.length - 1;
    if (last > 0 && (merged[last] ?? 0) >= from) merged[last] = Math.max(to, merged[last] ?? 0);
    else merged.push(from, to);
  }
  return merged;
}

function mark(windows: number[], start: number, end: number, n: number): void {
  const from = Math.max(0, start - REACH);
  const to = Math.min(n, end + REACH);
  const last = windows.length - 1;
  if (last > 0 && (windows[last] ?? 0) >= from) windows[last] = to;
  else windows.push(from, to);
}

const bitten = new Uint8Array(256);
for (const name of EATEN.keys()) bitten[wordHash(name, 0, name.length) & 255] = 1;
const isBitten = (hash: number): boolean => bitten[hash & 255] === 1;

/** A letter between blanks, or a blank and a comma or bracket; no article, no "e. g.". */
function isLone(text: string, at: number, code: number): boolean {
  if (code === 65 || code === 73 || code === 97 || code === 101 || code === 105) return false;
  const before = unitAt(text, at - 1);
  const after = unitAt(text, at + 1);
  return (before === 32 || before === 40) && (after === 32 || after === 44 || after === 41);
}
