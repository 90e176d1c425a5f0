// The mode `ascii`: the same as unicode, with other glyphs.
import { SYMBOLS } from '../tables/symbols.ts';
import { wrapped } from './brackets.ts';
import { afterMark, type Script } from './unicode.ts';

/** The mode `ascii`. */
export const asciiScript: Script = {
  symbol: (name) => SYMBOLS.get(name)?.ascii ?? name,
  letter: (_alphabet, char) => char,
  script: (up, text) => {
    if (text.trim() === '') return up ? '^' : '_';
    if (!up && (text === '(.)' || text === 'sun')) return 'sun';
    if (up && (text === 'o' || text === 'deg')) return ' deg';
    if (up && /^['*+-]$/.test(text)) return text === "'" ? text : `^${text}`;
    return afterMark(up, text);
  },
  accent: (name, text) => (name === 'not' ? `not ${text}` : `${name}${wrapped(text)}`),
  root: (option, text) => `${option === '' ? 'sqrt' : `root${option}`}${wrapped(text)}`,
};
