// Restores what a page lost of a text's LaTeX: the one entrance of src/clean.

import type { Certainty, Cleaned, Cleaner, MathMode, Repair } from './cleaner.ts';
import { keepUnlost } from './print/kept.ts';
import { type PrintMode, printText, printTextNode } from './print/text.ts';
import { restoreEaten } from './read/eaten.ts';
import { readText } from './read/text.ts';
import { recognise } from './recognise/recognise.ts';
import { type Scan, scan } from './recognise/scan.ts';
import { remember, type TextHash } from './remember.ts';
import { overlaps, type Range, settle } from './settle.ts';
import { asItStands, type TextNode } from './text-tree.ts';

/** Settings of a cleaner; `explain` fills `repairs`. With `hashText`, texts that come again are not repaired again. */
export interface CleanerOptions {
  math: MathMode;
  mathCertainty: Certainty;
  explain?: boolean;
  hashText?: TextHash;
}

/** What is asked of a reading, in log odds, beyond what its kind asks for anyway. */
const MARGIN = { low: -1, normal: 0, high: 2 } as const;
const NONE: readonly never[] = [];

/** Makes the function that repairs texts in one mode. */
export function createCleaner(options: CleanerOptions): Cleaner {
  const { math: mode, explain = false } = options;
  if (mode === 'raw') return (text) => ({ text, warnings: NONE, repairs: NONE });
  const margin = MARGIN[options.mathCertainty];
  const clean: Cleaner = (text, context) => {
    const how = { context, origin: text, mode, margin };
    const first = pass(text, { ...how, explain, kept: NONE });
    if (first.text === text) return first;
    return settle(text, first, (given, kept, list) => pass(given, { ...how, explain: list, kept }));
  };
  return options.hashText ? remember(clean, options.hashText) : clean;
}

/** How one pass reads and prints. */
interface Pass {
  readonly context: string | undefined;
  /** The text before the first pass. */
  readonly origin: string;
  readonly mode: PrintMode;
  readonly margin: number;
  readonly explain: boolean;
  /** Ranges whose repairs are left out. */
  readonly kept: readonly Range[];
}

function pass(given: string, how: Pass): Cleaned {
  const first = scan(given, how.context, how.origin);
  if (!first.eaten) return repair(given, first, how);
  const { text, inserted } = restoreEaten(given);
  if (text === given) return repair(given, first, how);
  const there = (at: number): number => inserted.reduce((to, place) => (place <= to ? to + 1 : to), at);
  const kept = how.kept.map(({ start, end }) => ({ start: there(start), end: there(end) }));
  const cleaned = repair(text, scan(text, how.context, how.origin), { ...how, kept });
  const shift = (at: number): number => at - inserted.filter((place) => place < at).length;
  return {
    ...cleaned,
    repairs: cleaned.repairs.map((one) => ({
      ...one,
      start: shift(one.start),
      end: shift(one.end),
      before: given.slice(shift(one.start), shift(one.end)),
    })),
  };
}

function repair(text: string, signs: Scan, { mode, margin, explain, kept }: Pass): Cleaned {
  if (signs.windows.length === 0 && !signs.prose) return { text, warnings: NONE, repairs: NONE };
  const warnings: string[] = [];
  const formulas = recognise(text, signs, margin, warnings);
  if (formulas.length === 0 && !signs.prose) return { text, warnings, repairs: NONE };
  const read = readText(text, formulas, warnings);
  const found = mode === 'latex' ? keepUnlost(read, text) : read;
  const nodes = kept.length === 0 ? found : found.map((node) => (overlaps(node, kept) ? asItStands(node, text) : node));
  return { text: printText(nodes, text, mode), warnings, repairs: explain ? listRepairs(nodes, text, mode) : NONE };
}

function listRepairs(nodes: readonly TextNode[], text: string, mode: PrintMode): Repair[] {
  const repairs: Repair[] = [];
  for (const node of nodes) {
    const before = text.slice(node.start, node.end);
    const after = printTextNode(node, text, mode);
    if (before === after) continue;
    const [evidence, certainty] = node.kind === 'math' ? [node.evidence, node.certainty] : [node.kind, 1];
    repairs.push({ start: node.start, end: node.end, before, after, evidence, certainty });
  }
  return repairs;
}
