// What may have to wait for somebody else, by the thread pool.

type Callback = (error: NodeJS.ErrnoException | null, result: number) => void;

let waiting = 0;

/** Is something under way that may wait for ever? */
export function isWaiting(): boolean {
  return waiting > 0;
}

/**
 * Starts an open, a read or a write of node:fs and gives the descriptor or the number of bytes. A pipe that was set not
 * to block is asked again after a moment. Rejects with the system's error.
 */
export async function later(start: (done: Callback) => void): Promise<number> {
  waiting++;
  try {
    return await new Promise((resolve, reject) => {
      const done: Callback = (error, result) => {
        if (error?.code === 'EAGAIN') setTimeout(start, 3, done);
        else if (error) reject(error);
        else resolve(result);
      };
      start(done);
    });
  } finally {
    waiting--;
  }
}
