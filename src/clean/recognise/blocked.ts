// What is never mathematics: addresses, names of files and of variables, keys of citations.

import type { Formula } from '../text-tree.ts';
import { capitals, wordHash } from './hash.ts';
import { commandKey, find, getLexicon } from './lexicon.ts';

const LINK = /(?:https?|ftp):\/\/[^\s{}()<>"]+(?:\{[^\s{}]*\})?|www\.[^\s{}()<>"]+/g;
const MAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,64})+/g;
const HOST = /\.(?:com|org|net|io|edu|ai)\/[^\s{}()<>"]*/g;
const VARIABLE = new RegExp(
  [
    '[A-Za-z]{2,40}(?:_[A-Za-z0-9]{2,40}){1,8}\\.[a-z]{2,4}(?![A-Za-z])', // my_file.txt
    '[A-Za-z]{2,40}_[a-z]\\.(?:txt|csv|json|py|md|html|pdf|gz|zip)(?![A-Za-z])', // file_a.txt
    '[A-Za-z]{3,40}(?:_[A-Za-z0-9]{2,40})*_[A-Za-z]{3,40}(?![A-Za-z0-9{}^\\\\])', // user_name
    '[A-Za-z]{2,40}_v\\d[\\w.-]{0,20}(?<![.-])(?![{}^\\\\])', // YOLO_v5
    '[A-Za-z]{2,40}_\\d\\.\\d(?![A-Za-z{}^_\\\\])', // PM_2.5
    'top_(?:[kp]|\\d{1,4})(?![A-Za-z0-9{}^_\\\\])', // of sampling
    '\\{{1,2}[A-Za-z]{3,40}(?:_[A-Za-z0-9]{2,40}){1,8}\\}', // {{user_name}} in a template
    '__[A-Za-z][A-Za-z0-9]{0,40}(?:_[A-Za-z0-9]{1,40}){0,8}__', // __init__
  ]
    .map((each) => `(?<![A-Za-z0-9_{}^\\\\])${each}`)
    .join('|'),
  'g',
);

const CHARACTER = /unicode\{x[\dA-Fa-f]{4,5}\}/g;
const KEYS = /\\[a-zA-Z]{0,20}(?:cite|ref)[a-zA-Z]{0,20}\*?(?:\[[^\]{}]{0,99}\])?\{[^{}]*\}/g;

/** What every name of a variable has in it. */
const JOINED = /_(?<=[A-Za-z]{2}_)(?:[A-Za-z0-9]{2}|\d\.\d|[a-z]\.[a-z]|_|(?<=top_)[kp\d])/;

/** Each with a cheap test that says whether it is worth a look. */
const KINDS: readonly (readonly [RegExp, (text: string) => boolean])[] = [
  [LINK, (text) => text.includes('://') || text.includes('www.')],
  [MAIL, (text) => text.includes('@')],
  [HOST, (text) => text.includes('/')],
  [CHARACTER, (text) => text.includes('unicode{')],
  [KEYS, (text) => text.includes('\\')],
  [VARIABLE, (text) => text.includes('_') && JOINED.test(text)],
];

/** Pairs of offsets of all that must stay as it is, and of the formulas that were read already. */
export function blockedRanges(text: string, formulas: readonly Formula[]): number[] {
  const ranges = formulas.map(({ start, end }) => [start, end] as const);
  for (const [pattern, isWorth] of KINDS) {
    if (isWorth(text))
      for (const match of text.matchAll(pattern))
        if (!isFormula(match[0]))
          ranges.push([pattern === HOST ? hostStart(text, match.index) : match.index, match.index + match[0].length]);
  }
  return ranges.sort(([a], [b]) => a - b).flat();
}

function hostStart(text: string, at: number): number {
  let start = at;
  while (start > Math.max(0, at - 80) && /[A-Za-z0-9.-]/.test(text[start - 1] ?? '')) start--;
  return start;
}

/** sigma_Lambda and tau_max look like names of variables but are none; Box_tree is one. */
function isFormula(found: string): boolean {
  if (found.startsWith('{')) return isFormula(found.replace(/[{}]/g, ''));
  if (!/^[A-Za-z0-9]+_[A-Za-z0-9_]+$/.test(found) || found.startsWith('top_')) return false;
  const { commands, slots } = getLexicon();
  const parts = found.split('_').map((part) => {
    const hash = wordHash(part, 0, part.length);
    const command = commands.get(commandKey(hash, capitals(part, 0, part.length)));
    return { command, isWord: part.length > 3 && find(slots, hash) > 2 };
  });
  const ends = [parts[0], parts.at(-1)];
  if (ends.some((part) => part?.command?.greek === true)) return true;
  return ends.some((part) => part?.command !== undefined) && !parts.some(({ command, isWord }) => isWord && !command);
}
