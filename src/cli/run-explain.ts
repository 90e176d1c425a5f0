// `papersift explain`: line by line, what was taken as what, and which repairs were made.
import { type Cleaner, createCleaner, type Repair } from '../clean/clean.ts';
import type { Block } from '../markup/block.ts';
import type { Recognised } from '../recognise.ts';
import { createSifter, type Fate, type SiftSink } from '../sift.ts';
import { runCommand } from './command.ts';
import { eachInput, STDIN_NAME } from './each-input.ts';
import type { ReadFlags, TalkFlags } from './options.ts';
import { createPalette, type Palette } from './palette.ts';
import { visible } from './talk.ts';

/** Runs the command and returns the exit status. */
export function runExplain(names: readonly string[], flags: ReadFlags & TalkFlags): Promise<number> {
  return runCommand(flags, async ({ talk, open }) => {
    const output = open();
    const palette = await createPalette(flags.color, 1);
    const { math, mathCertainty, markup, layout } = flags;
    const cleaner = createCleaner({ math, certainty: mathCertainty, explain: true });
    await eachInput(
      names,
      talk,
      ({ name: file }) => {
        const sink = createExplainer(file ?? STDIN_NAME, cleaner, palette, output.write);
        return createSifter({ math, mathCertainty, markup, layout, file }, sink);
      },
      output.flush,
    );
  });
}

/** Writes down what a sifter tells. */
function createExplainer(name: string, clean: Cleaner, paint: Palette, write: (text: string) => void): SiftSink {
  const marks: { [K in Fate]: string } = {
    record: paint.green('record   '),
    furniture: paint.dim('furniture'),
    reject: paint.red('reject   '),
  };
  const repairsOf = (block: Block): string =>
    clean(block.text)
      .repairs.map((repair) => `${' '.repeat(17)}${describe(repair, paint)}\n`)
      .join('');
  return {
    record: ({ warnings, source }) => {
      for (const warning of warnings) write(`${paint.yellow(visible(`warning, line ${source.line}: ${warning}`))}\n`);
    },
    reject: () => {},
    warn: (message) => write(`${paint.yellow(`warning: ${visible(message)}`)}\n`),
    page: (page, recognised) => write(headline(`${name}:${page.line}`, recognised, paint)),
    fate: (block, fate) => {
      for (const { number, text } of block.lines) {
        write(`${String(number).padStart(6)} ${marks[fate]} ${visible(text)}\n`);
      }
      if (fate === 'record') write(repairsOf(block));
    },
  };
}

/** What a page was taken for, how sure that is, and why. */
function headline(where: string, { markup, layout, fit, nearest }: Recognised, paint: Palette): string {
  const what = layout ? `${layout.digest}, layout ${layout.name}` : `no digest; nearest layout ${nearest.name}`;
  const lines = [paint.bold(visible(`${where}: ${what} (certainty ${fit.score.toFixed(2)}), markup ${markup.name}`))];
  if (fit.found.length > 0) lines.push(`  found: ${visible(fit.found.join(', '))}`);
  if (fit.missing.length > 0) lines.push(`  missing: ${visible(fit.missing.join(', '))}`);
  return `${lines.join('\n')}\n`;
}

function describe({ before, after, evidence, certainty }: Repair, paint: Palette): string {
  const change = `${visible(before)} → ${paint.bold(visible(after))}`;
  return `${paint.cyan('repair')} ${change} (${visible(evidence)}, certainty ${certainty.toFixed(2)})`;
}
