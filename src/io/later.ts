// Reads and writes that may have to wait for somebody else, by the thread pool.

type Done = (error: NodeJS.ErrnoException | null, size: number) => void;

let waiting = 0;

/** Is a read or a write under way that may wait for ever? */
export function isWaiting(): boolean {
  return waiting > 0;
}

/**
 * Starts a read or write of node:fs and gives the number of bytes. A pipe that was set not to block is asked again
 * after a moment. Rejects with the system's error.
 */
export async function later(start: (done: Done) => void): Promise<number> {
  waiting++;
  try {
    return await new Promise((resolve, reject) => {
      const done: Done = (error, size) => {
        if (error?.code === 'EAGAIN') setTimeout(start, 3, done);
        else if (error) reject(error);
        else resolve(size);
      };
      start(done);
    });
  } finally {
    waiting--;
  }
}
