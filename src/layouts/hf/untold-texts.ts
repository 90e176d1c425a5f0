// Texts of which nothing but themselves tells whether they are titles: they wait for what comes behind them.
import type { Block } from '../../markup/block.ts';
import { type BlockText, isBehindName, isName } from './card.ts';
import type { CardList } from './card-list.ts';
import type { Fact } from './known-facts.ts';
import { createRoleDecider, type Decided } from './title-or-abstract.ts';

/** Makes cards of the texts of one page, each as soon as it is decided what it is. */
export class UntoldTexts {
  readonly #cards: CardList;
  #roles = createRoleDecider<Block>();
  /** How many texts the role decider was given since the last fact that only stands behind an abstract. */
  #given = 0;
  /** The last text: the organisation, when the dot or the date comes next. */
  #held: BlockText | undefined;

  constructor(cards: CardList) {
    this.#cards = cards;
  }

  /** Whether texts have come since the last fact that only stands behind an abstract. */
  get isWaiting(): boolean {
    return this.#given > 0 || this.#held !== undefined;
  }

  /** Takes the next text. */
  push(text: string, block: Block): void {
    this.#giveHeld();
    this.#held = { text, block };
  }

  /** Decides whether the last text is a name, as a dot or the date comes next, or something else. */
  decideHeld(next: Fact['kind']): void {
    const held = this.#held;
    if (!held || !isBehindName(next) || this.#given === 0 || !isName(held.text)) return this.#giveHeld();
    this.#held = undefined;
    this.decide();
    this.#cards.open?.addOrganization(held);
  }

  /** Takes note of a fact that only stands behind an abstract: which texts before it are titles can be decided. */
  decide(): void {
    for (const decided of this.#roles.end()) this.#take(decided);
    this.#roles = createRoleDecider();
    this.#given = 0;
  }

  /** Takes note of an author's picture, which only stands behind the texts of a card that is still undecided. */
  decideAtPicture(): void {
    if (this.#given >= 1 && !this.#cards.reading) this.decide();
  }

  /** Returns the blocks of what has not been decided: none of it is of a paper. */
  drop(): Block[] {
    const blocks = [...this.#roles.end().map(({ item }) => item), ...(this.#held ? [this.#held.block] : [])];
    this.#held = undefined;
    this.#roles = createRoleDecider();
    this.#given = 0;
    return blocks;
  }

  /** Ends the page. */
  end(): void {
    this.#giveHeld();
    this.decide();
  }

  #giveHeld(): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    this.#given++;
    for (const decided of this.#roles.push(held.text, held.block)) this.#take(decided);
  }

  #take({ role, item }: Decided<Block>): void {
    if (role === 'abstract' && this.#cards.isBehindLast) return this.#cards.refuse(item);
    const card = role === 'title' ? this.#cards.begin(item.text) : (this.#cards.open ?? this.#cards.begin(''));
    if (role === 'abstract') card.paper.abstract.push(item.text);
    card.blocks.push(item);
  }
}
