// A file that appears only when it is complete, and what a killed run has left of one.
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../alive.ts';
import type { Compression } from '../codecs/compress.ts';
import { descriptorSink } from './descriptor.ts';
import type { Landing } from './landing.ts';
import type { Sink } from './sink.ts';

/** Makes the sink of a file: what is written lies under a temporary name beside it until `close`. Throws the system's error. */
export function temporarySink({ path: target, mode }: Landing, compression: Compression | null): Sink {
  // Not joined, which would make y of x/../y: there may be no x, or a link.
  const temporary = `${dirname(target)}/${temporaryName(target)}`;
  const fd = openSync(temporary, 'wx', 0o666);
  let open = true;
  const sink = descriptorSink(fd, compression);
  const finish = (): void => {
    if (open) closeSync(fd);
    open = false;
  };
  return {
    ...sink,
    close: async () => {
      await sink.close();
      if (mode !== null) chmodSync(temporary, mode);
      fsyncSync(fd);
      finish();
      renameSync(temporary, target);
    },
    abort: () => {
      finish();
      rmSync(temporary, { force: true });
    },
  };
}

const temporaryName = (target: string): string =>
  `${temporaryStart(target)}${process.pid}-${process.hrtime.bigint()}${TEMPORARY_END}`;

const temporaryStart = (target: string): string => `.${basename(target).slice(0, 100)}.`;
const TEMPORARY_END = '.tmp';

/** The process that a temporary file of this target belongs to; nothing when the name is none of those. */
function ownerOf(name: string, target: string): number | undefined {
  const start = temporaryStart(target);
  if (!name.startsWith(start) || !name.endsWith(TEMPORARY_END)) return undefined;
  const pid = /^(\d+)-\d+$/.exec(name.slice(start.length, -TEMPORARY_END.length))?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/** Removes the temporary files of {@link temporarySink} for this file whose process is no more. */
export function removeLeft(path: string): void {
  try {
    const target = existsSync(path) ? realpathSync(path) : path;
    for (const name of readdirSync(dirname(target))) {
      const owner = ownerOf(name, target);
      if (owner !== undefined && !isAlive(owner)) rmSync(join(dirname(target), name), { force: true });
    }
  } catch {
    // One may write into a folder without seeing what is there.
  }
}
