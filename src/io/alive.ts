// Whether a process is still there, or only another one that got its number.
import { readFileSync } from 'node:fs';

/** Is there a process of this number, and, where both are known, did it start then? */
export function isAlive(pid: number, start = ''): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const now = startOf(pid);
  return start === '' || now === '' || start === now;
}

/** When a process started, in the words of the system; empty where it does not say. */
export function startOf(pid: number): string {
  try {
    // The name of the program stands in brackets before all numbers, and may hold anything.
    return (
      readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? ''
    );
  } catch {
    return '';
  }
}
