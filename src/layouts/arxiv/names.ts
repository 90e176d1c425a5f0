// Author lists as arXiv writes them.
import type { RawPaper } from '../layout.ts';

/** Adds the authors of a list to a paper, and how many more it says that it does not show. */
export function addAuthors(paper: RawPaper, list: string): void {
  const { names, more } = cutAuthors(list);
  paper.authors.push(...splitAuthors(names));
  if (more > 0) paper.authorCount = paper.authors.length + more;
}

/** Adds the next line of a list; a name that no comma ends goes on from the line above. */
export function addMoreAuthors({ authors }: RawPaper, above: string, line: string): void {
  const [first = '', ...others] = splitAuthors(line);
  const isOpen = /,.*[^,\s]$/.test(above) && authors.length > 0 && !/^(?:and|et)\s/.test(line);
  if (isOpen) authors.push(`${authors.pop()} ${first}`, ...others);
  else authors.push(...splitAuthors(line));
}

/** Splits at commas and "and"; affiliations in parentheses are left out, and "et al". */
export function splitAuthors(value: string): string[] {
  let names = value
    .replace(CUT_AFFILIATIONS, '')
    .replace(COLLABORATION, '$1, ')
    .replace(RAISED, '')
    .replace(SUFFIX, ' $1');
  for (let depth = 0; depth < MAX_DEPTH && names.includes('('); depth++)
    names = names.replace(/(?<!\s)\s*\([^()]*\)/g, '');
  return names
    .split(/[,;]\s*(?:and\s+)?|\sand\s+|\s\\?&\s/)
    .map((name) => name.trim().replace(/(?:^|\s)et\.?\s+al\.?$/, ''))
    .filter((name) => name !== '');
}

/** "A. Lee$^{1,2}$": marks of affiliations. */
const RAISED = /\$\s?\^[^$]{1,30}\$/g;

/** "John Smith, Jr." is one name. */
const SUFFIX = /,\s+((?:Jr|Sr)\.?|I{2,3}|IV)(?=$|[\s,;(])/g;

/** "((1) MIT, (2) Yale" at the end: nothing closes it where the page was cut off. */
const CUT_AFFILIATIONS = /\(\s*\([^()]*\)[^()]*(?:\([^()]*\)[^()]*)*$/;

/** "The X Collaboration: A. Lee, …". */
const COLLABORATION = /^([^,:;]{3,80}\b(?:Collaborations?|Consortium|Group|Team)\s*(?:\([^()]*\))?\s*):\s/i;

/** Parentheses in more others are text: hostile input nests them without end. */
const MAX_DEPTH = 8;

/** Takes "et al. (12 additional authors not shown)" off the end of a list, and says how many those are. */
export function cutAuthors(value: string): { names: string; more: number } {
  const cut = /\((\d+) additional authors? not shown\)\s*$/.exec(value);
  if (!cut) return { names: value, more: 0 };
  const names = value.slice(0, cut.index).trimEnd();
  return {
    names: names
      .replace(/et al\.?$/, '')
      .trimEnd()
      .replace(/,$/, ''),
    more: Number(cut[1]),
  };
}

/**
 * In which line of a title its authors begin, where a text browser has left no room between the two and nothing else
 * names them; nothing when no line at its end shows names.
 */
export function authorsIn(lines: readonly string[]): number | undefined {
  let found: number | undefined;
  for (let at = lines.length - 1; at > 0 && mayListNames(lines[at] ?? '', at === lines.length - 1); at--)
    if (namesIn(lines.slice(at).join(' ')).every((name) => NAME.test(name))) found = at;
  return found;
}

/** A line above the last one is of authors when a comma shows it: "Buck Converters" could be a name. Lines end within names. */
function mayListNames(line: string, isLast: boolean): boolean {
  const names = isLast ? namesIn(line) : line.split(',').map((name) => name.trim());
  return (
    (isLast || names.length > 1) &&
    names.every((name, i) => (i > 0 && i < names.length - 1 ? NAME : PART_OF_NAME).test(name))
  );
}

const namesIn = (text: string): string[] => splitAuthors(cutAuthors(text).names);

/** Two to five words, each with a capital letter or a particle: "Maria del Carmen Ruiz", "Jean-Paul O'Neil", "A. B. Lee". */
const NAME = /^(?:(?:\p{Lu}[\p{L}\p{M}'’.-]*|d[aeiou]s?|del|der|den|la|le|van|von|ten|bin|al|el)(?: |$)){2,5}$/u;

/** Whether a text may be the name of one person. */
export const isName = (text: string): boolean => NAME.test(text);

/** Whether a text is a list of several things of which any may be the name of a person. */
export const listsNames = (text: string): boolean => namesIn(text).length > 1 && namesIn(text).some(isName);

const PART_OF_NAME = new RegExp(NAME.source.replace('{2,5}', '{0,5}'), 'u');
