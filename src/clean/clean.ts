// Restores what a page lost of a text's LaTeX: the one entrance of src/clean.
import { printText, printTextNode } from './print/text.ts';
import { readText } from './read/text.ts';
import { recognise } from './recognise/recognise.ts';
import { scan } from './recognise/scan.ts';

/** How restored mathematics is written; `raw` repairs nothing. */
export type MathMode = 'unicode' | 'latex' | 'ascii' | 'raw';

/** How sure the recogniser must be before it changes a text. */
export type Certainty = 'low' | 'normal' | 'high';

/** One stretch that was changed; offsets are UTF-16 units of the input text, certainty is 0 to 1. */
export interface Repair {
  start: number;
  end: number;
  before: string;
  after: string;
  evidence: string;
  certainty: number;
}

/** A repaired text, what stayed doubtful, and (with `explain`) each repair. */
export interface Cleaned {
  text: string;
  warnings: readonly string[];
  repairs: readonly Repair[];
}

/** Settings of a cleaner; `explain` fills `repairs`. */
export interface CleanerOptions {
  math: MathMode;
  certainty: Certainty;
  explain?: boolean;
}

/** Repairs one text; `context` is a neighbouring text (the abstract of a title) whose letters count as evidence. */
export type Cleaner = (text: string, context?: string) => Cleaned;

/** Log odds that speak for (or against) a command before anything is known, by certainty. */
const BIAS = { low: 1.5, normal: 0, high: -2 } as const;
const NONE: readonly never[] = [];

/** Makes the function that repairs texts in one mode. */
export function createCleaner(options: CleanerOptions): Cleaner {
  const { math: mode, explain = false } = options;
  if (mode === 'raw') return (text) => ({ text, warnings: NONE, repairs: NONE });
  const bias = BIAS[options.certainty];
  return (text, context) => {
    const signs = scan(text, context);
    if (signs.windows.length === 0 && !signs.prose) return { text, warnings: NONE, repairs: NONE };
    const warnings: string[] = [];
    const nodes = readText(text, recognise(text, signs, bias), warnings);
    const repairs: Repair[] = [];
    for (const node of explain ? nodes : NONE) {
      const before = text.slice(node.start, node.end);
      const after = printTextNode(node, text, mode);
      if (before !== after) repairs.push({ start: node.start, end: node.end, before, after, evidence: node.kind === 'math' ? node.evidence : node.kind, certainty: node.kind === 'math' ? node.certainty : 1 });
    }
    return { text: printText(nodes, text, mode), warnings, repairs };
  };
}
