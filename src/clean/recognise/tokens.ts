// A span of the lattice with its label → a token of a formula.
import { cutBehindFirst } from '../read/parse.ts';
import { SIZERS, STRUCTURES, SWITCHES } from '../tables/commands.ts';
import type { Token, TokenKind } from '../tree.ts';

const KINDS: ReadonlyMap<string, TokenKind> = new Map([
  ['{', 'open'],
  ['}', 'close'],
  ['^', 'sup'],
  ['_', 'sub'],
]);

/** Makes the token of `text[start..end)`. */
export function spanToken(text: string, start: number, end: number, command: boolean): Token {
  const source = text.slice(start, end);
  if (command && !(source === '!' && text[end] === '='))
    return { kind: /^[A-Za-z]/.test(source) ? 'command' : 'escape', text: source, start, end };
  if (source.startsWith('\\') && source.length > 1)
    return { kind: /[A-Za-z]/.test(source[1] ?? '') ? 'command' : 'escape', text: source.slice(1), start, end };
  if (/^[A-Za-z]/.test(source)) return { kind: 'letters', text: source, start, end };
  if (/^\d/.test(source)) return { kind: 'number', text: source, start, end };
  return { kind: KINDS.get(source) ?? 'char', text: source, start, end };
}

/**
 * What unwrapping left of \\frac{1}{8} is 1{8}, of \\frac{1}{n^2} 1{n^2}: a number before a group is a fraction again.
 * So is a letter before a number, of which one in ten was a binomial. A group around one name stays one, as in 5{mu}m, and so does one around a sign: 10{,}000, 45{^\\circ}, 2{-}dimensional.
 */
export function withFractions(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ kind }) => kind === 'open')) return tokens;
  const out: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1]?.kind === 'space' ? tokens[i - 2] : tokens[i - 1];
    const isLetter = token.kind === 'letters' && token.text.length === 1 && tokens[i + 2]?.kind === 'number';
    const stands = (token.kind === 'number' || isLetter) && before?.text !== '.' && before?.kind !== 'open';
    const isTaken = before?.kind === 'sup' || before?.kind === 'sub' || STRUCTURES.get(before?.text ?? '') === 2;
    if (!stands || isTaken || tokens[i + 1]?.kind !== 'open' || !isDenominator(tokens, i + 2)) {
      out.push(token);
      continue;
    }
    const at = { start: token.start, end: token.start };
    out.push({ kind: 'command', text: 'frac', ...at }, { kind: 'open', text: '{', ...at }, token, {
      kind: 'close',
      text: '}',
      ...at,
    });
  }
  return out;
}

/** The lower half of a fraction has at most this many tokens: groups in groups would be read again and again. */
const LONGEST = 100;

/** Whether the group whose first token stands at `from` may be the lower half of a fraction. */
function isDenominator(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from];
  if (first === undefined || (first.kind === 'command' && (SWITCHES.has(first.text) || SIZERS.has(first.text))))
    return false;
  if (first.kind === 'char' && !'|(['.includes(first.text)) return false;
  if (!/^(?:number|letters|command|char)$/.test(first.kind)) return false;
  let depth = 1;
  for (let i = from; i < Math.min(tokens.length, from + LONGEST); i++) {
    const token = tokens[i];
    if (token?.kind === 'command' && /^(?:over|choose|atop)$/.test(token.text)) return false;
    if (token?.kind === 'open') depth++;
    if (token?.kind !== 'close' || --depth > 0) continue;
    return i > from + 1 || first.kind === 'number' || (first.kind === 'letters' && first.text.length === 1);
  }
  return false;
}

const SEMIDIRECT: ReadonlySet<string> = new Set(['ltimes', 'rtimes']);

/** An operator joins two sides: ltimes with nothing before it is an l, and times. */
export function withSides(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ kind, text }) => kind === 'command' && SEMIDIRECT.has(text))) return tokens;
  return tokens.flatMap((token, i) => {
    const before = tokens[i - 1];
    const isOpen =
      before === undefined || (before.kind === 'char' && /^[([,=<>+/-]$/.test(before.text)) || before.kind === 'open';
    if (token.kind !== 'command' || !SEMIDIRECT.has(token.text) || !isOpen) return [token];
    const { start, end } = token;
    return [
      { kind: 'letters', text: token.text.slice(0, 1), start, end: start + 1 },
      { kind: 'command', text: 'times', start: start + 1, end },
    ];
  });
}

/** The numbers glued to a formula's first or last command are part of it: 1920times1080. */
export function addNumbers(text: string, tokens: Token[]): void {
  const first = tokens[0];
  if (first?.kind === 'command') {
    const before = /(?:^|[\s(~-])(\d[\d.,]{0,11})$/.exec(text.slice(Math.max(0, first.start - 14), first.start))?.[1];
    if (before !== undefined && /\d$/.test(before))
      tokens.unshift({ kind: 'number', text: before, start: first.start - before.length, end: first.start });
  }
  const last = tokens.at(-1);
  const number = last?.kind === 'command' ? /^\d{1,9}(?![A-Za-z])/.exec(text.slice(last.end, last.end + 10))?.[0] : '';
  if (number)
    tokens.push({ kind: 'number', text: number, start: last?.end ?? 0, end: (last?.end ?? 0) + number.length });
  const end = tokens.at(-1);
  const rest =
    end?.kind === 'number' ? REST_OF_NUMBER.exec(text.slice(end.end, end.end + LONGEST_REST))?.[0] : undefined;
  if (end && rest !== undefined)
    tokens[tokens.length - 1] = { ...end, text: end.text + rest, end: end.end + rest.length };
}

/** Of 5.3, 4/255 and 6,250 the sentence may have been left the second half. */
const REST_OF_NUMBER = /^(?:[./]\d{1,6}|,\d{3})(?![\dA-Za-z]|[.,]\d)/;
const LONGEST_REST = 10;

/** 34.2{deg}C: behind a number \deg is the sign of degrees, not the function, and so is a \circ in braces before a scale. */
export function withDegrees(text: string, tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, i) => {
    if (token.kind !== 'command') return token;
    const before = text.slice(Math.max(0, token.start - 3), token.start);
    if (
      token.text === 'circ' &&
      /\d ?\{$/.test(before) &&
      /^\} ?[CFK](?![A-Za-z])/.test(text.slice(token.end, token.end + 4))
    )
      return { ...token, text: 'degree' };
    if (token.text !== 'deg') return token;
    return /\d[ {^~$]{0,2}$/.test(before) &&
      !/^[( ]/.test(text.slice(token.end, token.end + 1)) &&
      !(tokens[i + 1]?.kind === 'letters' && !/^[CFKN]/.test(tokens[i + 1]?.text ?? ''))
      ? { ...token, text: 'degree' }
      : token;
  });
}

/** 2s^22p^5: the first digit says how many electrons are in an orbital, the second begins the next one. */
export function withOrbitals(text: string, tokens: readonly Token[]): readonly Token[] {
  return tokens.some(isTwoDigits)
    ? tokens.flatMap((token) => (isFilled(text, token) ? cutBehindFirst(token) : token))
    : tokens;
}

const isTwoDigits = ({ kind, text }: Token): boolean => kind === 'number' && text.length === 2;

const isFilled = (text: string, token: Token): boolean =>
  isTwoDigits(token) &&
  /[1-7][spdfg]\^$/.test(text.slice(Math.max(0, token.start - 3), token.start)) &&
  /^\d[1-7](?:[spdfg](?![a-z])|ell)/.test(text.slice(token.start, token.end + 3));
