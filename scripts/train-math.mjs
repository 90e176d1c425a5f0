#!/usr/bin/env node
// Learns the numbers that the restorer decides by, and writes src/clean/model/*.generated.ts.
//   node scripts/train-math.mjs SET.jsonl[.gz]        SET: {id,title,abstract} with their LaTeX intact
// The same set gives the same numbers: no clock, no chance. Minutes for 70,000 abstracts.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { isMislabelled, strip, unwrap } from './train/damage.mjs';
import { learn } from './train/learn.mjs';
import { commandList, count, encodeLexicon, levelsOf } from './train/lexicon.mjs';
import { learnOdds } from './train/odds.mjs';
import { encodeTrees } from './train/trees.mjs';
import { encodeWeights } from './train/weights.mjs';

const file = process.argv[2];
const epochs = Number(process.argv[3] ?? 3);
const limit = Number(process.argv[4] ?? Infinity);
const root = new URL('..', import.meta.url).pathname;
const bundled = await build({
  entryPoints: [`${root}src/clean/recognise/entry-for-training.ts`],
  bundle: true,
  format: 'esm',
  write: false,
});
const core = await import(
  `data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].contents).toString('base64')}`
);

const squeeze = (text) => text.replace(/\s+/g, ' ').trim();
const raw = readFileSync(file);
const papers = (file.endsWith('.gz') ? gunzipSync(raw) : raw)
  .toString()
  .trim()
  .split('\n')
  .slice(0, limit)
  .map((line) => JSON.parse(line))
  .map(({ id, title, abstract }) => ({ id, title: squeeze(title), abstract: squeeze(abstract) }))
  .filter(({ title, abstract }) => !isMislabelled(title) && !isMislabelled(abstract));

const known = (name) =>
  core.SYMBOLS.has(name) ||
  core.FUNCTIONS.has(name) ||
  [core.FONTS, core.SWITCHES, core.MATH_ACCENTS, core.SIZERS, core.SPACES, core.STRUCTURES, core.MACROS].some((table) =>
    table.has(name),
  );
const { words, commands } = count(papers.flatMap(({ title, abstract }) => [title, abstract]));
const list = commandList(commands, known);
const lexicon = encodeLexicon(levelsOf(words, core), core);
core.setLexicon(lexicon, list.join(' '));
console.error(`${papers.length} papers, ${list.length} names, lexicon ${lexicon.length} characters`);

const samples = [];
for (const [part, { id, title, abstract }] of papers.entries()) {
  const weight = /^2[345]/.test(id) ? 2 : 1;
  const kinds = [(text) => text];
  if (unwrap(abstract) !== abstract || unwrap(title) !== title) kinds.push((text) => squeeze(unwrap(text)));
  for (const kind of kinds) {
    const body = strip(kind(abstract));
    samples.push({ ...body, weight, part, context: '' });
    if (/[$\\]/.test(title)) samples.push({ ...strip(kind(title)), weight, part, context: body.text });
  }
}
const odds = encodeTrees(learnOdds(core, samples, epochs), core);
const weights = encodeWeights(learn(core, samples, epochs), core.ZERO);
ship('lexicon', 'how common words are in prose, and the names of commands to look for', {
  LEXICON: lexicon,
  COMMANDS: list.join(' '),
});
ship('weights', 'one character for each weight, in steps of STEP', { STEP: weights.step, WEIGHTS: weights.text });
ship('odds', 'the trees that ask about each name, in steps of LEAF above the odds of all names', {
  ODDS: odds.base,
  LEAF: odds.step,
  TREES: odds.text,
});

/** Writes src/clean/model/NAME.generated.ts with these constants. */
function ship(name, what, constants) {
  const lines = Object.entries(constants).map(([key, value]) =>
    typeof value === 'number'
      ? `export const ${key}: number = ${value};\n`
      : `export const ${key}: string =\n  ${JSON.stringify(value)};\n`,
  );
  const head = `// Made by scripts/train-math.mjs: ${what}.\n`;
  writeFileSync(`${root}src/clean/model/${name}.generated.ts`, head + lines.join(''));
}
