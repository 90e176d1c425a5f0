// What scripts/train-math.mjs needs of the recogniser.
export { findIntact } from '../read/intact.ts';
export { FONTS, FUNCTIONS, MACROS, MATH_ACCENTS, SIZERS, SPACES, STRUCTURES, SWITCHES } from '../tables/commands.ts';
export { SYMBOLS } from '../tables/symbols.ts';
export { FACTS, factsOf } from './facts.ts';
export { PAIR_FEATURES, pairFeatures, SLOTS, spanFeatures } from './features.ts';
export { connect, isScored, score } from './graph.ts';
export { wordHash } from './hash.ts';
export {
  CHOICES,
  FIRST_CODE,
  setLexicon,
  WORD_LEVELS,
  WORD_SLOTS,
  wordKey,
} from './lexicon.ts';
export { DEPTH, NODES } from './odds.ts';
export { findPieces } from './pieces.ts';
export { scan } from './scan.ts';
export { ZERO } from './weights.ts';
export { makeLattice } from './window.ts';
