// What trafilatura makes of a listing: all that is said of a paper in one line, without a blank between one thing and the next.
import { cutAuthors, isName } from './names.ts';

/** Before a label that no blank stands in front of: "Tea LeavesSubjects: …". */
export const GLUED: RegExp =
  /(?<=[^\s-])(?=(?:Authors?|Comments|Subjects|Journal-ref|(?:Related )?DOI|Report-no|(?:ACM|MSC)-class):(?:\s|https?:|$))/;

/** So many names are no part of a title; it leaves out lists of fewer. */
const LEAST_NAMES = 3;

/** Cuts such a line at its labels, and between the title and the names of the authors. */
export function cutGlued(line: string): string[] {
  const [title = '', ...others] = line.split(GLUED);
  if (others.length === 0) return [line];
  const at = namesAt(title);
  return at === undefined ? [title, ...others] : [title.slice(0, at), title.slice(at), ...others];
}

/** Where the names begin that a title ends with, at a capital letter in the midst of a word. */
function namesAt(text: string): number | undefined {
  const cut = cutAuthors(text).names;
  const pieces = cut.split(', ');
  let found: number | undefined;
  let start = cut.length + 2;
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i] ?? '';
    start -= piece.length + 2;
    const glue = firstNameAt(piece);
    if (glue !== undefined && pieces.length - i >= LEAST_NAMES) found = start + glue;
    if (!isName(piece)) break;
  }
  return found;
}

/** A capital letter right behind another letter, a digit or the end of a sentence begins the first name: "RobotsAnn B. Lee", "BERTAnn Lee". */
function firstNameAt(piece: string): number | undefined {
  const end = Math.max(0, piece.length - LONGEST_NAME);
  const glue = [...piece.slice(end).matchAll(/(?<=[\p{L}\d?!.)])\p{Lu}(?=[\p{Ll}.])/gu)].map(
    (found) => end + found.index,
  );
  return glue.findLast((at) => isName(piece.slice(at)));
}

/** No name has more characters. */
const LONGEST_NAME = 100;
