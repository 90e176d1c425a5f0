// Names that are words of English all the same, whatever their odds.
import { SIZERS } from '../tables/commands.ts';
import { GREEK } from '../tables/symbols.ts';
import type { Evidence } from './evidence.ts';
import { isInPhrase } from './facts.ts';
import { wordHash } from './hash.ts';
import { isLetterShown } from './letters.ts';
import { getLexicon, levelOf } from './lexicon.ts';
import { FEW, isAmongWords, isNeverMath, isOdd, isWordlike, ODD_NAMES, WORDLIKE_NAMES } from './odd.ts';
import { hasPhrase } from './phrases.ts';
import type { Piece } from './piece.ts';
import { standsFree } from './places.ts';
import { SHAPE } from './shapes.ts';
import { isNamed, isSpelledOut } from './spelled.ts';

/** Margin that an odd name must reach in a text that says next to nothing of mathematics: npm, int8, wp. */
const LEAST_ODD = 3;
/** Margin that a piece of a word must reach in a text that says little of mathematics: the mu of Emu. */
const LEAST_PIECE = 4.5;
/** Margin that two letters inside a long word must reach. */
const LEAST_INSIDE = 6;
/** Without any sign of mathematics a capital between blanks is a name more often: Delta flies to Omega. */
const LEAST_CAPITAL = 1;

/** The names that are words, of those whose facts are known. */
export function findWords(text: string, facts: ReadonlyMap<Piece, Uint8Array>, evidence: Evidence): ReadonlySet<Piece> {
  const strength = evidence.strength === 0 ? 0 : Math.max(0, evidence.strength - countWordlike(text, evidence));
  const names = [...facts];
  const pieces = names.map(([piece]) => piece);
  const spelled = new Set(strength === 0 ? pieces.filter((piece) => piece.whole && isSpelledOut(text, piece)) : []);
  const inEnglish =
    strength === 0 &&
    names.length > 0 &&
    (hasPhrase(text) ||
      isForeign(text) ||
      (pieces.every((piece) => isFree(text, piece)) && (spelled.size > 0 || isAnySpelled(text, pieces))));
  const words = new Set<Piece>();
  for (const [i, [name, known]] of names.entries()) {
    const glued = [pieces[i - 1], pieces[i + 1]].some((other) => other && isGlued(text, name, other));
    const isSpelled = spelled.has(name);
    if (
      (inEnglish && standsAlone(text, name)) ||
      isShownOtherwise(text, name, evidence.origin) ||
      isWord(text, name, { inPhrase: isInPhrase(known), isSpelled, strength, glued })
    )
      words.add(name);
  }
  return words;
}

/** How many names counted as signs of mathematics only because prose has them seldom: epsilon, "the word perp". */
function countWordlike(text: string, { wordlike }: Evidence): number {
  if (!wordlike) return 0;
  let found = 0;
  for (const { 0: name, index } of text.matchAll(WORDLIKE)) if (isWordlike(text, index, index + name.length)) found++;
  return found;
}

const WORDLIKE = new RegExp(`(?<![A-Za-z\\\\])(?:${[...WORDLIKE_NAMES].join('|')})(?![A-Za-z])`, 'g');

/** Whether the small letter of a piece is spelled out in another place of the text; a capital may be a name in one place only. */
function isAnySpelled(text: string, pieces: readonly Piece[]): boolean {
  const seen = new Set<string>();
  return pieces.some((piece) => {
    const name = text.slice(piece.start, piece.end);
    if (!GREEK.has(name) || /^[A-Z]/.test(name) || seen.has(name)) return false;
    seen.add(name);
    return isSpelledSomewhere(text, name, piece);
  });
}

function isSpelledSomewhere(text: string, name: string, piece: Piece): boolean {
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    const end = start + name.length;
    if (standsFree(text, start, end) && isSpelledOut(text, { ...piece, start, end })) return true;
  }
  return false;
}

/** "The plasma beta β", "the beta $\beta$": where the page shows the letter itself, its name in prose is a word. */
const isShownOtherwise = (text: string, { start, end, whole }: Piece, origin: string): boolean => {
  const name = text.slice(start, end);
  return (
    whole &&
    GREEK.has(name) &&
    /[a-z]{2} $/.test(text.slice(Math.max(0, start - 3), start)) &&
    /^(?: |[.,;:)](?: |$)|$)/.test(text.slice(end, end + 2)) &&
    isLetterShown(origin, name)
  );
};

/** Words with accents, and no names: Swedish "nu", Romanian "și", French "fois". */
const isForeign = (text: string): boolean => (text.match(ACCENTED)?.length ?? 0) > 1;
const ACCENTED = /(?<![A-Za-z\u00c0-\u024f-])[a-z]*[\u00df-\u024f][a-z\u00df-\u024f]*/g;

/** Whether a name stands free as words do; "VCSP(Gamma)" does not. */
const isFree = (text: string, { whole, start, end }: Piece): boolean =>
  whole && standsFree(text, start, end) && !/[A-Za-z]\($/.test(text.slice(start - 2, start));

/** Whether two names touch each other in a way that no word does. */
const isGlued = (text: string, name: Piece, other: Piece): boolean =>
  (other.end === name.start || other.start === name.end) && (isTelling(text, name) || isTelling(text, other));

/** A name that is no word and no Greek letter, or what only mathematics puts beside a name: infty, cdot, the ge of ge2. */
function isTelling(text: string, { start, end, shape }: Piece): boolean {
  const name = text.slice(start, end);
  if (/[_^{]/.test(text[end] ?? '')) return true;
  if (shape === SHAPE.relName && /^ ?(?:\d|-?infty)/.test(text.slice(end, end + 7))) return true;
  return (
    end - start > 2 &&
    levelOf(getLexicon().slots, wordHash(text, start, end)) === 0 &&
    !GREEK.has(name) &&
    !ODD_NAMES.has(name)
  );
}

/** In a text without signs, where the name of a letter stands in a phrase of English all names that stand free are words. */
const standsAlone = (text: string, { whole, level, shape, start, end }: Piece): boolean =>
  whole &&
  (shape === SHAPE.ordName || shape === SHAPE.relName) &&
  (level > 0 || GREEK.has(text.slice(start, end))) &&
  standsFree(text, start, end);

/** What is known of a name beside its piece. */
interface Known {
  readonly inPhrase: boolean;
  readonly isSpelled: boolean;
  readonly strength: number;
  readonly glued: boolean;
}

function isWord(text: string, piece: Piece, { inPhrase, isSpelled, strength, glued }: Known): boolean {
  const { start, end, shape, whole, margin } = piece;
  const isSizer = shape === SHAPE.structureName && SIZERS.has(text.slice(start, end));
  if (isSizer) return !SIZED.test(text.slice(end, end + 12));
  if (isHalf(text, start) || isInText(text, start, end) || isCalled(text, piece)) return true;
  if (isMicro(text, start, end)) return false;
  if (isNeverMath(text, piece, strength)) return true;
  if (inPhrase && (strength < FEW || shape !== SHAPE.ordName || isFreeCapital(text, start, end))) return true;
  if (whole && isNamed(text, start, end)) return true;
  if (strength === 0 && margin < LEAST_CAPITAL && whole && isFreeCapital(text, start, end)) return true;
  if (glued) return false;
  if (isSpelled) return true;
  if (whole && (isAmongWords(text, start, end) || isAtoZ(text, start, end))) return true;
  if (isModel(text, start, end)) return true;
  if (!whole && strength < FEW && isCamel(text, start, end)) return true;
  if (strength < 2 && margin < LEAST_ODD && !isTelling(text, piece) && isOdd(text, piece)) return true;
  if (!whole && end - start === 2 && margin < LEAST_INSIDE && isInside(text, start, end)) return true;
  return !whole && strength < FEW && margin < LEAST_PIECE && isDoubtful(text, start, end, shape);
}

const isFreeCapital = (text: string, start: number, end: number): boolean =>
  /[A-Z]/.test(text[start] ?? '') && standsFree(text, start, end);

const isAtoZ = (text: string, start: number, end: number): boolean =>
  /(?:^|[^A-Za-z])A to Z(?![A-Za-z])/.test(text.slice(Math.max(0, start - 3), end + 3));

/** Models with their numbers: Phi4 and Phi3.5 speak, pi0 moves robots. */
const isModel = (text: string, start: number, end: number): boolean =>
  (MODEL.test(text.slice(start, end + 4)) && !/[\d/]/.test(text[start - 1] ?? '')) ||
  (/(?:called|named) $/.test(text.slice(Math.max(0, start - 7), start)) &&
    /^[A-Z][a-z]+\d/.test(text.slice(start, end + 1)));

const MODEL = /^(?:Phi\d|pi-?0)(?:\.\d)?(?![\dA-Za-z^_])/;

/** Two letters with many others around: the to of NewtonRewards. */
const isInside = (text: string, start: number, end: number): boolean =>
  /[A-Za-z]{3}$/.test(text.slice(Math.max(0, start - 3), start)) && /^[A-Za-z]{4}/.test(text.slice(end, end + 4));

/** The first word of a name in camel case: DeltaPhish. */
const isCamel = (text: string, start: number, end: number): boolean =>
  /[A-Z]/.test(text[start] ?? '') &&
  !/[A-Za-z]/.test(text[start - 1] ?? '') &&
  /^[A-Z][a-z]{3}/.test(text.slice(end, end + 4));

/** The rest of a word whose first letters stand in a font: \textbf{P}oint. */
const isHalf = (text: string, start: number): boolean =>
  text[start - 1] === '}' &&
  /(?:text[a-z]{2}|emph|underline)\{[A-Za-z]{1,4}\}$/.test(text.slice(Math.max(0, start - 18), start));

/** The name of a function that somebody wrote out, where an operator would have nothing to its left: "maximise cap(a)". */
const isCalled = (text: string, { start, end, shape, whole }: Piece): boolean =>
  whole &&
  (shape === SHAPE.binName || /^s[bp]$/.test(text.slice(start, end))) &&
  /^(?:_\w)?\(/.test(text.slice(end, end + 3)) &&
  /[a-z]{3},? $/.test(text.slice(Math.max(0, start - 5), start));

/** "30 mus", "V/mum": micro, before a unit. */
export const isMicro = (text: string, start: number, end: number): boolean =>
  text.slice(start, end) === 'mu' &&
  /(?:\d[ ,~]?|[A-Za-z]\/)$/.test(text.slice(Math.max(0, start - 2), start)) &&
  (UNIT.test(text.slice(end, end + 4)) || (text[start - 1] === ' ' && LITRE.test(text.slice(end, end + 2))));

const UNIT = /^(?:[msgLWAVJKMFTC]|eV|as|rad|sec|Hz|Jy)(?![A-Za-z])/;
/** Only behind a blank: of 3mul nobody knows whether it is a volume or a product. */
const LITRE = /^l(?![A-Za-z])/;

/** What stands alone in upright letters is a word: \text{sum}. */
const isInText = (text: string, start: number, end: number): boolean =>
  text[end] === '}' &&
  text[start - 1] === '{' &&
  /(?:text[a-z]{0,2}|math(?:rm|it|sf|tt)|operatorname|mbox)\{$/.test(text.slice(Math.max(0, start - 14), start)) &&
  !GREEK.has(text.slice(start, end));

/** What a sizer makes bigger stands right behind it: anything else follows the word big, as in Big(ger). */
const SIZED = /^(?!\([a-z]{2,}\)) ?(?:[()[\]{}|/<>\\.]|[lr]?[vV]ert|[lr](?:angle|floor|ceil|br|group)|[uUdD])/;

/** A name that may be part of another name: the mu of Emu, the hat of Chat. */
function isDoubtful(text: string, start: number, end: number, shape: number): boolean {
  if (shape === SHAPE.relName || shape === SHAPE.binName) return false;
  const before = /[A-Za-z]*$/.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? '';
  const after = /^[A-Za-z]*/.exec(text.slice(end, end + 12))?.[0] ?? '';
  if (after === 'CDM') return false; // the LambdaCDM model
  return before.length + after.length > 1 || /^[A-Z]$/.test(before) || (end - start < 4 && /^[A-Z]$/.test(after));
}
