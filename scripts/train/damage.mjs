// Damages a text as pages do, and keeps for every character that is left what it was: the labels to learn from.

const MATH = /(?<!\\)\$\$?([^$]+?)(?<!\\)\$\$?/gs;

/** Tags of characters: prose, mathematics, a letter of a command's name, an escaped character. */
export const TAG = { prose: 0, math: 1, command: 2, escaped: 3 };

/** Unwraps commands with an argument, in one pass, up to the first closing brace; `\%` becomes `%`. */
export const unwrap = (text) => text.replace(/\\[a-zA-Z]+\s*\{([^}]*)\}/g, '$1').replaceAll('\\%', '%');

/** Drops dollars, and backslashes between them. Returns the text, a tag for each character, and where names start. */
export function strip(text) {
  let out = '';
  const tags = [];
  const starts = [];
  let done = 0;
  const prose = (to) => {
    for (; done < to; done++) {
      out += text[done];
      tags.push(TAG.prose);
      starts.push(0);
    }
  };
  for (const match of text.matchAll(MATH)) {
    prose(match.index);
    const inner = match[1];
    for (const part of inner.matchAll(/\\([A-Za-z]+)|\\([^A-Za-z])|([^\\])/gs)) {
      const [, name, escaped, plain] = part;
      const chars = name ?? escaped ?? plain ?? '';
      const tag =
        name !== undefined ? TAG.command : escaped !== undefined && /[{},;:!|]/.test(escaped) ? TAG.escaped : TAG.math;
      if (escaped === '\\') continue;
      out += chars;
      for (let i = 0; i < chars.length; i++) {
        tags.push(tag);
        starts.push(i === 0 && tag === TAG.command ? 1 : 0);
      }
    }
    done = match.index + match[0].length;
  }
  prose(text.length);
  return { text: out, tags: Uint8Array.from(tags), starts: Uint8Array.from(starts) };
}

const GREEK =
  'alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Sigma|Phi|Psi|Omega|infty|leq|geq|neq|hbar';
const NAMES = `${GREEK}|le|ge|perp|subseteq|rightarrow|leftarrow|lesssim|gtrsim|approx|simeq|equiv|cdot|cdots|ldots|mathbb|mathcal|mathrm|ell|nabla|odot|oplus|otimes|wedge|vee|forall|notin|pm|mp|propto`;
const BARE = new RegExp(
  `(?<![A-Za-z])(?:${GREEK})(?![A-Za-z])|[_^{}()=<>+*|/\\\\[\\]\\d] ?(?:${NAMES})(?![A-Za-z])|(?<![A-Za-z])(?:${NAMES}) ?[_^{}()=<>+*|/\\\\[\\]\\d]|[_^](?:${NAMES}|in|to|times|sum|star|sim)(?![A-Za-z])`,
);

const GLUED = new RegExp(
  `\\d(?:${NAMES})(?![A-Za-z])|(?<![A-Za-z])(?:${NAMES})\\d|(?<![A-Za-z])[A-Za-z] (?:${NAMES.replace('alpha|', '')}) [A-Za-z](?![A-Za-z])`,
);

/** Whether a text has mathematics outside dollars: its labels would be wrong. Names that stand as words in a text without any formula are no such sign. */
export function isMislabelled(text) {
  if (!/[$\\^_{}=<>]/.test(text)) return GLUED.test(text);
  if ((text.replace(/\\\$/g, '').match(/\$/g) ?? []).length % 2 === 1) return true;
  return BARE.test(text.replace(MATH, ' \u0000 ').replace(/\\[A-Za-z]+/g, ' \u0000 '));
}

/** The prose of a text: its mathematics left out. */
export const proseOf = (text) => text.replace(MATH, ' \u0000 ');
