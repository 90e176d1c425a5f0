// Counts the words of prose and the commands of formulas, and writes both compactly.
import { proseOf } from './damage.mjs';

const LEVELS = [10, 20, 50, 120, 400, 2000, 10000]; // how often a word must occur for level 1, 2, ...
const LEAST_COMMAND = 4;
const LONG_NAME = 6; // letters: no word of prose, so once is enough
const NEVER = new Set(
  'la ga ss ae AE oe OE aa AA th TH dh DH dj DJ ng lt gt cf um cal2 em tiny lq rq par be op cc'.split(' '),
);

/** Counts over all texts: words of prose (lower case) and command names inside formulas. */
export function count(texts) {
  const words = new Map();
  const commands = new Map();
  for (const text of texts) {
    for (const [word] of proseOf(text)
      .replace(/\\[A-Za-z]+/g, ' ')
      .matchAll(/[A-Za-z]+/g)) {
      const lower = word.toLowerCase();
      words.set(lower, (words.get(lower) ?? 0) + 1);
    }
    for (const [, inner] of text.matchAll(/(?<!\\)\$\$?([^$]+?)(?<!\\)\$\$?/gs))
      for (const [, name] of inner.matchAll(/\\([A-Za-z]{2,})/g)) commands.set(name, (commands.get(name) ?? 0) + 1);
  }
  return { words, commands };
}

/** Names that are worth looking for: known to the tables and met often enough. */
export function commandList(commands, known) {
  return [...commands]
    .filter(([name, n]) => (n >= LEAST_COMMAND || name.length >= LONG_NAME) && known(name) && !NEVER.has(name))
    .map(([name]) => name)
    .sort();
}

/** The levels of words by their keys (see `find` in src/clean/recognise/lexicon.ts). */
export function levelsOf(words, { wordHash, wordKey }) {
  const levels = new Map();
  for (const [word, n] of words) {
    const level = LEVELS.filter((least) => n >= least).length;
    if (level === 0 || word.length > 40) continue;
    const key = wordKey(wordHash(word, 0, word.length));
    levels.set(key, Math.max(level, levels.get(key) ?? 0));
  }
  return levels;
}

/**
 * The table as `find` reads it: each word goes into the first free slot of its own; where none is, it takes one and
 * what lay there moves on. A slot that was taken once stays taken, so a search may end at a free one.
 */
export function encodeLexicon(levels, { WORD_SLOTS, CHOICES, WORD_LEVELS, FIRST_CODE }) {
  const keys = new Int32Array(WORD_SLOTS).fill(-1);
  const choices = new Uint8Array(WORD_SLOTS);
  const place = (key, choice) => ((key >>> 8) + choice * ((key & 0xff) + 1)) & (WORD_SLOTS - 1);
  for (const first of [...levels.keys()].sort((a, b) => levels.get(b) - levels.get(a) || a - b)) {
    let key = first;
    for (let turn = 0; key >= 0; turn++) {
      if (turn > 1000) throw new Error('The lexicon is too full: make WORD_SLOTS or CHOICES more.');
      const tries = Array.from({ length: CHOICES }, (_, choice) => place(key, choice));
      const free = tries.findIndex((at) => keys[at] < 0);
      const choice = free < 0 ? turn % CHOICES : free;
      const moved = keys[tries[choice]];
      keys[tries[choice]] = key;
      choices[tries[choice]] = choice;
      key = moved;
    }
  }
  const codes = [...keys].flatMap((key, at) => {
    if (key < 0) return [FIRST_CODE, FIRST_CODE];
    const high = (choices[at] * 4 + ((key & 0xff) >>> 6)) * WORD_LEVELS + levels.get(key);
    return [FIRST_CODE + (key & 63), FIRST_CODE + high];
  });
  return codes.map((code) => String.fromCharCode(code)).join('');
}
