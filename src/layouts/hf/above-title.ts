// What stands between two cards: the comments on the one above, the votes and the submitter of the one below.
import type { Block } from '../../markup/block.ts';
import { Card } from './card.ts';
import type { Fact } from './known-facts.ts';

/** No paper has so many comments. */
const MANY = 1000;

/** Keeps what stands above a title until the title comes. */
export class AboveTitle {
  #upvotes: number | null = null;
  #submittedBy: string | null = null;
  /** The paper that the link to vote is for. */
  #id: string | null = null;
  /** Bare numbers: comments on the card above, votes of the one below. */
  #counts: { readonly count: number | null; readonly block: Block }[] = [];
  #blocks: Block[] = [];
  #wantsVotes = false;
  #wantsName = false;
  /** Whether a bare number stands above the first title of the page, and so above each. */
  #hasVotes: boolean | undefined;
  readonly #showsStars: boolean;

  /** A page may show the stars of each paper in front of its comments (`showsStars`). */
  constructor(showsStars: boolean) {
    this.#showsStars = showsStars;
  }

  /** A link to vote has come without the number, which stands below it in a paragraph of its own. */
  get wantsVotes(): boolean {
    return this.#wantsVotes;
  }

  /** Both the submitter and the votes of the next paper are known: its title comes next, whatever it says. */
  get wantsTitle(): boolean {
    return this.#submittedBy !== null && (this.#upvotes !== null || this.#counts.length > 0);
  }

  /** Takes a block that shows something of it. */
  push(block: Block): void {
    this.#blocks.push(block);
  }

  /** A link to vote has told which paper comes next. */
  get hasId(): boolean {
    return this.#id !== null;
  }

  /** Takes the votes of a link, which says for which paper they are, or of a label. */
  addVotes(count: number | null, id: string | null): void {
    this.#upvotes = count ?? this.#upvotes;
    this.#wantsVotes = count === null && id !== null;
    this.#id = id ?? this.#id;
  }

  /** Takes a bare number. */
  addCount(count: number | null, block: Block): void {
    if (this.#wantsVotes) this.#upvotes = count;
    else this.#counts.push({ count, block });
    this.#wantsVotes = false;
  }

  /** Takes what stands behind "Submitted by"; where that is nothing, the name comes next. */
  addSubmitter(name: string): void {
    if (this.#showsStars) this.#counts = []; // of a card whose title is missing
    if (name === '') this.#wantsName = true;
    else this.#submittedBy = name.replaceAll('\\_', '_'); // an account has no backslash in its name
  }

  /** Takes the next fact if it is the name that comes next; returns whether it is. */
  takeName(fact: Fact): boolean {
    const wanted = this.#wantsName;
    this.#wantsName = false;
    if (!wanted || (fact.kind !== 'text' && fact.kind !== 'account')) return false;
    this.addSubmitter(fact.kind === 'text' ? fact.text : fact.name);
    return true;
  }

  /** Makes the card of a title, once the one before has its comments. */
  begin(title: string, before: Card | undefined): Card {
    const isMarked = this.isMarked;
    this.#hasVotes ??= this.#counts.length > 0;
    if (this.#hasVotes || this.#submittedBy !== null) this.#upvotes ??= this.#counts.pop()?.count ?? null;
    this.giveComments(before);
    const card = new Card(title, this.#takeBlocks(), isMarked);
    card.votedId = this.#id;
    card.paper.upvotes = this.#upvotes;
    card.paper.submittedBy = this.#submittedBy;
    this.#upvotes = null;
    this.#submittedBy = null;
    this.#id = null;
    this.#wantsVotes = false;
    return card;
  }

  /** Gives a card the number of its comments, the first behind it; where two stand there, that of the stars comes first, and thousands are stars. */
  giveComments(card: Card | undefined): void {
    if (!card) return;
    const [first, second] = this.#counts;
    const isPair = this.#showsStars && this.#counts.length === 2;
    const areStars = isPair || (this.#showsStars && (first?.count ?? 0) >= MANY);
    const [stars, comments] = areStars ? [first, isPair ? second : undefined] : [undefined, first];
    this.#counts.splice(0, isPair ? 2 : 1);
    if (stars) card.paper.githubStars ??= stars.count;
    if (comments) card.paper.commentCount ??= comments.count;
    for (const each of [stars?.block, comments?.block]) {
      if (!each || !this.#blocks.includes(each)) continue;
      this.#blocks = this.#blocks.filter((block) => block !== each);
      card.blocks.push(each);
    }
  }

  /** Gives the last card of a page what is its own; returns the blocks of one whose title is missing. */
  end(card: Card | undefined): Block[] {
    this.giveComments(card);
    if (!card || this.isMarked) return this.#takeBlocks();
    card.blocks.push(...this.#takeBlocks());
    return [];
  }

  /** Returns the blocks of bare numbers where a line of the page's own shows that they belong to no card. */
  dropCounts(): Block[] {
    const isMore = this.#upvotes !== null || this.#wantsVotes || this.#submittedBy !== null;
    return this.#counts.length === 0 || isMore ? [] : this.#takeBlocks();
  }

  /** Whether something has come that may stand above the next title: a number, who submitted. */
  get isMarked(): boolean {
    return this.#counts.length > 0 || this.#upvotes !== null || this.#submittedBy !== null;
  }

  #takeBlocks(): Block[] {
    const blocks = this.#blocks;
    this.#blocks = [];
    this.#counts = [];
    return blocks;
  }
}
