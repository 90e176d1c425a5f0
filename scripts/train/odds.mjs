// The trees learn from what a chain model says of texts that it has not seen, as the shipped one will have to.
import { asWeights, learn, pieceEnd } from './learn.mjs';
import { growTrees } from './trees.mjs';

const PARTS = 4;

/** Learns chain models without one part of the samples each (`part` is a whole number), and trees from what they say of that part. */
export function learnOdds(core, samples, epochs) {
  const facts = [];
  const truths = [];
  for (let part = 0; part < PARTS; part++) {
    const isOut = (sample) => sample.part % PARTS === part;
    const weights = learn(
      core,
      samples.filter((sample) => !isOut(sample)),
      epochs,
    );
    for (const sample of samples.filter(isOut)) addNames(core, sample, weights, facts, truths);
  }
  const table = new Uint8Array(facts.length * core.FACTS);
  for (const [i, row] of facts.entries()) table.set(row, i * core.FACTS);
  console.error(`${truths.length} names`);
  return growTrees(table, truths, core);
}

/** Adds the facts of all names that a model with these weights finds, and whether each is a command (1) or not (0). */
function addNames(core, sample, weights, facts, truths) {
  const { text, context, tags, starts } = sample;
  const scanned = core.scan(text, context || undefined);
  if (scanned.windows.length === 0) return;
  const pieces = core.findPieces(text, scanned, core.findIntact(text), asWeights(weights));
  for (const [{ start, end, margin }, known] of core.factsOf(text, pieces, scanned.evidence)) {
    if (margin === Infinity) continue; // nobody asks about those
    facts.push(known);
    truths.push(starts[start] === 1 && pieceEnd(sample, start, tags.length) === end ? 1 : 0);
  }
}
