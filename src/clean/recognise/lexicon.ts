// Which words prose uses, how often, and which names are commands: decoded once, on the first text that needs it.
import { COMMANDS, LEXICON } from '../model/lexicon.generated.ts';
import { SYMBOLS } from '../tables/symbols.ts';
import { capitals, mix, wordHash } from './hash.ts';
import { commandShape } from './shapes.ts';

const SLOTS = 1 << 16;
const BASE = 89;
const SKIP = 7900;

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
  /** Frequencies 1 to 7 of words by hash, 0 where free: see `frequency`. */
  readonly slots: Int32Array;
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

/** How common a word is in prose: 0 unknown, 1 rare to 7 in every text. */
export const frequency = ({ slots }: Lexicon, hash: number): number => find(slots, hash);

/** The same in the slots themselves. */
export function find(slots: Int32Array, hash: number): number {
  const key = (hash ^ (hash >>> 8)) & 0xffffff;
  let at = Math.imul(key, 0x9e3779b1) >>> 16;
  for (;;) {
    const entry = slots[at] ?? 0;
    if (entry === 0) return 0;
    if (entry >>> 4 === key) return entry & 7;
    at = (at + 1) & (SLOTS - 1);
  }
}

function makeLexicon(words: string, list: string): Lexicon {
  const slots = new Int32Array(SLOTS);
  words.split(' ').forEach((part, i) => {
    decode(slots, part, i + 1);
  });
  const commands = new Map<number, Command>();
  const isCommand = new Uint8Array(1 << 14);
  const starts = new Uint8Array(128);
  let longest = 0;
  for (const name of list.split(' ')) {
    const hash = wordHash(name, 0, name.length);
    commands.set(commandKey(hash, capitals(name, 0, name.length)), {
      name,
      shape: commandShape(name),
      greek: /^[\u0370-\u03ff]/.test(SYMBOLS.get(name)?.unicode ?? ''),
      rare: name.length > 4 && find(slots, hash) === 0,
    });
    isCommand[hash & 0x3fff] = 1;
    starts[name.charCodeAt(0)] = 1;
    longest = Math.max(longest, name.length);
  }
  return { slots, commands, isCommand, starts, longest };
}

/** Two digits of base 89 for each step from one 24-bit key to the next; a step of 7900 or more says "add 7900, go on". */
function decode(slots: Int32Array, part: string, level: number): void {
  let key = 0;
  for (let i = 0; i + 1 < part.length; i += 2) {
    const step = digit(part.charCodeAt(i)) * BASE + digit(part.charCodeAt(i + 1));
    if (step >= SKIP) {
      key += SKIP;
      continue;
    }
    key += step;
    put(slots, key, level);
  }
}

// Printable ASCII without space, quotes, backslash, dollar: see `encodeLexicon` in scripts.
const digit = (code: number): number => DIGITS[code] ?? 0;

/** The 89 characters that numbers are written in. */
export const ALPHABET = '!#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
const DIGITS = new Uint8Array(128);
for (let i = 0; i < ALPHABET.length; i++) DIGITS[ALPHABET.charCodeAt(i)] = i;

function put(slots: Int32Array, key: number, level: number): void {
  let at = Math.imul(key, 0x9e3779b1) >>> 16;
  while ((slots[at] ?? 0) !== 0) at = (at + 1) & (SLOTS - 1);
  slots[at] = (key << 4) | 8 | level;
}
