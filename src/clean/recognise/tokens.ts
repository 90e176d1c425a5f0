// A span of the lattice with its label → a token of a formula.
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

/** What unwrapping left of \\frac{1}{8} is 1{8}: a number before a group of digits becomes a fraction again. */
export function withFractions(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ kind }) => kind === 'open')) return tokens;
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const [open, number, close] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]];
    if (
      token.kind !== 'number' ||
      tokens[i - 1]?.text === '.' ||
      tokens[i - 1]?.kind === 'open' ||
      open?.kind !== 'open' ||
      number?.kind !== 'number' ||
      close?.kind !== 'close'
    ) {
      out.push(token);
      continue;
    }
    const at = { start: token.start, end: token.start };
    out.push(
      { kind: 'command', text: 'frac', ...at },
      { kind: 'open', text: '{', ...at },
      token,
      { kind: 'close', text: '}', ...at },
      open,
      number,
      close,
    );
    i += 3;
  }
  return out;
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
  const last = tokens.at(-1);
  if (first?.kind === 'command') {
    const before = /(?:^|[\s(~-])(\d[\d.,]{0,11})$/.exec(text.slice(Math.max(0, first.start - 14), first.start))?.[1];
    if (before !== undefined && /\d$/.test(before))
      tokens.unshift({ kind: 'number', text: before, start: first.start - before.length, end: first.start });
  }
  if (last?.kind !== 'command') return;
  const after = /^\d{1,9}(?:\.\d{1,6})?(?![\dA-Za-z])/.exec(text.slice(last.end, last.end + 18))?.[0];
  if (after !== undefined) tokens.push({ kind: 'number', text: after, start: last.end, end: last.end + after.length });
}

/** 34.2{deg}C: behind a number \deg is the sign of degrees, not the function. */
export function withDegrees(text: string, tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, i) => {
    if (token.kind !== 'command' || token.text !== 'deg') return token;
    const before = text.slice(Math.max(0, token.start - 3), token.start);
    return /\d[ {^~$]{0,2}$/.test(before) &&
      !/^[( ]/.test(text.slice(token.end, token.end + 1)) &&
      !(tokens[i + 1]?.kind === 'letters' && !/^[CFKN]/.test(tokens[i + 1]?.text ?? ''))
      ? { ...token, text: 'degree' }
      : token;
  });
}
