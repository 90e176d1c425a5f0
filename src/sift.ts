// The main path: text → lines → pages → blocks → raw papers → records.
import { type Cleaner, createCleaner } from './clean/clean.ts';
import type { Page } from './layouts/layout.ts';
import type { Block } from './markup/block.ts';
import type { Settings } from './options.ts';
import { createPages } from './pages.ts';
import type { Recognised } from './recognise.ts';
import type { Record } from './record.ts';
import { createRecorder } from './recorder.ts';
import { createLineSplitter, type Line } from './text/lines.ts';

/** Where the sifter puts its results, in the order of the input; only the first three are needed. */
export interface SiftSink {
  record(record: Record): void;
  /** A line that is in no record and is no known furniture. */
  reject(line: Line, reason: string): void;
  /** Something doubtful about the input as a whole. */
  warn(message: string): void;
  /** A page begins; without a layout all its lines are rejects. */
  page?(page: Page, recognised: Recognised): void;
  /** A title or an abstract was changed by the repair of its mathematics. */
  repaired?(): void;
  /** What became of a block: every line of the input is in exactly one. */
  fate?(block: Block, fate: Fate): void;
}

/** Where a line ends: in a record, as furniture of the page, or among the rejects. */
export type Fate = 'record' | 'furniture' | 'reject';

/** Takes text in chunks of any size. */
export interface Sifter {
  push(chunk: string): void;
  end(): void;
}

/**
 * Makes a sifter for one input. It holds one paper and the first lines of a page at most, however long the input is.
 * Sifters of one run may share the cleaner, `repair`.
 */
export function createSifter(
  settings: Settings,
  sink: SiftSink,
  repair: Cleaner = createCleaner({ math: settings.math, mathCertainty: settings.mathCertainty }),
): Sifter {
  const clean: Cleaner = (text, context) => {
    const cleaned = repair(text, context);
    if (cleaned.text !== text) sink.repaired?.();
    return cleaned;
  };
  const recorder = createRecorder(settings.file, clean, sink);
  const pages = createPages(settings, recorder, sink);
  const splitter = createLineSplitter();

  return {
    push: (chunk) => {
      for (const line of splitter.push(chunk)) pages.push(line);
    },
    end: () => {
      for (const line of splitter.end()) pages.push(line);
      pages.end();
    },
  };
}
