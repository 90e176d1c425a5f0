// What a block of a Hugging Face page says: its links and texts one after the other, or its lines.
import { type Block, partsOf, shownLines } from '../../markup/block.ts';
import { endsSentence } from '../../text/sentences.ts';
import { rowsFacts } from './card-rows.ts';
import {
  anchorLabel,
  type Fact,
  FURNITURE_FACT,
  knownFact,
  lettersOf,
  MAX_FACT,
  once,
  withoutAccount,
} from './known-facts.ts';
import { isMention, linkFact, paperLinkOf } from './link-facts.ts';
import { isHeadBlock, isHeadLine, MAX_HEAD_LINE } from './signs.ts';
import { textFacts } from './text-facts.ts';
import { MONTH, SUBMITTED_BY } from './words.ts';

/** A lone "-" is how Markdown shows a vote that nobody has cast, or an item that held only a picture. */
const EMPTY_ITEM: Fact = { kind: 'count', count: null };

/** Reads a block; neighbouring texts stay one text, so a sentence with links in it is not torn. */
export function factsOf(block: Block): Fact[] {
  if (isHeadBlock(block) && !paperLinkOf(block)) return [FURNITURE_FACT];
  if (block.parts.length === 0) {
    if (block.text === '' && block.kind === 'item') return [EMPTY_ITEM];
    return rowsFacts(block) ?? lineFacts(block) ?? namedFacts(block) ?? textFacts(block.text);
  }
  const facts: Fact[] = [];
  const mentions: Fact[] = [];
  let text = '';
  const flush = (): void => {
    if (text.trim() !== '') facts.push(...textFacts(text.trim()));
    text = '';
  };
  for (const part of partsOf(block)) {
    const fact = part.url === undefined ? undefined : (linkFact(part, part.url, text) ?? nameBehind(text, part.text));
    if (!fact) {
      text += part.url === '' && block.kind !== 'heading' ? spacedLabel(part.text) : part.text;
      if (part.url && isMention(part.url)) mentions.push({ kind: 'mention', url: part.url });
    } else {
      flush();
      facts.push(fact);
    }
  }
  flush();
  return [...facts, ...mentions];
}

/** Where blank lines were lost, the facts of a card stand in lines of one paragraph: each line is a text of its own. */
function lineFacts(block: Block): Fact[] | undefined {
  if (block.lines.length < 2 || block.lines.length > MAX_FACT || block.kind === 'heading') return undefined;
  const lines = shownLines(block).map((line) => line.replace(/^[\s*•-]+(?=\S)/, '').trim());
  const isSure = lines.some((line) => line.length < MAX_HEAD_LINE && (SURE_LINE.test(line) || isHeadLine(line)));
  if (!isSure && !lines.every(isKnown)) return undefined;
  if (lines.some((line, i) => i > 0 && GOES_ON.test(line) && isKnown(lines[i - 1] ?? ''))) return undefined;
  if (lettersOf(lines.join('')) !== lettersOf(block.text)) return undefined; // there are marks in the lines
  return lines.flatMap((line) => (isHeadLine(line) ? [FURNITURE_FACT] : textFacts(line)));
}

/** What a link in a text reads: the blanks at its ends are the text's. */
const spacedLabel = (text: string): string =>
  text.trim() === '' ? '' : text.replace(/\S.*\S|\S/s, (label) => anchorLabel(label));

/** Text browsers put an organisation right behind an abstract whose last line is full; its picture has its name, too. */
function nameBehind(text: string, behind: string): Extract<Fact, { kind: 'account' }> | undefined {
  const shown = behind.trim();
  const name = withoutAccount(once(shown));
  const isName = shown.length <= MAX_FACT && name !== shown && !endsSentence(shown);
  return isName && endsSentence(text.trimEnd()) ? { kind: 'account', name } : undefined;
}

/** The same where links were lost: the last line is the name. */
function namedFacts(block: Block): Fact[] | undefined {
  const last = block.lines.length > 1 ? (shownLines(block).at(-1)?.trim() ?? '') : '';
  if (last === '' || !block.text.endsWith(last)) return undefined;
  const text = block.text.slice(0, -last.length).trim();
  const name = nameBehind(text, last);
  return (
    name && [
      { kind: 'text', text, apart: true },
      { kind: 'text', text: name.name, apart: true },
    ]
  );
}

/** A sentence in which a line says by chance what a fact says: "coded by / 3 authors / of this study". */
const GOES_ON = /^\p{Ll}\S* \S+ \S/u;

const isKnown = (line: string): boolean =>
  line.length <= MAX_FACT && (MONTH.test(line) || knownFact(line) !== undefined);

/** No line of an abstract is like these. */
const SURE_LINE = new RegExp(
  `^[·•]$|^(?:[·•]\\s*)?\\d+ authors$|^.{0,80}· ?[a-z]{3} \\d{1,2}(?:, \\d{4})?(?: \\d+)?$|${SUBMITTED_BY.source}\\S*$`,
  'i',
);
