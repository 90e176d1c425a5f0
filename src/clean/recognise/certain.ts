// Places where the characters around a name leave no other reading, so that no odds are asked.

/** By name: what stands before, and behind. */
const PLACES: ReadonlyMap<string, readonly (readonly [RegExp, RegExp])[]> = new Map([
  [
    'times',
    [
      [/\d$/, /^(?:[A-Z\d]|$)/], // 8timesA800
      [/\d $/, /^ ?-+ ?\d+(?:\.\d+)? times/], // 1.8 times-2.8 times
      [/\d times ?-+ ?\d+(?:\.\d+)? $/, /^/],
      [/(?:^|[ (])\d[\d,.]* $/, /^ \d[\d,.]*(?![\d%]| (?:times|in|of|out|years?|days?|hours?|minutes?|seconds?))/], // 2 times 2
    ],
  ],
  ['pm', [[/\($/, /^ ?\d/]]], // (pm 1.59)
  [
    'in',
    [
      [/(?:^|[ (,])[b-zB-HJ-Z] $/, /^ mathbb ?\{/], // x in mathbb{R}
      [
        /(?:^|[ (])(?:[b-zB-HJ-Z]|alpha|beta|gamma|delta|epsilon|lambda|mu|rho|sigma|tau|theta) $/,
        /^ [[(] ?-?\d+(?:\.\d+)?, ?[\di]/, // beta in (0, 2)
      ],
    ],
  ],
]);

const FIRST: ReadonlySet<string> = new Set([...PLACES.keys()].map((name) => name.slice(0, 1)));
const BEHIND = 24;

/** Whether the name `text[start..end)` can be nothing but a command. */
export function isCertain(text: string, start: number, end: number): boolean {
  if ((end - start !== 5 && end - start !== 2) || !FIRST.has(text[start] ?? '')) return false; // most are none of them
  const places = PLACES.get(text.slice(start, end));
  if (places === undefined) return false;
  const before = text.slice(Math.max(0, start - BEHIND), start);
  const after = text.slice(end, end + BEHIND);
  return places.some(([left, right]) => left.test(before) && right.test(after));
}
