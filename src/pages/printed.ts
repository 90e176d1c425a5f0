// What a browser prints at the edges of every sheet: day, time and title above, address and number below.

/** "15/08/2025, 10:11   Daily Papers - Hugging Face" */
const ABOVE = /^\f?\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d{2}(?:\s?[AP]M)?\s{2,}\S.{0,120}$/;
/** "https://huggingface.co/papers   1/3" */
const BELOW = /^\s*https?:\/\/\S{1,300}\s{2,}\d{1,3}\/\d{1,3}\s*$/;
const LONGEST = 500;

/** Whether a line is one of those, and no text of the page. */
export function isPrintMark(text: string): boolean {
  return text.length < LONGEST && (ABOVE.test(text) || BELOW.test(text));
}
