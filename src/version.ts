// Which version this is.

declare const PAPERSIFT_VERSION: string;

/** The version of the program, which `scripts/build.mjs` fills in. */
export const VERSION: string = PAPERSIFT_VERSION;
