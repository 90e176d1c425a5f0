// Where the formulas of a text are. (First version: strong names only.)
import { parseMath } from '../read/parse.ts';
import { latexTokens } from '../read/latex.ts';
import type { Formula } from '../text-tree.ts';

const STRONG = 'lesssim gtrsim odot mathbb mathcal mathrm mathbf sqrt frac rightarrow leftarrow leq geq approx infty epsilon lambda alpha beta gamma delta sigma omega Omega Theta ell cdot ldots log times sim phi theta tau mu pi'.split(' ');
const NAMES = new RegExp(`(?:${[...STRONG].sort((a, b) => b.length - a.length).join('|')})`, 'g');
const WORD = /\S+/g;

/** Finds the formulas of a text. */
export function recognise(text: string): Formula[] {
  const found: Formula[] = [];
  for (const match of text.matchAll(WORD)) {
    const core = /^[("']*(.*?)[.,;:"']*$/.exec(match[0])?.[1] ?? '';
    if (core === '' || /https?:|@|\.[a-z]+\/|\\[A-Za-z]{2}/.test(core)) {
      const relation = /^(?:lesssim|gtrsim)(?=\\,)/.exec(core)?.[0];
      if (relation !== undefined) push(found, text, match.index, match.index + relation.length, `\\${relation}`);
      const macro = /\\[A-Za-z]+sun(?![A-Za-z])/.exec(match[0]);
      if (macro !== null) push(found, text, match.index + macro.index, match.index + macro.index + macro[0].length, macro[0]);
      continue;
    }
    const sign = /[A-Za-z)][_^][{A-Za-z0-9*(]|[_^]\{|(?:frac|sqrt|mathcal|mathbb)\{|(?:lesssim|gtrsim|[a-zA-Z]*rightarrow)|^\{?sim\}?\d|\d(?:\}|\{)?times/.test(core);
    if (!sign) continue;
    let start = match.index + match[0].indexOf(core);
    let end = start + core.length;
    if (core.endsWith(')') && !core.includes('(')) end--;
    const source = text.slice(start, end).replace(NAMES, (name) => `\\${name} `).replace(/ (?=[^A-Za-z]|$)/g, '');
    if (source !== '') push(found, text, start, end, source);
  }
  return found;
}

function push(found: Formula[], text: string, start: number, end: number, source: string): void {
  found.push({ start, end, body: parseMath(latexTokens(source, 0)), intact: false, certainty: 1, evidence: text.slice(start, end) });
}
