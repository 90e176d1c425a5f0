// Which words prose uses, how often, and which names are commands. The words' table is stored as it is looked up, two
// printable characters for each slot, so that reading it costs nothing but the native encoding of a string.

import { COMMANDS, LEXICON } from '../model/lexicon.generated.ts';
import { RARE_ENGLISH } from '../tables/english.ts';
import { GREEK, SYMBOLS } from '../tables/symbols.ts';
import { capitals, mix, wordHash } from './hash.ts';
import { commandShape } from './shapes.ts';

/** How many slots the table of words has. */
export const WORD_SLOTS: number = 1 << 16;

/** How many slots a word may lie in. */
export const CHOICES = 3;

/** How many levels there are of how common a word is. */
export const WORD_LEVELS = 7;

/** The first character's code for zero, and the second's in a slot that is free. */
export const FIRST_CODE = 35;

/** A command's name as the recogniser meets it. */
export interface Command {
  readonly name: string;
  readonly shape: number;
  /** A letter of the Greek alphabet. */
  readonly greek: boolean;
  /** A long name that prose does not use. */
  readonly rare: boolean;
}

/** The decoded tables. */
export interface Lexicon {
  /** Levels of words by hash: see `levelOf`. */
  readonly slots: Uint8Array;
  /** Commands by `commandKey`. */
  readonly commands: ReadonlyMap<number, Command>;
  /** Commands by the hash of their lower-case name: 1 where there is one. */
  readonly isCommand: Uint8Array;
  /** First letters of commands, by character code. */
  readonly starts: Uint8Array;
  readonly longest: number;
}

let lexicon: Lexicon | undefined;

/** The tables of this build. */
export function getLexicon(): Lexicon {
  lexicon ??= makeLexicon(LEXICON, COMMANDS);
  return lexicon;
}

/** Puts other tables in place (for the training script). */
export function setLexicon(words: string, commands: string): void {
  lexicon = makeLexicon(words, commands);
}

/** A command's key: its hash with its capitals. */
export const commandKey = (hash: number, upper: number): number => mix(hash, upper);

/** What stands for a word in the table: 24 bits, of which 16 say where to look first and 8 are kept in the slot. */
export const wordKey = (hash: number): number => Math.imul((hash ^ (hash >>> 8)) & 0xffffff, 0x9e3779b1) & 0xffffff;

/**
 * How common a word is in prose: 0 unknown, 1 rare to 7 in every text. A word lies in the first of its slots that was
 * free, so a free one ends the search.
 */
export function levelOf(slots: Uint8Array, hash: number): number {
  const key = wordKey(hash);
  const rest = key & 0xff;
  const low = FIRST_CODE + (rest & 63);
  let at = key >>> 8;
  let base = FIRST_CODE + 1 + (rest >>> 6) * WORD_LEVELS;
  for (let choice = 0; choice < CHOICES; choice++) {
    const high = slots[at * 2 + 1] ?? 0;
    if (high === FIRST_CODE) return rareLevel(hash);
    if (high >= base && high < base + WORD_LEVELS && slots[at * 2] === low) return high - base + 1;
    at = (at + rest + 1) & (WORD_SLOTS - 1);
    base += 4 * WORD_LEVELS;
  }
  return rareLevel(hash);
}

/** The level of words that the table does not have. */
const rareLevel = (hash: number): number => (rare.has(hash) ? 3 : 0);
const rare = new Set(RARE_ENGLISH.map((word) => wordHash(word, 0, word.length)));

/** Symbols of so many letters that are too seldom to be learned would be read as something and another name: varPsi, nmid. */
const SHORTEST_SELDOM = 4;

function makeLexicon(words: string, list: string): Lexicon {
  const slots = new TextEncoder().encode(words);
  const commands = new Map<number, Command>();
  const isCommand = new Uint8Array(1 << 14);
  const starts = new Uint8Array(128);
  let longest = 0;
  const seldom = [...SYMBOLS.keys()].filter(
    (name) =>
      name.length >= SHORTEST_SELDOM &&
      name !== 'nparallel' && // a part of German words
      levelOf(slots, wordHash(name, 0, name.length)) === 0,
  );
  for (const name of new Set([...list.split(' '), ...seldom])) {
    const hash = wordHash(name, 0, name.length);
    commands.set(commandKey(hash, capitals(name, 0, name.length)), {
      name,
      shape: commandShape(name),
      greek: GREEK.has(name),
      rare: name.length > 4 && levelOf(slots, hash) === 0,
    });
    isCommand[hash & 0x3fff] = 1;
    starts[name.charCodeAt(0)] = 1;
    longest = Math.max(longest, name.length);
  }
  return { slots, commands, isCommand, starts, longest };
}
