// Names that the model took for letters, because they are English too or glued to a letter, and that can be nothing else where they stand.
import { SIZERS, SWITCHES } from '../tables/commands.ts';
import { SYMBOLS } from '../tables/symbols.ts';
import type { Token } from '../tree.ts';

/** Reads left(x right), big\backslash, notsubset and x_{tiny max} as the commands that they were. */
export function withNames(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ kind, text }) => kind === 'letters' && MAY_END_IN_NAME.test(text))) return tokens;
  const isPaired = count('left', tokens) === count('right', tokens);
  return tokens.flatMap((token, i) => {
    if (isDoubled(token, tokens[i + 1], tokens[i + 2])) return blackboard(token);
    const name = token.kind === 'letters' ? (MAY_END_IN_NAME.exec(token.text)?.[0] ?? '') : '';
    return name !== '' && isName(name, i, tokens, isPaired) ? cut(token, name) : token;
  });
}

const MAY_END_IN_NAME = /(?:left|right|[Bb]igg?|not|tiny|scriptsize|footnotesize|RR|ZZ|QQ|CC)$/;

/** RR^d: many authors define the letter of a set of numbers, doubled, as its macro. */
const isDoubled = ({ kind, text, end }: Token, next: Token | undefined, power: Token | undefined): boolean =>
  kind === 'letters' &&
  /^(?:RR|ZZ|QQ|CC)$/.test(text) &&
  next?.kind === 'sup' &&
  next.start === end &&
  power?.kind !== 'command';

const blackboard = ({ text, start, end }: Token): Token[] => [
  { kind: 'command', text: 'mathbb', start, end: start },
  { kind: 'open', text: '{', start, end: start },
  { kind: 'letters', text: text.slice(1), start, end },
  { kind: 'close', text: '}', start: end, end },
];

/** How many delimiters of a formula are made larger on one side. */
const count = (name: 'left' | 'right', tokens: readonly Token[]): number =>
  tokens.filter((_, i) => isSizer(name, i, tokens)).length;

/** Whether a token ends in the name of a sizer, right before a delimiter. */
const isSizer = (name: string, i: number, tokens: readonly Token[]): boolean =>
  (tokens[i]?.text ?? '').endsWith(name) && isDelimiter(tokens[i + 1], tokens[i]?.end);

/** Whether a name is a command where it stands; `isPaired`: as many are on the left as on the right. */
function isName(name: string, i: number, tokens: readonly Token[], isPaired: boolean): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]];
  const isWhole = token?.text === name;
  switch (name) {
    case 'left':
    case 'right':
      return isSizer(name, i, tokens) && isPaired;
    case 'not':
      return (
        (isWhole || token?.text.length === 4) &&
        next?.kind === 'command' &&
        next.start === token.end &&
        isRelation(next)
      );
    default:
      return SIZERS.has(name)
        ? next?.kind === 'command' && isDelimiter(next, token?.end)
        : SWITCHES.has(name) && isWhole && /^(?:space|open)$/.test(next?.kind ?? '') && isInScript(i, tokens);
  }
}

const isRelation = ({ text }: Token): boolean => SYMBOLS.get(text)?.kind === 'rel';

/** Whether a token is the first one in the braces of a script. */
const isInScript = (i: number, tokens: readonly Token[]): boolean =>
  tokens[i - 1]?.kind === 'open' && /^su[bp]$/.test(tokens[i - 2]?.kind ?? '');

function isDelimiter(token: Token | undefined, at: number | undefined): boolean {
  if (token === undefined || token.start !== at) return false;
  if (token.kind === 'char') return '()[]|/.<>'.includes(token.text);
  if (token.kind !== 'command') return token.kind === 'escape' && '{}|'.includes(token.text);
  return /^(?:open|close)$/.test(SYMBOLS.get(token.text)?.kind ?? '') || /^(?:[vV]ert|backslash)$/.test(token.text);
}

function cut(token: Token, name: string): Token[] {
  const at = token.end - name.length;
  const command: Token = { kind: 'command', text: name, start: at, end: token.end };
  return at === token.start ? [command] : [{ ...token, text: token.text.slice(0, -name.length), end: at }, command];
}
