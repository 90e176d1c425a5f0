// How far a run is in its inputs: bytes that were read, or handed to workers, and those of them that are done.

/** Counts bytes and says how many more are done. */
export class HowFar {
  readonly #say: (bytes: number) => void;
  #planned = 0;
  #done = 0;

  /** Takes who wants to hear it. */
  constructor(say: (bytes: number) => void) {
    this.#say = say;
  }

  /** Bytes that were planned so far. */
  get planned(): number {
    return this.#planned;
  }

  /** `bytes` are planned, besides those before. */
  plan(bytes: number): void {
    this.#planned += bytes;
  }

  /** All is done that had been planned then. */
  doneTo(planned: number): void {
    if (planned <= this.#done) return;
    this.#say(planned - this.#done);
    this.#done = planned;
  }
}
