// What a run of letters, a number or a character looks like to its neighbours.
import { FONTS, FUNCTIONS, MATH_ACCENTS, SIZERS, SPACES, STRUCTURES, SWITCHES } from '../tables/commands.ts';
import { SYMBOLS } from '../tables/symbols.ts';

/** Shapes by name; the numbers go into the hashes of features, so a change asks for a new training. */
export const SHAPE = {
  edge: 0,
  lowerLetter: 1,
  upperLetter: 2,
  ordName: 3,
  relName: 4,
  binName: 5,
  functionName: 6,
  structureName: 7,
  common: 8,
  rare: 9,
  unknown: 10,
  knownName: 11,
  unknownName: 12,
  shortCapitals: 13,
  longCapitals: 14,
  mixed: 15,
  shortUnknown: 16,
  digit: 17,
  number: 18,
  script: 19,
  open: 20,
  close: 21,
  openBracket: 22,
  closeBracket: 23,
  relation: 24,
  operator: 25,
  stop: 26,
  quote: 27,
  sign: 28,
  glyph: 29,
  other: 30,
  intact: 31,
  /** No atom is the neighbour: the same run goes on, or the window ends. */
  inside: 32,
} as const;
/** How many there are. */
export const SHAPES = 33;

const CHARS: ReadonlyMap<string, number> = new Map(
  (
    [
      ['^_', SHAPE.script],
      ['{', SHAPE.open],
      ['}', SHAPE.close],
      ['([', SHAPE.openBracket],
      [')]', SHAPE.closeBracket],
      ['=<>', SHAPE.relation],
      ['+-*/|', SHAPE.operator],
      ['.,;:!?', SHAPE.stop],
      ['"\'`', SHAPE.quote],
      ['%$#&@~', SHAPE.sign],
    ] as const
  ).flatMap(([chars, shape]) => [...chars].map((char) => [char, shape] as const)),
);

const byCode = new Uint8Array(128).fill(SHAPE.other);
for (const [char, shape] of CHARS) byCode[char.charCodeAt(0)] = shape;

/** The shape of a character that is neither a letter nor a digit. */
export const charShape = (code: number): number =>
  code < 128 ? (byCode[code] ?? SHAPE.other) : code > 0x36f && code < 0x400 ? SHAPE.glyph : SHAPE.other;

/** The shape of a command's name. */
export function commandShape(name: string): number {
  const glyph = SYMBOLS.get(name);
  if (glyph?.kind === 'rel') return SHAPE.relName;
  if (glyph?.kind === 'bin' || glyph?.kind === 'big') return SHAPE.binName;
  if (glyph) return SHAPE.ordName;
  if (FUNCTIONS.has(name)) return SHAPE.functionName;
  const structure =
    FONTS.has(name) ||
    MATH_ACCENTS.has(name) ||
    SIZERS.has(name) ||
    SPACES.has(name) ||
    STRUCTURES.has(name) ||
    SWITCHES.has(name);
  return structure ? SHAPE.structureName : SHAPE.ordName;
}

/** The shape of a run of letters that is no command's name; `level` says how common it is (`levelOf`). */
export function wordShape(length: number, capitals: number, level: number): number {
  if (length === 1) return capitals === 0 ? SHAPE.lowerLetter : SHAPE.upperLetter;
  const all = (1 << Math.min(length, 12)) - 1;
  if (capitals === 0)
    return level >= 4 ? SHAPE.common : level > 0 ? SHAPE.rare : length === 2 ? SHAPE.shortUnknown : SHAPE.unknown;
  if (capitals === 1) return level > 0 ? SHAPE.knownName : SHAPE.unknownName;
  if (capitals === all) return length <= 3 ? SHAPE.shortCapitals : SHAPE.longCapitals;
  return SHAPE.mixed;
}
