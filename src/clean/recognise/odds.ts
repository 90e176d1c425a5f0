// The odds of a name: a sum over small decision trees, each of which asks three facts.
import { LEAF, ODDS, TREES } from '../model/odds.generated.ts';
import { FIRST_CODE } from './lexicon.ts';
import { ZERO } from './weights.ts';

/** How many questions one tree asks of a name. */
export const DEPTH = 3;
/** Inner nodes of a tree, in the order of a heap: each asks whether a fact is greater than a bound. */
export const NODES: number = (1 << DEPTH) - 1;

/** Two characters a node, one a leaf. */
const SIZE = NODES * 2 + NODES + 1;

let trees: Uint8Array | undefined;

/** Log odds that a name is a command, from what `factsOf` says of it. */
export function oddsOf(facts: Uint8Array): number {
  trees ??= new TextEncoder().encode(TREES);
  let sum = 0;
  for (let tree = 0; tree < trees.length; tree += SIZE) {
    let node = 0;
    while (node < NODES) {
      const at = tree + node * 2;
      const fact = facts[(trees[at] ?? 0) - FIRST_CODE] ?? 0;
      node = node * 2 + (fact > (trees[at + 1] ?? 0) - FIRST_CODE ? 2 : 1);
    }
    sum += (trees[tree + NODES + node] ?? 0) - ZERO;
  }
  return ODDS + sum * LEAF;
}
