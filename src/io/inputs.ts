// What the user named on the command line, one input after another: files, folders, archive members, standard input.

/** One input: the name its records carry as their source (null for standard input), and its bytes. */
export interface Input {
  readonly name: string | null;
  /** The bytes of the input, once. Rejects with an error that has a `code` where the system gave one. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** An input that could not be read, and why, in words for a person. */
export interface InputProblem {
  readonly name: string;
  readonly reason: string;
}
