// The main path: text → lines → pages → blocks → raw papers → records.
import { createCleaner } from './clean/clean.ts';
import type { Cleaner } from './clean/cleaner.ts';
import type { Settings } from './options.ts';
import { createPages } from './pages/pages.ts';
import { createRecorder } from './recorder.ts';
import type { SiftSink } from './sift-sink.ts';
import { createLineSplitter } from './text/lines.ts';
import { createMarginReader, withMargin } from './text/margin.ts';

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
  // From the end to the front, since each stage is given the one that it hands on to.
  const recorder = createRecorder(settings.file, clean, sink); // raw papers → records
  const pages = createPages(settings, recorder, {
    ...sink,
    reject: (line, reason) => sink.reject(withMargin(line), reason),
  }); // lines → pages → blocks → raw papers
  const margin = createMarginReader(pages.push); // lines → lines without what stands in front of each
  const splitter = createLineSplitter(); // text → lines

  return {
    push: (chunk) => {
      for (const line of splitter.push(chunk)) margin.push(line);
    },
    end: () => {
      for (const line of splitter.end()) margin.push(line);
      margin.end();
      pages.end();
    },
  };
}
