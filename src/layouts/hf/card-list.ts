// The cards of a page one after the other, and what those that were read tell of the last one.
import type { Block } from '../../markup/block.ts';
import type { LayoutSink } from '../layout.ts';
import type { AboveTitle } from './above-title.ts';
import type { Card } from './card.ts';
import type { TitleSign } from './title-sign.ts';

/** Begins and ends the cards of one page; hands on the paper of each when it ends. */
export class CardList {
  readonly #sign: TitleSign;
  readonly #above: AboveTitle;
  readonly #sink: LayoutSink;
  #open: Card | undefined;
  /** A card has shown its date. */
  #isDated = false;
  /** A card has shown an abstract. */
  #hasAbstracts = false;
  /** How many cards have something above the title, and a date or authors; -Infinity once one has not. */
  #whole = 0;
  /** The same without the last of them, which the end of the page may have cut off. */
  #wholeBefore = 0;
  #isEnd = false;
  /** The title of the last card that has ended. */
  #lastTitle = '';

  constructor(sign: TitleSign, above: AboveTitle, sink: LayoutSink) {
    this.#sign = sign;
    this.#above = above;
    this.#sink = sink;
  }

  /** The card that has begun and has not ended. */
  get open(): Card | undefined {
    return this.#open;
  }

  /** The open card, until it has shown what stands behind its abstract. */
  get reading(): Card | undefined {
    return this.#open?.isClosed ? undefined : this.#open;
  }

  /** The open card has shown what stands behind its abstract: what comes is none. */
  get isBehindLast(): boolean {
    return this.#open?.isClosed === true;
  }

  /** Takes a block that is part of no card. */
  refuse(block: Block): void {
    this.#sink.reject(block, NO_PART);
  }

  /** Begins the card of a title; "" where the text of a card begins with its abstract. */
  begin(title: string): Card {
    const shown = this.#sign.numbered ? title.replace(/^\d{1,4}\. /, '') : title;
    const next = this.#above.begin(shown, this.#open);
    this.#endCard();
    this.#open = next;
    return next;
  }

  /** Ends the open card where something shows that the next title is to come. */
  close(): void {
    this.#above.giveComments(this.#open);
    this.#endCard();
  }

  /** The page says that it has no papers: what was taken for the title of one is none. */
  dropEmpty(): void {
    const card = this.#open;
    if (!card || card.paper.abstract.length > 0 || card.paper.arxivId !== null || card.hasFacts) return;
    this.#open = undefined;
    for (const block of card.blocks) this.refuse(block);
  }

  /** Ends the page. */
  end(): void {
    this.#endTitle();
    if (this.#isDated && this.#open?.hasFacts === false)
      this.#open.paper.warnings.push('the page ends in the middle of this paper');
    const name = this.#open?.end(this.#hasAbstracts);
    if (name) this.#sink.reject(name, 'the page ends behind it');
    this.#isEnd = true;
    const rest = this.#above.end(this.#open);
    this.#endCard();
    for (const block of rest) this.#sink.reject(block, 'the page ends before the title of this paper');
  }

  /** A title that is the beginning of the one before, and nothing behind it: its second showing was cut off in the title. */
  #endTitle(): void {
    const paper = this.#open?.paper;
    if (!paper || paper.title === '' || paper.abstract.length > 0 || this.#open?.hasFacts) return;
    if (this.#lastTitle.startsWith(paper.title)) paper.title = this.#lastTitle;
  }

  #endCard(): void {
    const card = this.#open;
    this.#open = undefined;
    if (!card) return;
    card.decideHeld('submitter');
    if (this.#isForeign(card)) {
      for (const block of card.blocks) this.refuse(block);
      return;
    }
    this.#isDated ||= card.paper.published !== null;
    this.#hasAbstracts ||= card.paper.abstract.length > 0;
    this.#wholeBefore = this.#whole;
    this.#whole += card.isMarked && card.hasFacts ? 1 : -Infinity;
    this.#lastTitle = card.paper.title;
    card.paper.arxivId ??= card.votedId;
    this.#sink.paper(card.paper, card.blocks);
  }

  /** Where nothing but the text tells a title, what shows nothing of a card behind others that show all is none. */
  #isForeign(card: Card): boolean {
    const whole = this.#isEnd ? Math.max(this.#whole, this.#wholeBefore) : this.#whole;
    return this.#sign.by === 'text' && whole >= ENOUGH_CARDS && !card.isMarked && !card.hasFacts;
  }
}

const NO_PART = 'not part of any paper';

/** From this many cards on, what they all show is what every card of the page shows. */
const ENOUGH_CARDS = 2;
