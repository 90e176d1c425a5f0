// One card of a list: the paper that it shows, and the blocks that show it.
import type { Block } from '../../markup/block.ts';
import { type RawPaper, rawPaper } from '../layout.ts';
import { type Fact, lettersOf } from './facts.ts';

/** What a card shows around its title and abstract. */
export type Detail = Extract<
  Fact,
  { kind: 'date' | 'dot' | 'authors' | 'comments' | 'account' | 'stars' | 'project' | 'link' | 'mention' }
>;

/** A text and the block that it stands in. */
export interface BlockText {
  readonly text: string;
  readonly block: Block;
}

/** A card that is being read. */
export class Card {
  readonly paper: RawPaper;
  readonly blocks: Block[];
  /** A number or a name stands above its title. */
  readonly isMarked: boolean;
  /** It has shown what stands behind its abstract: a number belongs to the next card, a text to none. */
  isClosed = false;
  /** A short text behind the abstract: the organisation, when the dot or the date comes next. */
  #held: BlockText | undefined;

  /** Begins with a title and the blocks that stand above it. */
  constructor(title: string, blocks: Block[], isMarked: boolean) {
    this.paper = rawPaper(title);
    this.blocks = blocks;
    this.isMarked = isMarked;
  }

  /** Whether it has shown its date or its authors. */
  get hasFacts(): boolean {
    return this.paper.published !== null || this.paper.authorCount !== null;
  }

  /** Takes a text below the title; `held` when what comes next tells whose it is. */
  addText(text: string, block: Block): 'paper' | 'held' {
    this.decideHeld(false);
    const { abstract } = this.paper;
    if (abstract.length > 0 && isName(text)) {
      this.#held = { text, block };
      return 'held';
    }
    abstract.push(text);
    return 'paper';
  }

  /** Decides what a held text is, as a dot or the date comes next (`isByline`), or something else. */
  decideHeld(isByline: boolean): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    if (isByline) return this.addOrganization(held);
    this.paper.abstract.push(held.text);
    this.blocks.push(held.block);
  }

  /** Takes the text that is the name of the organisation. */
  addOrganization({ text, block }: BlockText): void {
    this.paper.organization ??= text;
    this.blocks.push(block);
  }

  /** Takes anything else that it shows; the first date and the first of each number count. */
  addDetail(fact: Detail): void {
    const { paper } = this;
    if (fact.kind === 'date') paper.published ??= fact.date;
    else if (fact.kind === 'authors') paper.authorCount ??= fact.count;
    else if (fact.kind === 'comments') paper.commentCount ??= fact.count;
    else if (fact.kind === 'account') paper.organization = longerName(paper.organization, fact.name);
    else if (fact.kind === 'stars') paper.githubStars ??= fact.count;
    else if (fact.kind === 'project') paper.projectPage ??= fact.url;
    if ('url' in fact && fact.url !== '') paper.links.push(fact.url);
    this.isClosed ||= fact.kind === 'date' || fact.kind === 'authors' || fact.kind === 'comments';
  }
}

/** Whether a text may be an organisation's name: it is short and no sentence. */
export const isName = (text: string): boolean => text.length <= 80 && !/[.!?]$/.test(text);

/** A picture's name comes before that of the account: "stanfordnlp", "Stanford NLP". */
function longerName(name: string | null, next: string): string {
  return name === null || (next.length > name.length && lettersOf(next) === lettersOf(name)) ? next : name;
}
