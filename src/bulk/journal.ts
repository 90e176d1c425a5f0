// The journal of an output folder: which output was made from which content. It only ever says what is safely on disk.
import { closeSync, createReadStream, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { writeAllSync } from '../io/output/write-all.ts';
import { HashSet64, hash64 } from './hash-table.ts';
import { type Entry, entryHash } from './made-before.ts';
import type { Workspace } from './workspace.ts';

/** The journal of one run. */
export interface Journal {
  /** The outputs of runs before this one. */
  readonly before: HashSet64;
  /** Notes an output that is complete on disk. */
  add(entry: Entry): void;
  /** Ends an undisturbed run: what this run did not touch (by its output's name) stays, the rest is replaced. */
  finish(touched: (out: string) => boolean): Promise<void>;
  /** Ends a disturbed run: the next one finds what was done. */
  close(): void;
}

/** Opens the journal in the folder of a run. A line that a killed run left unfinished is passed over. Rejects with the system's error. */
export async function openJournal({ folder, temporary }: Workspace): Promise<Journal> {
  const [old, fresh] = [join(folder, 'journal.jsonl'), join(folder, 'journal.new.jsonl')];
  const before = new HashSet64();
  for (const path of [old, fresh]) for await (const { entry } of entries(path)) before.add(entryHash(entry));
  if (existsSync(fresh)) await keepUnfinished(old, fresh);
  const file = openSync(fresh, 'w');
  let torn = false; // a full disk took only a part of the last line
  return {
    before,
    add: (entry) => {
      const line = `${torn ? '\n' : ''}${format(entry)}\n`;
      torn = true;
      writeText(file, line);
      torn = false;
    },
    close: () => closeSync(file),
    finish: async (touched) => {
      closeSync(file);
      await replace(old, fresh, join(temporary, 'journal'), touched);
    },
  };
}

/** What a killed run has noted goes to the end of the old journal. */
async function keepUnfinished(old: string, fresh: string): Promise<void> {
  const file = openSync(old, 'a');
  try {
    writeText(file, '\n');
    for await (const { line } of entries(fresh)) writeText(file, `${line}\n`);
  } finally {
    closeSync(file);
  }
  rmSync(fresh);
}

async function replace(old: string, fresh: string, next: string, touched: (out: string) => boolean): Promise<void> {
  const file = openSync(next, 'wx');
  const kept = new HashSet64();
  let lines: string[] = [];
  const put = (line: string): void => {
    if (lines.push(line, '\n') >= MAX_HELD_PARTS) flush();
  };
  const flush = (): void => {
    writeText(file, lines.join(''));
    lines = [];
  };
  try {
    for await (const { line, entry } of entries(old)) if (!touched(entry.out) && kept.add(hash64(line))) put(line);
    for await (const { line } of entries(fresh)) put(line);
    flush();
  } finally {
    closeSync(file);
  }
  if (statSync(next).size > 0) renameSync(next, old);
  rmSync(fresh, { force: true });
}

/** Lines and their ends are written this many at once: one system call for each would take longer than all the rest. */
const MAX_HELD_PARTS = 1024;

const writeText = (file: number, text: string): void => writeAllSync(file, Buffer.from(text));

async function* entries(path: string): AsyncGenerator<{ line: string; entry: Entry }> {
  if (!existsSync(path)) return;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const entry = parse(line);
    if (entry) yield { line, entry };
  }
}

/** An entry as it stands in the file. Its names stay: journals of earlier versions are still read. */
interface JournalLine {
  readonly out: string;
  readonly name: string | null;
  readonly hash: string;
  readonly options: string;
  readonly made: string;
}

function format({ out, name, contentHash, optionsHash, outputHash }: Entry): string {
  const line: JournalLine = { out, name, hash: contentHash, options: optionsHash, made: outputHash };
  return JSON.stringify(line);
}

function parse(text: string): Entry | undefined {
  try {
    const { out, name, hash, options, made }: Partial<JournalLine> = JSON.parse(text);
    return out !== undefined && name !== undefined && hash !== undefined && options !== undefined && made !== undefined
      ? { out, name, contentHash: hash, optionsHash: options, outputHash: made }
      : undefined;
  } catch {
    return undefined;
  }
}
