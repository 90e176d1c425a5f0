// What one run of letters says: nothing, or that a formula may be here.

import { isAccented, LONGEST_RUN } from './atoms.ts';
import { isCertain } from './certain.ts';
import { BLANK, classAt, DIGIT, LETTER, PLAIN, STRONG } from './classes.ts';
import { type Evidence, remember } from './evidence.ts';
import { addChar, capitals, WORD_SEED } from './hash.ts';
import { type Command, commandKey, type Lexicon } from './lexicon.ts';
import { WORDLIKE_NAMES } from './odd.ts';
import { angleIn, isGreekRun } from './runs.ts';
import { SHAPE } from './shapes.ts';
import { unitAt } from './units.ts';

/** What a run of letters says. */
export const SIGN = {
  none: 0,
  /** Counts in a text that has other signs. */
  weak: 1,
  sure: 2,
  /** "in" and "to": count in a text that has signs or lone letters. */
  held: 3,
  /** Nothing, wherever the word stands. */
  silent: 4,
  /** Nothing here nor between any two words. */
  quiet: 5,
} as const;

/** What the run `text[start..end)` says, whose hash and level in prose are known; adds what it says to the evidence. */
export function signOf(
  text: string,
  start: number,
  end: number,
  hash: number,
  level: number,
  lexicon: Lexicon,
  evidence: Evidence,
): number {
  if (isAccented(unitAt(text, start - 1)) || isAccented(unitAt(text, end))) return SIGN.none;
  let nothing: number = SIGN.silent;
  if (lexicon.isCommand[hash & 0x3fff] === 1) {
    const key = commandKey(hash, capitals(text, start, end));
    const command = lexicon.commands.get(key);
    if (command !== undefined) {
      nothing = level > 3 && !command.greek ? SIGN.quiet : SIGN.none;
      evidence.wordlike ||= WORDLIKE_NAMES.has(command.name);
      if (unitAt(text, start - 1) === 92 && command.shape === SHAPE.structureName) return SIGN.none;
      if (level === 0 || glued(text, start, end) || (level < 3 && command.name === 'epsilon')) {
        evidence.strength++;
        remember(evidence, key);
        return SIGN.sure;
      }
      if (level > 5 && command.shape >= SHAPE.functionName) return nothing;
      if (command.greek) evidence.names++;
      if (isCertain(text, start, end)) return SIGN.sure;
      if (standsOut(text, start, end, level, command)) {
        const operator = command.shape === SHAPE.relName || command.shape === SHAPE.binName;
        if (operator && level < 4) evidence.strength++;
        return level > 5 && command.shape === SHAPE.relName ? SIGN.held : SIGN.sure;
      }
      if (command.greek) return level < 3 ? SIGN.sure : SIGN.weak;
    }
  }
  if ((level > 0 && (end - start > 3 || level > 3)) || end - start > LONGEST_RUN) return nothing;
  const hidden = hidesCommand(text, start, end, lexicon);
  if (hidden > 1) evidence.strength++;
  return hidden > 0 || isGreekRun(text, start, end) || angleIn(text, start, end) !== null ? SIGN.sure : nothing;
}

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
