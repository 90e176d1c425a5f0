// Texts of which nothing but themselves tells whether they are titles: they wait for what comes behind them.
import { type Block, withMark } from '../../markup/block.ts';
import { type BlockText, isBehindName, isName } from './card.ts';
import type { CardList } from './card-list.ts';
import type { Fact } from './known-facts.ts';
import { createRoleDecider, type Decided } from './title-or-abstract.ts';

/** A text by which it is decided what it is, and what is shown where it is a title or of an abstract. */
export interface UntoldText extends BlockText {
  readonly shown: string;
}

/** Makes cards of the texts of one page, each as soon as it is decided what it is. */
export class UntoldTexts {
  readonly #cards: CardList;
  #roles = createRoleDecider<BlockText>();
  /** The texts below what stands above a title: one card's, if what stands behind an abstract comes next. */
  #group: UntoldText[] = [];
  /** How many texts the role decider was given since the last fact that only stands behind an abstract. */
  #given = 0;
  /** The last text: the organisation, when the dot or the date comes next. */
  #held: UntoldText | undefined;

  #isGroup = false;

  constructor(cards: CardList) {
    this.#cards = cards;
  }

  /** Whether texts have come since the last fact that only stands behind an abstract. */
  get isWaiting(): boolean {
    return this.#given > 0 || this.#held !== undefined;
  }

  /** Takes the next text; a number or a name may stand above it (`marked`). */
  push(next: UntoldText, marked: boolean): void {
    this.#isGroup ||= marked && !this.isWaiting;
    this.#giveHeld();
    this.#held = next;
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
    this.#takeGroup();
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
    const blocks = [
      ...this.#group.map(({ block }) => block),
      ...this.#roles.end().map(({ item }) => item.block),
      ...(this.#held ? [this.#held.block] : []),
    ];
    this.#held = undefined;
    this.#group = [];
    this.#roles = createRoleDecider();
    this.#given = 0;
    return blocks;
  }

  /** Ends the page. */
  end(): void {
    this.#giveHeld();
    this.ungroup();
    this.decide();
  }

  #giveHeld(): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    this.#given++;
    if (this.#isGroup) this.#group.push(held);
    else this.#askRole(held);
    if (this.#group.length > MAX_GROUP) this.ungroup();
  }

  /** Another number comes, or the end: it is not said that the texts are one card's. */
  ungroup(): void {
    const group = this.#group;
    this.#group = [];
    this.#isGroup = false;
    for (const each of group) this.#askRole(each);
  }

  #askRole({ text, block, shown }: UntoldText): void {
    for (const decided of this.#roles.push(text, { text: shown, block })) this.#take(decided);
  }

  /** One card: its title, the rest of that where it was wrapped, and the paragraphs of its abstract. */
  #takeGroup(): void {
    const [title, ...texts] = this.#group;
    this.#group = [];
    this.#isGroup = false;
    if (!title) return;
    const rest = texts.length > 1 && isRestOfTitle(texts[0]?.text ?? '') ? texts.shift() : undefined;
    const card = this.#cards.begin(rest ? `${title.shown} ${rest.shown}` : title.shown);
    card.blocks.push(title.block, ...(rest ? [rest.block] : []));
    for (const { shown, block } of texts) {
      card.paper.abstract.push(withMark(shown, block, false));
      card.blocks.push(block);
    }
  }

  #take({ role, item }: Decided<BlockText>): void {
    if (role === 'abstract' && this.#cards.isBehindLast) return this.#cards.refuse(item.block);
    const card = role === 'title' ? this.#cards.begin(item.text) : (this.#cards.open ?? this.#cards.begin(''));
    if (role === 'abstract') card.paper.abstract.push(withMark(item.text, item.block, false));
    card.blocks.push(item.block);
  }
}

/** No card has more texts. */
const MAX_GROUP = 64;

/** Whether a text below a title is the rest of it: it is as short as the end of a wrapped line, and no sentence. */
const isRestOfTitle = (text: string): boolean => text.length < 80 && !/[.!?:]["')\]]?$/.test(text);
