// `papersift explain`: line by line, what was taken as what, and which repairs were made.
import { createCleaner } from '../clean/clean.ts';
import type { Cleaner, Repair } from '../clean/cleaner.ts';
import type { Input } from '../io/inputs.ts';
import { inputName } from '../io/names.ts';
import type { Block } from '../markup/block.ts';
import type { Recognised } from '../pages/recognise.ts';
import { createSifter } from '../sift.ts';
import type { Fate, SiftSink } from '../sift-sink.ts';
import { runCommand } from './command.ts';
import { eachInput, type Taker } from './each-input.ts';
import { createInOrder } from './in-order.ts';
import type { ReadFlags, TalkFlags } from './options.ts';
import { createPageWatch, type PageWatch } from './page-watch.ts';
import { createPalette, type Palette } from './palette.ts';
import { visible } from './talk.ts';

/** Runs the command and returns the exit status. */
export function runExplain(names: readonly string[], flags: ReadFlags & TalkFlags): Promise<number> {
  return runCommand(flags, async ({ talk, open }) => {
    const output = open();
    const palette = await createPalette(flags.color, 1);
    const { math, mathCertainty, markup, layout } = flags;
    const cleaner = createCleaner({ math, mathCertainty, explain: true });
    const take = ({ name: file }: Input): Taker => {
      const name = inputName(file);
      const explainer = createExplainer(name, cleaner, palette, output.write, createPageWatch(name, talk));
      const sifter = createSifter({ math, mathCertainty, markup, layout, file }, explainer);
      return {
        push: sifter.push,
        end: (cut) => {
          sifter.end();
          explainer.end(cut);
        },
      };
    };
    await eachInput(names, talk, take, output.flush);
  });
}

interface Explainer extends SiftSink {
  end(cut: boolean): void;
}

/** Writes down what a sifter tells. A layout decides on a blank line at once and on a paragraph later: lines are put in order. */
function createExplainer(
  name: string,
  clean: Cleaner,
  paint: Palette,
  write: (text: string) => void,
  watch: PageWatch,
): Explainer {
  const marks: { [K in Fate]: string } = {
    record: paint.green('record   '),
    furniture: paint.dim('furniture'),
    reject: paint.red('reject   '),
  };
  const lines = createInOrder(write);
  const repairsOf = (block: Block): string =>
    clean(block.text)
      .repairs.map((repair) => `${' '.repeat(17)}${describe(repair, paint)}\n`)
      .join('');
  return {
    record: ({ warnings, source: { line } }) => {
      for (const warning of warnings)
        lines.note(line, `${paint.yellow(visible(`warning, line ${line}: ${warning}`))}\n`);
    },
    reject: () => {},
    warn: (message) => write(`${paint.yellow(`warning: ${visible(message)}`)}\n`),
    page: (page, recognised) => {
      watch.page(page, recognised);
      lines.flush();
      write(headline(`${name}:${page.line}`, recognised, paint));
    },
    fate: (block, fate) => {
      const repairs = fate === 'record' ? repairsOf(block) : '';
      const last = block.lines.at(-1);
      for (const line of block.lines) {
        const { number, text, partial = false } = line;
        const said = `${String(number).padStart(6)} ${marks[fate]} ${visible(text)}\n`;
        lines.line(number, line === last ? said + repairs : said, partial);
      }
      if (!last) lines.note(block.at?.[0] ?? 0, repairs);
    },
    end: (cut) => {
      lines.flush();
      watch.end(cut);
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
