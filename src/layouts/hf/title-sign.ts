// How a page's titles are told from the rest of its cards, found out from its first blocks.
import type { Block } from '../../markup/block.ts';
import { factsOf } from './facts.ts';
import type { Fact } from './known-facts.ts';
import { isHeadLine } from './signs.ts';

/** How titles are told from the rest of a card: they are headings, they are the first link to a paper, or nothing but their text tells. */
export interface TitleSign {
  readonly by: 'heading' | 'link' | 'text';
  /** The level of headings that are titles. */
  readonly level?: number;
  /** Every title leads to its paper: another heading of the same level is none. */
  readonly linked?: boolean;
  /** The scraper has numbered the titles: "1. ", "2. ". */
  readonly numbered?: boolean;
  /** The page has its own head: a text above that is none of the page. */
  readonly head?: boolean;
  /** Every card begins with who submitted its paper: the votes come next, the title behind them. */
  readonly submitters?: boolean;
}

/** Finds out from the first blocks how this page's titles are told. */
export function titleSign(look: readonly Block[]): TitleSign {
  const facts = look.map((block) => ({ block, facts: factsOf(block) }));
  const submitters = facts.flatMap(({ facts: own }) => own).filter(({ kind }) => kind === 'submitter').length >= 2;
  const sign = byWhat(facts);
  return { ...sign, head: sign.by !== 'heading' && look.some((block) => isHeadLine(block.text)), submitters };
}

interface Known {
  readonly block: Block;
  readonly facts: readonly Fact[];
}

function byWhat(facts: readonly Known[]): Pick<TitleSign, 'by' | 'level' | 'linked' | 'numbered'> {
  const headings = facts.filter(({ block, facts: own }) => block.kind === 'heading' && own.some(isWords));
  const linked = headings.filter(({ facts: own }) => own.some((fact) => fact.kind === 'paper'));
  if (linked.length > 0) return { by: 'heading', linked: true, ...levelOf(linked) };
  const byLink = facts.some(({ facts: own }) => own.some((fact) => fact.kind === 'paper' && fact.text !== ''));
  if (headings.length > 0 && !byLink) return { by: 'heading', ...levelOf(headings) };
  return { by: byLink ? 'link' : 'text' };
}

/** The level that most headings have, and whether those are numbered from 1 on. */
function levelOf(headings: readonly Known[]): Pick<TitleSign, 'level' | 'numbered'> {
  const level = commonLevel(headings);
  const titles = headings.filter(({ block }) => block.level === level).map(({ block }) => block.text);
  const numbered = titles.length > 1 && titles.every((title, i) => title.startsWith(`${i + 1}. `));
  return { level, numbered };
}

function commonLevel(headings: readonly { block: Block }[]): number {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const { block } of headings) counts[block.level ?? 1] = (counts[block.level ?? 1] ?? 0) + 1;
  return counts.lastIndexOf(Math.max(...counts));
}

const isWords = (fact: Fact): boolean => fact.kind === 'text' || (fact.kind === 'paper' && fact.text !== '');
