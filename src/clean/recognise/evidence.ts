// What a text as a whole says of mathematics.
import { classAt, LETTER } from './classes.ts';
import { capitals, mix, wordHash } from './hash.ts';
import { commandKey } from './lexicon.ts';

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
  /** The text as it came, before any repair. */
  readonly origin: string;
}

/** Counts what another text says too. */
export function add(evidence: Evidence, other: Evidence): void {
  evidence.strength += other.strength;
  evidence.letters += other.letters;
  evidence.names += other.names;
  evidence.wordlike ||= other.wordlike;
  evidence.near0 |= other.near0;
  evidence.near1 |= other.near1;
}

/** Remembers the run of letters before `^` and `_` (and braces) as a letter of this text's formulas. */
export function near(text: string, at: number, evidence: Evidence): void {
  let start = at;
  while (start > 0 && start > at - 12 && classAt(text, start - 1) === LETTER) start--;
  if (start === at) return;
  remember(evidence, commandKey(wordHash(text, start, at), capitals(text, start, at)));
}

/** Remembers the run with this key (see `commandKey`). */
export function remember(evidence: Evidence, key: number): void {
  const bit = mix(key, 77) & 63;
  if (bit < 32) evidence.near0 |= 1 << bit;
  else evidence.near1 |= 1 << (bit - 32);
}

/** Whether a run with this key stood next to a strong sign somewhere in the text. */
export function isNear(evidence: Evidence, key: number): boolean {
  const bit = mix(key, 77) & 63;
  return ((bit < 32 ? evidence.near0 >>> bit : evidence.near1 >>> (bit - 32)) & 1) === 1;
}
