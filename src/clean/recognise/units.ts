// Reading single UTF-16 units of a text.

/** The unit at `at`, 0 beyond the ends. An index out of bounds given to `charCodeAt` throws V8's optimised code away. */
export const unitAt = (text: string, at: number): number => (at >= 0 && at < text.length ? text.charCodeAt(at) : 0);
