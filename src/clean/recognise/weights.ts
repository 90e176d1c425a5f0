// The weights of this build: the characters' codes as they are encoded natively; nothing is decoded.
import { STEP, WEIGHTS } from '../model/weights.generated.ts';

/** The character of a weight of zero; 44 levels lie on each side. */
export const ZERO = 79;

/** A weight for each slot of each label: `values` less `zero`, in log odds times `step`. */
export interface Weights {
  readonly values: ArrayLike<number>;
  readonly zero: number;
  readonly step: number;
}

let weights: Weights | undefined;

/** The weights that were learned. */
export function getWeights(): Weights {
  weights ??= { values: new TextEncoder().encode(WEIGHTS), zero: ZERO, step: STEP };
  return weights;
}
