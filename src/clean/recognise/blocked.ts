// What is never mathematics: addresses, names of files and of variables, keys of citations.

import { codeRanges } from '../code.ts';
import { GREEK } from '../tables/symbols.ts';
import type { Formula } from '../text-tree.ts';
import { capitals, wordHash } from './hash.ts';
import { commandKey, getLexicon, levelOf } from './lexicon.ts';

const LINK = /[a-z][a-z0-9+.-]{1,11}:\/\/[^\s{}()<>"]+(?:\{[^\s{}]*\})?|www\.[^\s{}()<>"]+/g;
const MAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,64})+/g;
const HOST = /\.(?:com|org|net|io|edu|ai)\/[^\s{}()<>"]*/g;
const VARIABLE = new RegExp(
  [
    '[A-Za-z]{2,40}(?:_[A-Za-z0-9]{2,40}){1,8}\\.[a-z]{2,4}(?![A-Za-z])', // my_file.txt
    '[A-Za-z]{2,40}_[a-z]\\.(?:txt|csv|json|py|md|html|pdf|gz|zip)(?![A-Za-z])', // file_a.txt
    '[A-Za-z]{3,40}(?:_[A-Za-z0-9]{2,40})*_[A-Za-z]{3,40}(?:_v?\\d{1,4})?(?![A-Za-z0-9{}^\\\\])', // user_name, user_name_v2
    '[A-Za-z]{2,40}_v\\d[\\w.-]{0,20}(?<![.-])(?![{}^\\\\])', // YOLO_v5
    '[A-Za-z]{2,40}_\\d\\.\\d(?![A-Za-z{}^_\\\\])', // PM_2.5
    '[A-Za-z]{2,40}_\\d{1,4}[a-z]{0,2}(?:_[A-Za-z0-9]{1,40}){1,8}(?![A-Za-z0-9{}^\\\\])', // llama_2_7b
    '[A-Z]{3,20}[A-Za-z]{0,20}_(?:\\d{4}|\\d{1,4}[A-Z])(?![A-Za-z0-9{}^_\\\\])', // COCO_2017
    'top_(?:[kp]|\\d{1,4})(?![A-Za-z0-9{}^_\\\\])|min_p(?=[,.;:)=]| (?:and|or|of|to|in|is|sampling)(?![a-z]))', // of sampling
    '[a-z]_(?:proj|heads?|layers?|embd|estimators|epochs|steps)(?![A-Za-z0-9{}^_\\\\])', // q_proj, n_layers
    '\\{{1,2}[A-Za-z]{3,40}(?:_[A-Za-z0-9]{2,40}){1,8}\\}', // {{user_name}} in a template
    '\\{{1,2}[A-Z]{3,40}(?:_[A-Z0-9]{1,40}){1,8}\\}', // {TEAM_A}
    '\\{\\{ ?[A-Za-z]{2,40}(?:\\.[A-Za-z]{2,40}){1,4} ?\\}\\}', // {{ item.title }}
    '__[A-Za-z][A-Za-z0-9]{0,40}(?:_[A-Za-z0-9]{1,40}){0,8}__', // __init__
  ]
    .map((each) => `(?<![A-Za-z0-9_{}^\\\\])${each}`)
    .join('|'),
  'g',
);

/** 2.0-beta3, beta.1, zephyr-7b-beta, org/name-alpha-7b. */
const RELEASE =
  /\d(?:\.\d+)+-?(?:alpha|beta)[.\d]{0,8}|(?<![A-Za-z\\])(?:alpha|beta)\.\d{1,3}(?!\d)|[A-Za-z0-9.]{1,30}-\d{1,4}(?:\.\d)?[BMbm]-(?:alpha|beta)(?![A-Za-z])|(?<![\w.-])[A-Za-z][\w.-]{1,40}\/[A-Za-z][\w.]{1,40}(?:-[\w.]{1,40}){1,8}/g;
/** A call with names for what it takes: Lasso(alpha=0.1). */
const CALL = /(?<![A-Za-z0-9_{}^\\])[A-Za-z][A-Za-z0-9_.]{2,40}\([^()=]{0,60}[A-Za-z_]{2,20}\d?=[^()\s][^()]{0,120}\)/g;
/** What every such call, and every setting, has in it; formulas give values to letters. */
const ASSIGNED = /[A-Za-z_]{2}\d?=[^()\s]/;
/** Settings in a row: "lr=1e-4, beta1=0.9 and dropout=0.05". */
const SETTINGS =
  /(?<![A-Za-z0-9_{}^\\])(?:[A-Za-z_]{1,20}\d?=[\w.+-]{1,12}(?:, and | and |, )){1,9}[A-Za-z_]{1,20}\d?=[\w.+-]{1,12}/g;
/** A setting that no formula has: a word, or the two letters of a learning rate. */
const IS_SETTING =
  /(?<![A-Za-z_])(?:lr|eps|dropout|momentum|epochs?|kernel|seed|size|depth|steps|[a-z]{2,}_[a-z_]{2,})=/;
const LETTER = [...GREEK].filter((name) => /^[a-z]/.test(name)).join('|');
/** #beta, @omega_psi. */
const TAG = new RegExp(`(?<![\\w&{}^\\\\#@])[#@](?:${LETTER})(?:_[a-z]{2,20})?(?![A-Za-z_^{(])`, 'g');
/** alpha.py, pi.png. */
const FILE =
  /(?<![A-Za-z0-9_{}^\\.])[A-Za-z][A-Za-z0-9_-]{0,40}\.(?:txt|csv|json|py|md|html|pdf|png|jpe?g|svg|ya?ml|sh|js|ts|cpp|mat|np[yz]|pth?|ckpt|bin|gguf|ipynb|java|tex|bib)(?![A-Za-z0-9(])/g;

/** <|im_start|>: a token of a language model. */
const TOKEN = /<\|[^|<>\s]{1,40}\|>/g;
/** /home/user/pi/times.txt, ./a/beta_1 */
const PATH = /(?<![\w.)}\]^~/])(?:~|\.{1,2})?\/(?:[\w.*-]{2,40}\/){2,12}[\w.*-]{0,60}/g;
/** --beta_1 */
const FLAG = /(?<![\w-])--[a-z][a-z0-9]{1,30}(?:_\w{1,40}){1,4}/g;
const CHARACTER = /unicode\{x[\dA-Fa-f]{4,5}\}/g;
const KEYS = /\\[a-zA-Z]{0,20}(?:cite|ref)[a-zA-Z]{0,20}\*?(?:\[[^\]{}]{0,99}\])?\{[^{}]*\}/g;

/** What every name of a variable has in it. */
const JOINED =
  /_(?<=[A-Za-z]_)(?:[a-z]{4}|(?<=[A-Za-z]{2}_)(?:[A-Za-z0-9]{2}|\d[._]\w|[a-z]\.[a-z]|_|(?<=top_)[kp\d]|(?<=min_)p))/;

/** A kind of text that stays as it is. */
interface Kind {
  readonly pattern: RegExp;
  /** A cheap test that says whether a text is worth a look. */
  readonly isWorth: (text: string) => boolean;
  /** Whether what the pattern found is meant; all is where nothing is said. */
  readonly isMeant?: (found: string) => boolean;
  /** Where it begins, if that is before the pattern. */
  readonly startOf?: (text: string, at: number) => number;
}

const KINDS: readonly Kind[] = [
  { pattern: LINK, isWorth: (text) => text.includes('://') || text.includes('www.') },
  { pattern: MAIL, isWorth: (text) => text.includes('@') },
  { pattern: HOST, isWorth: (text) => text.includes('/'), startOf: hostStart },
  { pattern: CHARACTER, isWorth: (text) => text.includes('unicode{') },
  { pattern: KEYS, isWorth: (text) => text.includes('\\') },
  {
    pattern: VARIABLE,
    isWorth: (text) =>
      (text.includes('_') && JOINED.test(text)) || (text.includes('{') && /\{(?:\{|[A-Z]{3})/.test(text)),
    isMeant: (found) => !isFormula(found),
  },
  {
    pattern: RELEASE,
    isWorth: (text) =>
      (text.includes('alpha') || text.includes('beta')) &&
      /\d(?:[BMbm]?-|\.\d+)(?:alpha|beta)|(?:alpha|beta)\.\d|\/\w+-/.test(text),
  },
  { pattern: CALL, isWorth: (text) => text.includes('=') && ASSIGNED.test(text) },
  {
    pattern: SETTINGS,
    isWorth: (text) => text.includes('=') && ASSIGNED.test(text) && IS_SETTING.test(text),
    isMeant: (found) => IS_SETTING.test(found),
  },
  { pattern: TAG, isWorth: (text) => text.includes('#') || text.includes('@') },
  { pattern: TOKEN, isWorth: (text) => text.includes('<|') },
  {
    pattern: PATH,
    isWorth: (text) => text.startsWith('/') || [' /', '(/', '~/', './', '"/'].some((sign) => text.includes(sign)),
  },
  { pattern: FLAG, isWorth: (text) => text.includes('--') && text.includes('_') },
  { pattern: FILE, isWorth: (text) => /\.[a-z]{2,4}(?![a-z])/.test(text) },
];

/** Pairs of offsets of all that must stay as it is, and of the formulas that were read already. */
export function blockedRanges(text: string, formulas: readonly Formula[]): number[] {
  const ranges = [...formulas.map(({ start, end }) => [start, end] as const), ...codeRanges(text)];
  for (const { pattern, isWorth, isMeant, startOf } of KINDS) {
    if (!isWorth(text)) continue;
    for (const { 0: found, index } of text.matchAll(pattern))
      if (isMeant?.(found) ?? true) ranges.push([startOf?.(text, index) ?? index, index + found.length]);
  }
  return ranges.sort(([a], [b]) => a - b).flat();
}

function hostStart(text: string, at: number): number {
  let start = at;
  while (start > Math.max(0, at - 80) && /[A-Za-z0-9.-]/.test(text[start - 1] ?? '')) start--;
  return start;
}

/** rope_theta, bbox_top: no word has a letter below it, but the name of a function has. */
const JOINED_WORD = new RegExp(`^[a-z]{3,}(?<!log|max|min|sup|inf)_(?:${LETTER}|top)$`);

/** sigma_Lambda and tau_max look like names of variables but are none; Box_tree is one. */
function isFormula(found: string): boolean {
  if (found.startsWith('{')) return isFormula(found.replace(/[{}]/g, ''));
  if (!/^[A-Za-z0-9]+_[A-Za-z0-9_]+$/.test(found) || /^(?:top|min)_[kp\d]/.test(found)) return false;
  const { commands, slots } = getLexicon();
  const parts = found.split('_').map((part) => {
    const hash = wordHash(part, 0, part.length);
    const command = commands.get(commandKey(hash, capitals(part, 0, part.length)));
    return { command, isWord: part.length > 3 && levelOf(slots, hash) > 2 };
  });
  const hasWord = parts.some(({ command, isWord }) => isWord && !command);
  if (parts.length > 2 && hasWord) return false; // beta_search_v2
  const ends = [parts[0], parts.at(-1)];
  if (JOINED_WORD.test(found) && parts[0]?.command === undefined) return false;
  if (/_(?:prod|sim)$/.test(found)) return false; // nothing that stands below a letter
  if (ends.some((part) => part?.command?.greek === true)) return true;
  return ends.some((part) => part?.command !== undefined) && !hasWord;
}
