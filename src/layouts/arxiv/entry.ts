// One entry of arXiv's mailings: its id, its labelled fields, the lines of its abstract.

import { indentOf } from '../../markup/wrapped.ts';
import { ARXIV_ID } from '../../text/addresses.ts';
import { dateOfMail } from '../../text/dates.ts';
import type { RawPaper } from '../layout.ts';
import { addAuthors } from './names.ts';

/** Its first line: "arXiv:2408.16048 (*cross-listing*)"; "Paper (*cross-listing*): hep-th/9901001" until 2007. */
const ENTRY = new RegExp(
  String.raw`^(?:Paper(?:\s*\(\*cross-listing\*\))?:\s*(?:arXiv:)?|arXiv:\s*)(${ARXIV_ID})(?:v\d+)?\s*(?:[([].*)?$`,
);

/** The id that a line begins an entry with; undefined for any other line. */
export const idOfEntry = (line: string): string | undefined => ENTRY.exec(line)?.[1];

/** What stands in front of a value; in any other line the value above goes on. */
const FIELD =
  /^(Date|Title|Authors?|Categories|Comments?|Abstract|From|(?:Subj|ACM|MSC|PACS)-class|Journal-ref|DOI|Report-no|Proxy|License)(\s*\([^)]*\))?:\s*(.*)$/;

/** A field that is being read: its value may go on in the next block. */
export interface OpenField {
  name: string;
  value: string;
}

/** Reads the lines of a block into the field that is open, and those before it into the paper. */
export function readFields(lines: readonly string[], open: OpenField, paper: RawPaper): void {
  for (const text of lines) {
    const [, name, version, value = ''] = FIELD.exec(text) ?? [];
    if (name !== undefined) {
      closeField(open, paper);
      open.name = name === 'Date' && version !== undefined ? 'Date of a later version' : name;
      open.value = value.trim();
    } else if (open.name !== '' && text.trim() !== '') open.value += ` ${text.trim()}`;
  }
}

/** Leaves out of a field that the page cut off what it shows of an affiliation. */
export function cutField(open: OpenField): void {
  if (open.name.startsWith('Author')) open.value = open.value.replace(/\([^()]*$/, '').trim();
}

/** Reads the field that is open into the paper. */
export function closeField(open: OpenField, paper: RawPaper): void {
  const { value } = open;
  switch (open.name) {
    case 'Title':
      paper.title = value;
      break;
    case 'Author':
    case 'Authors':
      addAuthors(paper, value);
      break;
    case 'Categories':
      paper.categories = value.split(/[\s,;]+/).filter((each) => each !== '');
      break;
    case 'Comment':
    case 'Comments':
      paper.note = value;
      break;
    case 'Abstract':
      paper.abstract = [value];
      break;
    case 'DOI':
      paper.doi = /\b10\.\d{4,9}\/[^\s;,]+/.exec(value)?.[0].toLowerCase() ?? null;
      break;
    case 'Date':
      paper.published ??= dateOfMail(value) ?? null;
  }
  open.name = '';
  open.value = '';
}

/** A line of an abstract; `gap`: a blank line stood above it. */
export interface AbstractLine {
  readonly text: string;
  readonly gap: boolean;
}

/**
 * Puts the lines of an abstract together. arXiv sets in the first line of each paragraph and writes no blank lines: where
 * that is still to be seen nothing else counts.
 */
export function paragraphsOf(lines: readonly AbstractLine[]): string[] {
  const indents = lines.map(({ text }) => indentOf(text));
  const [first = 0, ...others] = indents;
  const base = others.reduce((least, indent) => Math.min(least, indent), first);
  const areSetIn = first > base;
  const paragraphs: string[] = [];
  lines.forEach(({ text, gap }, at) => {
    const begins = areSetIn ? (indents[at] ?? 0) > base : gap && ends(lines[at - 1]?.text ?? '');
    const above = begins ? undefined : paragraphs.pop();
    paragraphs.push(above === undefined ? text.trim() : `${above} ${text.trim()}`);
  });
  return paragraphs;
}

/** Whether a line may be the last of a paragraph; one that fills arXiv's width goes on, whatever blank lines were put below it. */
const ends = (line: string): boolean =>
  /[.!?:]["')\]]*$/.test(line.trim()) && !(line.length >= NEARLY_FULL && line.length <= WIDTH);

const NEARLY_FULL = 66;
const WIDTH = 80;
