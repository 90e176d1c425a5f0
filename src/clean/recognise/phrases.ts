// Plain English around names: "lambda calculus", "Raspberry Pi", "3 times 5 days".
import { PROSE_AFTER, PROSE_BEFORE } from '../tables/collocations.ts';
import { GREEK } from '../tables/symbols.ts';
import { ANY, type Places, standsIn } from './places.ts';

/** Where the small words are words. */
const SPOKEN: Places = new Map([
  [
    'times',
    [
      [/(?<![A-Za-z-])(?:two|three|four|five|six|seven|eight|nine|ten|several|many|few|constant|factor) $/, ANY],
      [/[a-z\d] $/, /^(?:[,;:)](?!\d)|\.(?![.\d])|$)/],
      [
        ANY,
        /^ (?:an?|each|every) (?:second|minute|hour|day|night|week|month|season|year|match|game|page|paper)(?![a-z])/,
      ],
      [/\d $/, /^ (?:per|that,?|as much|in a row|earlier|later|sooner|older|younger)(?![a-z])/],
      [ANY, /^ \d[\d,.]*(?:%| (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)(?![A-Za-z]))/],
    ],
  ], // 3 times 5 days
  [
    'pm',
    [
      [
        /\d ?$/,
        /^(?:[.,;:)](?!\d)|$| (?:in|on|at|and|or|to|the|for|until|is|was|each|every|daily|bedtime|curfew|deadline|news|start|slot)(?![A-Za-z]))/,
      ],
      [/[a-z] \d{1,2} $/, new RegExp(`^ (?!(?:${[...GREEK].join('|')})(?![a-z]))[a-z]{3}`)],
    ], // 5 pm
  ],
  ['psi', [[/\d ?$/, /^(?:[ .,;:)]|$)/]]], // 30 psi
  [
    'to',
    [
      [/(?<![A-Za-z])[Ss]et(?:s|ting)? \S{1,20} $/, /^ \d/], // set x to 3
      [ANY, /^ \S{1,6} (?:ratios?|conversion)(?![a-z])/], // N to P ratio
      [/(?:^|[ (])[nm\d] $/, /^ [nm1](?![A-Za-z\d])/], // n to 1
      [/(?<![A-Za-z])(?:[Ff]rom|joining|connecting|linking|comparing|adding) \S{1,20} $/, ANY], // from A to B
    ],
  ],
]);

/** Phrases in which the name is a word: "lambda calculus", "Raspberry Pi", "alpha to omega". */
export function isProse(text: string, start: number, end: number): boolean {
  if (/^2[a-z]{2}/.test(text.slice(end, end + 3)) || /[a-z]{2}2$/.test(text.slice(Math.max(0, start - 3), start)))
    return true;
  if (/^[_^({]/.test(text.slice(end, end + 1))) return false;
  const name = text.slice(start, end).toLowerCase();
  const next = /^[- ]([A-Za-z]+|\d)/.exec(text.slice(end, end + 24))?.[1]?.toLowerCase() ?? '';
  const last = /([A-Za-z']+)[- ]$/.exec(text.slice(Math.max(0, start - 24), start))?.[1]?.toLowerCase() ?? '';
  if (standsIn(SPOKEN, name, text, start, end)) return true;
  if (PROSE_AFTER.get(name)?.includes(` ${next} `) || PROSE_BEFORE.get(name)?.includes(` ${last} `)) return true;
  return PROSE_BEFORE.has(name) && (last === 'letter' || last === 'letters');
}

const NAMES = new RegExp(
  `(?<![A-Za-z])(?:${[...new Set([...PROSE_AFTER.keys(), ...PROSE_BEFORE.keys()])].filter((name) => GREEK.has(name)).join('|')})(?![A-Za-z])`,
  'gi',
);

const LETTERS = [...GREEK].filter((name) => !name.startsWith('var'));
const CAPITALS = LETTERS.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
const WITHOUT_COMMAND = CAPITALS.filter((name) => !GREEK.has(name));

/** "Phi Beta Kappa", "Chi, psi and phi", "Rho is": two capitals in a row, or a capital without a command that begins a list or a sentence. */
const SPELLED_OUT = new RegExp(
  `(?<![A-Za-z])(?:(?:${CAPITALS.join('|')}) (?:${CAPITALS.join('|')})|(?:${WITHOUT_COMMAND.join('|')})(?:, | and | or |-)(?:${LETTERS.join('|')}))(?![A-Za-z])|(?:^|[.!?] )(?:${WITHOUT_COMMAND.join('|')})(?= [a-z])`,
);

/** "The name psi", "the lost letter digamma". */
const NAMED = new RegExp(`(?<![A-Za-z])(?:name|letter|word) (?:${LETTERS.join('|')})(?![A-Za-z]| ?[_^{(=])`);

/** Subjects in whose texts the letters are words or names. */
const ABOUT_NAMES =
  /(?<![A-Za-z])(?:the Greeks|Greek (?:letters?|alphabet)|[Ss]yllables?|PyPI|npm|Omicron|[Hh]edge funds?|[Oo]pioids?|Unicode|[Ss]creen readers?|Python (?:modules?|packages?)|[Ss]erverless|Alzheimer(?:'s)?|tau(?:opath(?:y|ies)| tangles))(?![A-Za-z])/;

/** Whether a text says somewhere in English what the name of a letter stands for. */
export const hasPhrase = (text: string): boolean =>
  SPELLED_OUT.test(text) ||
  NAMED.test(text) ||
  ABOUT_NAMES.test(text) ||
  [...text.matchAll(NAMES)].some(({ 0: name, index }) => isProse(text, index, index + name.length));
