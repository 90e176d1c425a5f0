// Numbers in sentences.

/** How many of something there are, in words: `1 page`, `2 pages`. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** How many files and members were not even looked into, and why that may be; nothing when there were none. */
export function sayPassedOver(number: number): string[] {
  return number === 0
    ? []
    : [`${count(number, 'file')} passed over (no text, hidden, a link, or an answer other than 200)`];
}
