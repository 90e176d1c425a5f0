// How much of a page a markup holds at most.

/** A text is cut behind so many lines: no abstract has so many, and memory must stay bounded. */
export const MAX_LINES = 2000;
/** The same in characters. */
export const MAX_TEXT: number = 1 << 20;

/** At most this many characters are held back to wait for the addresses of links; what is longer goes on without them. */
export const MAX_HELD = 8_000_000;
