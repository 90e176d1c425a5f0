// Places where the characters around a name leave no other reading, so that no odds are asked.
import { GREEK } from '../tables/symbols.ts';
import { ANY, type Places, standsIn } from './places.ts';

/** A letter that names a map, and what it goes from: "f: X", "phi_1 colon mathcal{H}". */
const MAP = /(?:phi|psi|pi|alpha|tau|sigma|rho|Phi|Psi|[^A-Za-z][A-Za-z])(?:_\S{1,6}|')? ?(?::|colon) ?\S{1,16} $/;

/** A letter, or the name of one. */
const VARIABLE = new RegExp(`(?:^|[^A-Za-z\\\\])(?:[b-zB-HJ-Z]|[\u03b1-\u03c9]|${[...GREEK].join('|')}) $`);

const CERTAIN: Places = new Map([
  [
    'times',
    [
      [/\d$/, ANY], // 8timesA800, 2.5times faster
      [/(?:^|[ (])$/, /^\d/], // times1000
      [/\d $/, /^ ?-+ ?\d+(?:\.\d+)? times/], // 1.8 times-2.8 times
      [/\d times ?-+ ?\d+(?:\.\d+)? $/, ANY],
      [
        /(?<![A-Za-z])(?:an?|and|by|in|is|than|to|million) $/,
        /^ \d[\d.]*(?![\d.%]| (?:in|of|out|times|years?|days?|hours?|minutes?|seconds?))/,
      ], // by times 3.5
      [/(?:^|[ (])\d[\d,.]* $/, /^ \d[\d,.]*(?![\d%]| (?:times|in|of|out|years?|days?|hours?|minutes?|seconds?))/], // 2 times 2
      [/\d ?(?:mm|cm|m|nm|um|km|px|pixels?) $/, /^ \d[\d.]* ?(?:mm|cm|m|nm|um|km|px|pixels?)(?![A-Za-z])/], // 5 mm times 5 mm
      [/\([a-z]{1,20} $/, /^ [a-z]{1,20} (?:rightarrow|mapsto|to) [a-z]/], // (state times action rightarrow state)
    ],
  ],
  ['left', [[ANY, /^ ?l(?:floor|ceil|angle|brace|brack|vert|Vert)/]]],
  ['right', [[ANY, /^ ?r(?:floor|ceil|angle|brace|brack|vert|Vert)/]]],
  ['over', [[/\{ ?[^{} ]{1,16} $/, /^ .*\}/]]], // {a over b}
  ['pm', [[/\($/, /^ ?\d/]]], // (pm 1.59)
  ['to', [[MAP, /^ (?:math|ell|\[|\(|[A-Za-z]?[A-Z](?![a-z]{2}))/]]], // f: X to Y
  ['in', [[VARIABLE, /^ ?[[(]-?(?:\d[\w./]{0,8}|infty|∞), ?[^()[\],]{1,12}[)\]]/]]], // delta in (0,1)
  ['neq', [[ANY, ANY]]],
  ['geq', [[ANY, ANY]]],
  ['leq', [[ANY, ANY]]],
  ['top', [[/\^$/, /^(?!-?\d)/]]], // A^top B: a word would have braces
  ['bot', [[/\^$/, /^(?!-?\d)/]]],
  ['iint', [[ANY, /^[_^]/]]],
  ['oint', [[ANY, /^[_^]/]]],
  ['Re', [[/(?:^|[^A-Za-z])$/, /^(?:\^\{?[dnmklNMDK](?![A-Za-z])|_\+)/]]], // Re^d: for many authors the real numbers
  ['cap', [[/[A-Z]{2,}\}? $/, /^ (?:co-?)?[A-Z]{2,}/]]], // NP cap coNP
  ['dots', [[/[\w}),] ?, ?$/, /^ ?[,.]/]]], // 1,dots,k
  ['bullet', [[/(?:^|[.:;] )$/, /^ ?[A-Z]/]]], // an item of a list
]);

const FIRST: ReadonlySet<string> = new Set([...CERTAIN.keys()].map((name) => name.slice(0, 1)));
const LONGEST = Math.max(...[...CERTAIN.keys()].map(({ length }) => length));

/** Whether the name `text[start..end)` can be nothing but a command. */
export function isCertain(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST || !FIRST.has(text[start] ?? '')) return false; // most are none of them
  return standsIn(CERTAIN, text.slice(start, end), text, start, end);
}
