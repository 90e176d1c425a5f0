// Abstracts that a page cut short, with dots at the end.

/** Whether a text, without the dots that say that it was cut, is the beginning of another. */
export function isBeginningOf(part: string, whole: string): boolean {
  return whole.startsWith(part.replace(/(?:…|\.{3})$/, '').trimEnd());
}
