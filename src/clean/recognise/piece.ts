// What the best way through a window is made of.

/** A span of the best way that is no prose. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly command: boolean;
  /** By how much the best way beats the best one that reads this place otherwise, in log odds. */
  readonly margin: number;
  readonly shape: number;
  /** Whether it is a whole run, and how common that is in prose. */
  readonly whole: boolean;
  readonly level: number;
  /** Whether a blank stands before it. */
  readonly blank: boolean;
  /** Shapes of the atoms on both sides, `inside` where its own run goes on or the window ends. */
  readonly left: number;
  readonly right: number;
}

/** What is said of a command: its log odds, and whether they are enough. */
export interface Verdict {
  readonly odds: number;
  readonly holds: boolean;
}
