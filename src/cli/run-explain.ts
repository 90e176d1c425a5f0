// `papersift explain`: line by line, what was taken as what, and which repairs were made.
import { createCleaner, type Repair } from '../clean/clean.ts';
import { openPlain } from '../io/open-plain.ts';
import { type Sink, stdoutSink } from '../io/sink.ts';
import type { Block } from '../markup/block.ts';
import { settingsOf } from '../options.ts';
import { createSifter, type Fate, type SiftSink } from '../sift.ts';
import { createDecoder } from '../text/decode.ts';
import type { ReadFlags, TalkFlags } from './options.ts';
import { createPalette, type Palette } from './palette.ts';
import { codeOf, reasonOf } from './reasons.ts';
import { createTalk, visible } from './talk.ts';

/** Runs the command and returns the exit status. */
export async function runExplain(names: readonly string[], flags: ReadFlags & TalkFlags): Promise<number> {
  const talk = createTalk(flags.quiet ? 'quiet' : 'normal', createPalette(flags.color, 'stderr'));
  const output = stdoutSink();
  const { math, mathCertainty, markup, layout } = flags;
  try {
    for (const input of openPlain(names.length > 0 ? names : ['-'])) {
      if ('reason' in input) {
        talk.problem(input.name, input.reason);
        continue;
      }
      const settings = settingsOf({ math, mathCertainty, markup, layout, file: input.name });
      const sink = explainer(input.name ?? 'standard input', flags, output, createPalette(flags.color, 'stdout'));
      const sifter = createSifter(settings, sink);
      const decoder = createDecoder();
      try {
        for await (const chunk of input.chunks()) {
          sifter.push(decoder.push(chunk));
          await output.flush();
        }
      } catch (error) {
        if (codeOf(error) === 'EPIPE') throw error;
        talk.problem(input.name, reasonOf(error));
      }
      sifter.push(decoder.end());
      sifter.end();
      await output.flush();
    }
  } catch (error) {
    if (codeOf(error) === 'EPIPE') return 0;
    talk.problem(null, reasonOf(error));
  }
  return talk.problems() > 0 ? 1 : 0;
}

/** A sink that writes down what it hears. */
function explainer(name: string, flags: ReadFlags, output: Sink, palette: Palette): SiftSink {
  const { math, mathCertainty } = flags;
  const cleaner = createCleaner({ math, certainty: mathCertainty, explain: true });
  const marks: { [K in Fate]: string } = {
    record: palette.green('record   '),
    furniture: palette.dim('furniture'),
    reject: palette.red('reject   '),
  };
  return {
    record: () => {},
    reject: () => {},
    warn: (message) => output.write(`${palette.yellow(`warning: ${visible(message)}`)}\n`),
    page: (page, { markup, layout, fit, nearest }) => {
      const what = layout ? `${layout.digest} (layout ${layout.name})` : `no digest; nearest layout: ${nearest.name}`;
      output.write(
        `${palette.bold(visible(`${name}:${page.line}: ${what}, markup ${markup.name}, certainty ${fit.score.toFixed(2)}`))}\n`,
      );
      if (fit.found.length > 0) output.write(`  found: ${visible(fit.found.join(', '))}\n`);
      if (fit.missing.length > 0) output.write(`  missing: ${visible(fit.missing.join(', '))}\n`);
    },
    fate: (block: Block, fate: Fate) => {
      for (const line of block.lines)
        output.write(`${String(line.number).padStart(6)} ${marks[fate]} ${visible(line.text)}\n`);
      if (fate !== 'record') return;
      for (const repair of cleaner(block.text).repairs) output.write(`${' '.repeat(17)}${describe(repair, palette)}\n`);
    },
  };
}

function describe({ before, after, evidence, certainty }: Repair, palette: Palette): string {
  return `${palette.cyan('repair')} ${visible(before)} → ${palette.bold(visible(after))} (${visible(evidence)}, certainty ${certainty.toFixed(2)})`;
}
