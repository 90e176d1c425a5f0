// One card of a list: the paper that it shows, and the blocks that show it.
import type { Block } from '../../markup/block.ts';
import { endsSentence } from '../../text/sentences.ts';
import { type RawPaper, rawPaper } from '../layout.ts';
import { type Fact, lettersOf, PICTURE_NAME, parseCount, withoutAccount } from './known-facts.ts';

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
  /** The id in the link to vote above its title, whose own link may have been cut off. */
  votedId: string | null = null;
  /** It has shown what stands behind its abstract: a number belongs to the next card, a text to none. */
  isClosed = false;
  /** A short text behind the abstract: the organisation, when the dot or the date comes next. */
  #held: BlockText | undefined;
  /** The text that was taken for the organisation although no abstract stood above it. */
  #onlyText: string | undefined;

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

  /** Whether a text stands below its title. */
  get hasText(): boolean {
    return this.#held !== undefined || this.paper.abstract.length > 0;
  }

  /** Takes a text below the title; `held` when what comes next tells whose it is. */
  addText(text: string, block: Block): 'paper' | 'held' {
    this.#heldIsText();
    if (isName(text)) {
      this.#held = { text, block };
      return 'held';
    }
    this.paper.abstract.push(text);
    return 'paper';
  }

  /** Decides what a held text is by what comes next; where a submitter is shown there are no abstracts, and it is a name. */
  decideHeld(next: Fact['kind'] | 'end'): void {
    const held = this.#held;
    const { abstract, submittedBy } = this.paper;
    if (!held || (!isBehindName(next) && (abstract.length > 0 || submittedBy === null))) return this.#heldIsText();
    this.#held = undefined;
    this.addOrganization(next === 'submitter' || next === 'end' ? this.#withoutCounts(held) : held);
  }

  /**
   * The page ends: a text alone may be the beginning of an abstract, if the page shows any (`hasAbstracts`). Returns the
   * block of a text below a whole abstract: the beginning of a name, or the whole of it.
   */
  end(hasAbstracts: boolean): Block | undefined {
    const held = this.#held;
    if (held && endsSentence(this.paper.abstract.at(-1) ?? '')) {
      this.#held = undefined;
      return held.block;
    }
    if (hasAbstracts) this.#heldIsText();
    else this.decideHeld('end');
    return undefined;
  }

  /** Where links were lost, the stars and the comments stand behind the name: "ByteDance 33 8". */
  #withoutCounts({ text, block }: BlockText): BlockText {
    const [, name = text, stars, comments] = WITH_COUNTS.exec(text) ?? [];
    if (stars) this.paper.githubStars ??= parseCount(stars);
    if (comments) this.paper.commentCount ??= parseCount(comments);
    return { text: name, block };
  }

  #heldIsText(): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    this.paper.abstract.push(held.text);
    this.blocks.push(held.block);
  }

  /** Takes the text that is the name of the organisation. */
  addOrganization({ text, block }: BlockText): void {
    if (this.paper.organization === null && this.paper.abstract.length === 0) this.#onlyText = text;
    this.paper.organization ??= withoutAccount(text.replace(PICTURE_NAME, ''));
    this.blocks.push(block);
  }

  /** The link to an organisation's account says which text is its name: another one was the abstract. */
  #addAccount(name: string): void {
    const { paper } = this;
    const isOther = paper.organization !== null && lettersOf(name) !== lettersOf(paper.organization);
    if (isOther && this.#onlyText !== undefined) {
      paper.abstract.push(this.#onlyText);
      paper.organization = name;
    } else paper.organization = longerName(paper.organization, name);
    this.#onlyText = undefined;
  }

  /** Takes anything else that it shows; the first date and the first of each number count. */
  addDetail(fact: Detail): void {
    const { paper } = this;
    if (fact.kind === 'date') paper.published ??= fact.date;
    else if (fact.kind === 'authors') paper.authorCount ??= fact.count;
    else if (fact.kind === 'comments') paper.commentCount ??= fact.count;
    else if (fact.kind === 'account') this.#addAccount(fact.name);
    else if (fact.kind === 'stars') paper.githubStars ??= fact.count;
    else if (fact.kind === 'project') paper.projectPage ??= fact.url;
    if ('url' in fact && fact.url !== '') paper.links.push(fact.url);
    this.isClosed ||= fact.kind === 'date' || fact.kind === 'authors' || fact.kind === 'comments';
  }
}

const WITH_COUNTS = /^(.*?\p{L}.*?)(?: (\d[\d.,]*[km]?))? (\d[\d.,]*[km]?)$/iu;

/** Whether a fact is one that an organisation's name stands before. */
export const isBehindName = (kind: Fact['kind'] | 'end'): boolean => kind === 'dot' || kind === 'date';

/** Whether a text may be an organisation's name: it is short and no sentence. */
export const isName = (text: string): boolean => text.length <= 80 && !/[.!?。！？]$/.test(text);

/** A picture's name comes before that of the account: "stanfordnlp", "Stanford NLP". */
function longerName(name: string | null, next: string): string {
  return name === null || (next.length > name.length && lettersOf(next) === lettersOf(name)) ? next : name;
}
