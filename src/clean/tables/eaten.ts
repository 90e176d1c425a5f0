// Ends of commands whose first letter, with the backslash, was read as an escape: \t, \b, \f, \n, \r, \a, \v.

/** What was eaten before such an end, and when that is certain enough: always, before a brace, or behind a digit. */
export interface EatenRule {
  readonly letter: string;
  readonly sure: boolean;
  readonly brace: boolean;
}

const rule = (letter: string, sure: boolean, brace: boolean): EatenRule => ({ letter, sure, brace });

/** By what is left of the name. */
export const EATEN: ReadonlyMap<string, EatenRule> = new Map([
  ['imes', rule('t', false, false)],
  ['abla', rule('n', true, false)],
  ['ightarrow', rule('r', true, false)],
  ['rac', rule('f', false, true)],
  ['eta', rule('b', false, false)],
  ['heta', rule('t', true, false)],
  ['lpha', rule('a', true, false)],
  ['pprox', rule('a', true, false)],
  ['orall', rule('f', true, false)],
  ...['arepsilon', 'arphi', 'artheta'].map((name) => [name, rule('v', true, false)] as const),
  ...['ar', 'inom', 'oldsymbol'].map((name) => [name, rule('b', false, true)] as const),
  ['ec', rule('v', false, true)],
  ['ilde', rule('t', false, true)],
  ...['ext', 'extsf', 'extbf', 'extit', 'exttt', 'extsc', 'extrm'].map(
    (name) => [name, rule('t', false, true)] as const,
  ),
]);
