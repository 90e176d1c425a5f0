// Counts the words of prose and the commands of formulas, and writes both compactly.
import { proseOf } from './damage.mjs';

const LEVELS = [10, 20, 50, 120, 400, 2000, 10000]; // how often a word must occur for level 1, 2, ...
const LEAST_COMMAND = 4;
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
    .filter(([name, n]) => n >= LEAST_COMMAND && known(name) && !NEVER.has(name))
    .map(([name]) => name)
    .sort();
}

/** Words by level, as 24-bit hashes in rising order, each step in two digits of the alphabet. */
export function encodeLexicon(words, wordHash, alphabet) {
  const base = alphabet.length;
  const seen = new Map();
  for (const [word, n] of words) {
    const level = LEVELS.filter((least) => n >= least).length;
    if (level === 0 || word.length > 40) continue;
    const hash = wordHash(word, 0, word.length);
    const key = (hash ^ (hash >>> 8)) & 0xffffff;
    seen.set(key, Math.max(level, seen.get(key) ?? 0));
  }
  const parts = LEVELS.map((_, i) =>
    [...seen]
      .filter(([, level]) => level === i + 1)
      .map(([key]) => key)
      .sort((a, b) => a - b),
  );
  return parts
    .map((keys) => {
      let out = '';
      let last = 0;
      for (const key of keys) {
        let step = key - last;
        for (; step >= 7900; step -= 7900) out += alphabet[Math.floor(7900 / base)] + alphabet[7900 % base];
        out += alphabet[Math.floor(step / base)] + alphabet[step % base];
        last = key;
      }
      return out;
    })
    .join(' ');
}
