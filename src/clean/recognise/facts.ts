// What is known of each name on the best way, as small whole numbers: what the trees of odds.ts ask.
import { hasIntact } from '../read/intact.ts';
import { GREEK } from '../tables/symbols.ts';
import type { Evidence } from './evidence.ts';
import { isProse } from './phrases.ts';
import type { Piece } from './piece.ts';
import { SHAPE } from './shapes.ts';
import { unitsOf } from './units.ts';

/** The facts in their order, which is that of the trees in `model/`: a change asks for a new training. */
const NAMES = [
  'margin',
  'kind',
  'level',
  'length',
  'charBefore',
  'charBehind',
  'strength',
  'letters',
  'greekInText',
  'mostElsewhere',
  'leastElsewhere',
  'timesElsewhere',
  'acceptedNames',
  'acceptedSame',
  'run',
  'left',
  'right',
  'whole',
  'inPhrase',
  'textLength',
  'charTwoBefore',
  'charTwoBehind',
  'relations',
  'greek',
  'structures',
  'intact',
  'lone',
] as const;

/** How many facts a name has. */
export const FACTS: number = NAMES.length;

/** Whether the facts of a name say that it stands in a phrase of English. */
export const isInPhrase = (facts: Uint8Array): boolean => facts[IN_PHRASE] === 1;
const IN_PHRASE = NAMES.indexOf('inPhrase');

/** The facts of the names among the pieces: of the name, its neighbours, the same name elsewhere, and the text. */
export function factsOf(text: string, pieces: readonly (Piece | null)[], evidence: Evidence): Map<Piece, Uint8Array> {
  const names = namesOf(text, pieces);
  const facts = new Map<Piece, Uint8Array>();
  if (names.length === 0) return facts;
  const all = { names: 0, relations: 0, greek: 0, structures: 0 }; // of which the best way is sure
  const words = new Map<string, Margins>();
  for (const { piece, word, greek } of names) {
    if (isAccepted(piece)) {
      all.names++;
      all.relations += isRelation(piece);
      all.greek += greek;
      all.structures += isStructure(piece);
    }
    note(words, word, piece.margin);
  }
  const intact = hasIntact(text) ? countIntact(text, 6) : 0;
  const lone = countLone(text, 9);
  const length = upTo(text.length / 100, 20);
  for (const { piece, word, greek, run } of names) {
    const { start, end, margin } = piece;
    const same = words.get(word) ?? NO_MARGINS;
    const own = isAccepted(piece) ? 1 : 0;
    facts.set(
      piece,
      Uint8Array.of(
        inSteps(margin, 5, 6),
        kindOf(piece, word),
        piece.level,
        upTo(end - start, 12),
        kindOfChar(text, start - 1),
        kindOfChar(text, end),
        upTo(evidence.strength, 15),
        upTo(evidence.letters, 8),
        upTo(evidence.names, 6),
        inSteps(margin === same.most ? same.secondMost : same.most, 15, 3),
        inSteps(margin === same.least ? same.secondLeast : same.least, 15, 3),
        upTo(same.count - 1, 8),
        upTo(all.names - own, 20),
        upTo(same.accepted - own, 20),
        upTo(run, 30),
        piece.left,
        piece.right,
        piece.whole ? 1 : 0,
        piece.whole && piece.level >= 1 && isProse(text, start, end) ? 1 : 0,
        length,
        kindOfChar(text, start - 2),
        kindOfChar(text, end + 1),
        upTo(all.relations - own * isRelation(piece), 20),
        upTo(all.greek - own * greek, 20),
        upTo(all.structures - own * isStructure(piece), 20),
        intact,
        lone,
      ),
    );
  }
  return facts;
}

interface Name {
  readonly piece: Piece;
  readonly word: string;
  readonly greek: 0 | 1;
  /** How many pieces lie between the prose on both sides. */
  readonly run: number;
}

function namesOf(text: string, pieces: readonly (Piece | null)[]): Name[] {
  const names: Name[] = [];
  for (let from = 0; from < pieces.length; ) {
    const stop = pieces.indexOf(null, from);
    const to = stop < 0 ? pieces.length : stop;
    for (let i = from; i < to; i++) {
      const piece = pieces[i];
      if (!piece?.command || piece.end - piece.start < 2) continue;
      const word = text.slice(piece.start, piece.end);
      names.push({ piece, word, greek: GREEK.has(word) ? 1 : 0, run: to - from });
    }
    from = to + 1;
  }
  return names;
}

/** The margins of one name wherever it stands in the text. */
interface Margins {
  count: number;
  accepted: number;
  most: number;
  secondMost: number;
  least: number;
  secondLeast: number;
}

const FAR = 15; // log odds beyond which margins are all the same
const NO_MARGINS: Margins = { count: 0, accepted: 0, most: -FAR, secondMost: -FAR, least: FAR, secondLeast: FAR };

function note(words: Map<string, Margins>, word: string, margin: number): void {
  const seen = words.get(word) ?? { ...NO_MARGINS };
  if (seen.count++ === 0) words.set(word, seen);
  if (margin > ACCEPTED) seen.accepted++;
  if (margin >= seen.most) {
    seen.secondMost = seen.most;
    seen.most = margin;
  } else seen.secondMost = Math.max(seen.secondMost, margin);
  if (margin <= seen.least) {
    seen.secondLeast = seen.least;
    seen.least = margin;
  } else seen.secondLeast = Math.min(seen.secondLeast, margin);
}

/** Margin from which a name counts as one that this author writes. */
const ACCEPTED = 2;
const isAccepted = ({ margin }: Piece): boolean => margin > ACCEPTED;
const isRelation = ({ shape }: Piece): 0 | 1 => (shape === SHAPE.relName ? 1 : 0);
const isStructure = ({ shape }: Piece): 0 | 1 => (shape === SHAPE.structureName ? 1 : 0);

const SMALL: ReadonlyMap<string, number> = new Map([
  ['in', 0],
  ['to', 1],
  ['times', 2],
]);
const KINDS: ReadonlyMap<number, number> = new Map([
  [SHAPE.relName, 3],
  [SHAPE.binName, 4],
  [SHAPE.functionName, 8],
  [SHAPE.structureName, 9],
]);

/** 5 to 7: a small Greek letter, another name with a capital, any other. */
const kindOf = ({ shape }: Piece, word: string): number =>
  SMALL.get(word) ?? KINDS.get(shape) ?? (/^[A-Z]/.test(word) ? 6 : GREEK.has(word) ? 5 : 7);

/** Backslashes and dollars, `most` at the most. */
function countIntact(text: string, most: number): number {
  let found = 0;
  for (const sign of ['\\', '$'])
    for (let at = text.indexOf(sign); at >= 0 && found < most; at = text.indexOf(sign, at + 1)) found++;
  return found;
}

/** Letters that stand alone and are no words, `most` at the most. */
function countLone(text: string, most: number): number {
  const codes = unitsOf(text);
  let found = 0;
  let before = 0;
  for (let i = 0; i < text.length && found < most; i++) {
    const part = wordParts[codes[i] ?? 0] ?? 0;
    if (part === LONE && before === 0 && wordParts[codes[i + 1] ?? 0] === 0) found++;
    before = part;
  }
  return found;
}

/** What words are made of; a letter that is no word by itself is `LONE`. */
const wordParts = new Uint8Array(256);
const LONE = 2;
for (const char of "AIa'") wordParts[char.charCodeAt(0)] = 1;
for (const char of 'BCDEFGHJKLMNOPQRSTUVWXYZbcdefghijklmnopqrstuvwxyz') wordParts[char.charCodeAt(0)] = LONE;

const upTo = (value: number, most: number): number => Math.min(most, Math.floor(value));

/** Log odds from `-least` on, in steps of which one unit has `steps`; 90 is the most. */
const inSteps = (odds: number, least: number, steps: number): number =>
  Math.max(0, Math.min(90, Math.round((odds + least) * steps)));

/** The kinds of characters, in the order in which trees part them; 0 is the edge of the text, what is in none comes last. */
const CHARS = [
  ' ',
  'abcdefghijklmnopqrstuvwxyz',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '0123456789',
  '_^{}\\',
  '()[]',
  '-',
  '.,;:!?',
  '=<>+*/|',
  '"\'`',
];
const charKinds = new Uint8Array(128).fill(CHARS.length + 1);
for (const [i, chars] of CHARS.entries()) for (const char of chars) charKinds[char.charCodeAt(0)] = i + 1;

const kindOfChar = (text: string, at: number): number =>
  at < 0 || at >= text.length ? 0 : (charKinds[text.charCodeAt(at)] ?? CHARS.length + 1);
