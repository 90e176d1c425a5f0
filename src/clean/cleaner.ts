// What a cleaner is asked, and what it says.

/** How repaired mathematics can be written. */
export const MATH_MODES = ['unicode', 'latex', 'ascii', 'raw'] as const;

/** How sure a repair must be to be made. */
export const CERTAINTIES = ['low', 'normal', 'high'] as const;

/** How restored mathematics is written; `raw` repairs nothing. */
export type MathMode = (typeof MATH_MODES)[number];

/** How sure the recogniser must be before it changes a text. */
export type Certainty = (typeof CERTAINTIES)[number];

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

/** Repairs one text; `context` is a neighbouring text (the abstract of a title) whose letters count as evidence. */
export type Cleaner = (text: string, context?: string) => Cleaned;
