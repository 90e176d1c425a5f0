// `papersift convert`: runs it, shows how far it is, and says at the end what was done.
import { readdirSync } from 'node:fs';
import type { Summary } from '../bulk/account.ts';
import type { BulkOptions, Target } from '../bulk/options.ts';
import { type BulkEvents, convert } from '../bulk/run.ts';
import { unlessStopped } from '../bulk/until-stopped.ts';
import { isWaiting } from '../io/later.ts';
import { OutputError, reasonOf } from '../io/reasons.ts';
import { count, sayPassedOver } from './count.ts';
import { formatByName } from './format-by-name.ts';
import { createPalette } from './palette.ts';
import type { ConvertFlags } from './plan-run.ts';
import { createProgress, type Progress } from './progress.ts';
import { openReport, type Report } from './report.ts';
import { hearOfLimits, stopOnSignal } from './signals.ts';
import { createTalk, type Talk } from './talk.ts';

export { planRun } from './plan-run.ts';

/** Runs the command as it was planned and returns the exit status. */
export async function runConvert(options: BulkOptions, flags: ConvertFlags): Promise<number> {
  const talk = createTalk(flags.quiet ? 'quiet' : 'verbose', await createPalette(flags.color, 2));
  const progress = await createProgress(options, flags, talk);
  const stop = stopOnSignal();
  hearOfLimits();
  let report: Report | undefined;
  try {
    report = flags.report === undefined ? undefined : openReport(flags.report);
    const start = performance.now();
    const summary = await convert(options, eventsOf(talk, progress, report, stop.signal), stop.signal);
    progress.stop();
    const reported = report?.finish(summary, seconds(start)).catch((error) => talk.problem(null, reasonOf(error)));
    await unlessStopped(reported, stop.signal);
    if (stop.signal.aborted) await Promise.race([reported, waitedInVain()]); // a pipe may let us wait for its reader
    talk.note(sentence(summary, seconds(start)));
    if (summary.stopped || summary.failed) {
      const how = summary.stopped ? 'stopped' : 'ended before its time';
      talk.note(`${how}; ${await whatIsLeft(progress.left(), options.target)}`);
    } else {
      warnOfFolder(flags, talk);
      warnOfShards(flags, talk);
    }
    if (flags.strict && summary.warnings > 0) return stop.status() ?? 1;
  } catch (error) {
    progress.stop();
    report?.abort();
    talk.problem(error instanceof OutputError ? null : flags.output, reasonOf(error));
  } finally {
    talk.flush();
  }
  stop.end(); // a page that is still being read in this thread is given up
  return talk.problems() > 0 ? 1 : 0;
}

function eventsOf(talk: Talk, progress: Progress, report: Report | undefined, signal: AbortSignal): BulkEvents {
  return {
    problem: ({ name, reason }) => progress.aside(() => talk.problem(name, reason)),
    read: (bytes) => progress.read(bytes),
    done: (row) => {
      progress.done(row.records, signal.aborted);
      report?.row(row);
    },
  };
}

/** Resolves when a moment has passed and somebody lets us wait; the disk, which takes what it takes, does not. */
function waitedInVain(): Promise<void> {
  return new Promise((resolve) => {
    setInterval(() => isWaiting() && resolve(), MOMENT_MS).unref();
  });
}

const MOMENT_MS = 500;

const seconds = (start: number): number => Math.round(performance.now() - start) / 1000;

function sentence(summary: Summary, time: number): string {
  const { pages, records, repairs, warnings, rejects, bytes, unchanged, problems, skipped, joined } = summary;
  const more = [
    problems > 0 ? count(problems, 'problem') : '',
    unchanged > 0 ? `${count(unchanged, 'input')} unchanged since the last run` : '',
    joined > 0 ? `${count(joined, 'showing')} joined with an earlier one` : '',
    ...sayPassedOver(skipped),
  ].filter((part) => part !== '');
  const counts = [
    count(pages, 'page'),
    count(records, 'record'),
    `${count(repairs, 'text')} repaired`,
    count(warnings, 'warning'),
    count(rejects, 'rejected line'),
  ].join(', ');
  const rate = `${(bytes / 1e6).toFixed(1)} MB in ${time.toFixed(1)} s (${(bytes / 1e6 / Math.max(time, 0.001)).toFixed(1)} MB/s)`;
  return [counts, rate, ...more].join(', ');
}

/** A folder that is called as a file of records may have been meant to be one. */
function warnOfFolder({ merge, output }: ConvertFlags, talk: Talk): void {
  if (!merge && formatByName(output) !== undefined) talk.warning(output, 'this is a folder; with --merge it is a file');
}

/** Whoever reads all shards of a folder would read those of a run before, too. */
function warnOfShards({ shard, output }: ConvertFlags, talk: Talk): void {
  if (shard === undefined) return;
  const shards = readdirSync(output).filter((name) => /^papers-\d+-of-\d+\./.test(name));
  const others = shards.filter((name) => !name.includes(`-of-${shard}.`));
  const [first] = others;
  if (first) talk.warning(output, `${others.length} files of another --shard are still there, as ${first}`);
}

async function whatIsLeft(left: Promise<string>, target: Target): Promise<string> {
  const how = target.kind === 'mirror' ? 'the same command goes on from here' : 'nothing was written; start again';
  return `${await left}: ${how}`;
}
