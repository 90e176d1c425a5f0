// Numbers in sentences.

/** How many of something there are, in words: `1 page`, `2 pages`. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
