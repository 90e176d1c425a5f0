// One look over a text: where signs of lost LaTeX stand, and what the whole text says about mathematics.
import { EATEN } from '../tables/eaten.ts';
import { angleIn, isCertain, isGreekRun } from './certain.ts';
import { addChar, capitals, mix, WORD_SEED, wordHash } from './hash.ts';
import { isAccented, LONGEST_RUN } from './lattice.ts';
import { type Command, commandKey, getLexicon, type Lexicon, levelOf } from './lexicon.ts';
import { WORDLIKE_NAMES } from './odd.ts';
import { SHAPE } from './shapes.ts';
import { countBytes, foursOf, leadingLetters, unitAt, unitsOf } from './units.ts';

/** What a text as a whole says: how many strong signs, and which runs stood next to one (a small Bloom filter). */
export interface Evidence {
  strength: number;
  /** Lone letters, as n in "n items". */
  letters: number;
  /** Names of Greek letters that prose uses too. */
  names: number;
  /** Whether one of the names is there that may be a word (`WORDLIKE_NAMES`). */
  wordlike: boolean;
  near0: number;
  near1: number;
}

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

const PLAIN = 0,
  LETTER = 1,
  STRONG = 2,
  PROSE = 3,
  DIGIT = 4,
  BLANK = 5;
const CLASS = new Uint8Array(256);
for (let i = 0; i < 26; i++) CLASS[65 + i] = CLASS[97 + i] = LETTER;
for (let i = 0; i < 10; i++) CLASS[48 + i] = DIGIT;
for (const char of '\\{}^_') CLASS[char.charCodeAt(0)] = STRONG;
for (const char of '$~`') CLASS[char.charCodeAt(0)] = PROSE;
for (const char of ' \n\t') CLASS[char.charCodeAt(0)] = BLANK;

/** Looks over a text; what `context` says of mathematics counts too. */
export function scan(text: string, context?: string): Scan {
  const lexicon = getLexicon();
  const evidence: Evidence = { strength: 0, letters: 0, names: 0, wordlike: false, near0: 0, near1: 0 };
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
      else if (sign === SILENT) silent[hash & SILENT_MASK] = hash;
      if (sign === SURE) mark(windows, start, i, n);
      else if (sign === WEAK) weak.push(start, i);
      else if (sign === HELD) held.push(start, i);
      else if (sign === QUIET) quietNames[hash & QUIET_NAMES_MASK] = hash;
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

/** Counts what another text says too. */
function add(evidence: Evidence, other: Evidence): void {
  evidence.strength += other.strength;
  evidence.letters += other.letters;
  evidence.names += other.names;
  evidence.wordlike ||= other.wordlike;
  evidence.near0 |= other.near0;
  evidence.near1 |= other.near1;
}

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

/** Remembers the run of letters before `^` and `_` (and braces) as a letter of this text's formulas. */
function near(text: string, at: number, evidence: Evidence): void {
  let start = at;
  while (start > 0 && start > at - 12 && CLASS[unitAt(text, start - 1)] === LETTER) start--;
  if (start === at) return;
  remember(evidence, commandKey(wordHash(text, start, at), capitals(text, start, at)));
}

function remember(evidence: Evidence, key: number): void {
  const bit = mix(key, 77) & 63;
  if (bit < 32) evidence.near0 |= 1 << bit;
  else evidence.near1 |= 1 << (bit - 32);
}

/** Whether a run with this key stood next to a strong sign somewhere in the text. */
export function isNear(evidence: Evidence, key: number): boolean {
  const bit = mix(key, 77) & 63;
  return ((bit < 32 ? evidence.near0 >>> bit : evidence.near1 >>> (bit - 32)) & 1) === 1;
}

const bitten = new Uint8Array(256);
for (const name of EATEN.keys()) bitten[wordHash(name, 0, name.length) & 255] = 1;
const isBitten = (hash: number): boolean => bitten[hash & 255] === 1;

const NONE = 0,
  WEAK = 1,
  SURE = 2,
  HELD = 3,
  SILENT = 4, // nothing, wherever the word stands
  QUIET = 5; // nothing here nor between any two words

function signOf(
  text: string,
  start: number,
  end: number,
  hash: number,
  level: number,
  lexicon: Lexicon,
  evidence: Evidence,
): number {
  if (isAccented(unitAt(text, start - 1)) || isAccented(unitAt(text, end))) return NONE;
  let nothing = SILENT;
  if (lexicon.isCommand[hash & 0x3fff] === 1) {
    const key = commandKey(hash, capitals(text, start, end));
    const command = lexicon.commands.get(key);
    if (command !== undefined) {
      nothing = level > 3 && !command.greek ? QUIET : NONE;
      evidence.wordlike ||= WORDLIKE_NAMES.has(command.name);
      if (unitAt(text, start - 1) === 92 && command.shape === SHAPE.structureName) return NONE;
      if (level === 0 || glued(text, start, end) || (level < 3 && command.name === 'epsilon')) {
        evidence.strength++;
        remember(evidence, key);
        return SURE;
      }
      if (level > 5 && command.shape >= SHAPE.functionName) return nothing;
      if (command.greek) evidence.names++;
      if (isCertain(text, start, end)) return SURE;
      if (standsOut(text, start, end, level, command)) {
        const operator = command.shape === SHAPE.relName || command.shape === SHAPE.binName;
        if (operator && level < 4) evidence.strength++;
        return level > 5 && command.shape === SHAPE.relName ? HELD : SURE;
      }
      if (command.greek) return level < 3 ? SURE : WEAK;
    }
  }
  if ((level > 0 && (end - start > 3 || level > 3)) || end - start > LONGEST_RUN) return nothing;
  const hidden = hidesCommand(text, start, end, lexicon);
  if (hidden > 1) evidence.strength++;
  return hidden > 0 || isGreekRun(text, start, end) || angleIn(text, start, end) !== null ? SURE : nothing;
}

const classAt = (text: string, at: number): number => {
  const code = unitAt(text, at);
  return code < 128 ? (CLASS[code] ?? PLAIN) : PLAIN;
};

const glued = (text: string, start: number, end: number): boolean => {
  const before = classAt(text, start - 1);
  const after = classAt(text, end);
  return before === DIGIT || before === STRONG || after === DIGIT || after === STRONG;
};

/** A name that prose uses too is a sign beside something that prose has not. */
function standsOut(text: string, start: number, end: number, level: number, command: Command): boolean {
  if (odd(text, start - 1, -1) || odd(text, end, 1)) return true;
  if (command.shape === SHAPE.relName && end - start > 2 && isNumberBeyond(text, end, 1)) return true;
  if (!isNumberBeyond(text, end, 1)) return false;
  const isOperator = command.shape === SHAPE.binName || command.shape === SHAPE.relName;
  return (
    isOperator &&
    (isNumberBeyond(text, start - 1, -1) ? command.shape === SHAPE.binName : end - start === 2 && level < 6)
  );
}

/** A letter between blanks, or a blank and a comma or bracket; no article, no "e. g.". */
function isLone(text: string, at: number, code: number): boolean {
  if (code === 65 || code === 73 || code === 97 || code === 101 || code === 105) return false;
  const before = unitAt(text, at - 1);
  const after = unitAt(text, at + 1);
  return (before === 32 || before === 40) && (after === 32 || after === 44 || after === 41);
}

const isNumberBeyond = (text: string, at: number, step: number): boolean =>
  classAt(text, at) === BLANK && classAt(text, at + step) === DIGIT;

/** Whether what stands at `at`, looking in one direction, is nothing that prose puts beside a word. */
function odd(text: string, at: number, step: number): boolean {
  const code = unitAt(text, at);
  if (code === 0) return false;
  const kind = classAt(text, at);
  if (kind === DIGIT || kind === STRONG) return true;
  if (kind === BLANK) return oddBeyond(text, at + step, step);
  return code > 127
    ? code > 0x36f && code < 0x2600 && (code < 0x2010 || code > 0x203a)
    : '%=<>+*/|([])'.includes(text[at] ?? 'a');
}

/** Beyond one blank: a single letter, a bracket or an operator. */
function oddBeyond(text: string, at: number, step: number): boolean {
  const kind = classAt(text, at);
  if (kind === STRONG) return true;
  if (kind === LETTER) {
    const next = classAt(text, at + step);
    return next !== LETTER && next !== PLAIN
      ? !/[aAI]/.test(text[at] ?? '')
      : next === PLAIN && '=<>+*/|()[]^_'.includes(text[at + step] ?? 'a');
  }
  if (kind === DIGIT) return false;
  const code = unitAt(text, at);
  return code > 0x36f && code < 0x3ff ? true : '=<>+*/|[]'.includes(text[at] ?? 'a');
}

/**
 * Whether some command's name stands inside a run that is no known word, and makes up a good part of it, or several do
 * together (VertphiVertleq): 2 for a name that says it by itself.
 */
function hidesCommand(text: string, start: number, end: number, lexicon: Lexicon): number {
  let found = 0;
  const length = end - start;
  const least = length <= 6 ? 2 : Math.max(3, length >> 1);
  covered.fill(0, 0, length + 1);
  for (let i = start; i < end - 1; i++) {
    const before = covered[i - start] ?? 0;
    if (before > (covered[i - start + 1] ?? 0)) covered[i - start + 1] = before;
    if (lexicon.starts[unitAt(text, i)] !== 1) continue;
    let hash = WORD_SEED;
    const stop = Math.min(end, i + lexicon.longest);
    for (let k = i; k < stop; k++) {
      hash = addChar(hash, unitAt(text, k) | 32);
      if (k - i + 1 < Math.min(least, 3) || lexicon.isCommand[hash & 0x3fff] !== 1) continue;
      const command = lexicon.commands.get(commandKey(hash, capitals(text, i, k + 1)));
      if (command === undefined) continue;
      const long = k - i + 1;
      if (command.rare && long > 7) return 2;
      if (long >= least || (command.rare && long >= Math.min(least, 5))) found = 1;
      if (long > 2 && before + long > (covered[k + 1 - start] ?? 0)) covered[k + 1 - start] = before + long;
    }
  }
  const together = Math.max(covered[length] ?? 0, covered[length - 1] ?? 0);
  return found > 0 || together * 3 >= length * 2 ? 1 : 0;
}

/** How many letters of a run names of three and more make up, up to each place in it. */
const covered = new Uint8Array(LONGEST_RUN + 1);
