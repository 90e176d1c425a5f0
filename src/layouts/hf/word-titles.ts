// Titles that say what a page shows elsewhere ("Models", "1984"), where nothing but the texts themselves tells a title.
import type { Block } from '../../markup/block.ts';
import { factsOf } from './facts.ts';
import { type Fact, MAX_FACT } from './known-facts.ts';

/** A block, whether it is known to be a title, and its facts where they were asked for. */
export interface MaybeTitle {
  readonly block: Block;
  readonly isTitle: boolean;
  readonly facts?: readonly Fact[] | undefined;
}

/** Holds back a word or a number that stands alone behind an abstract, or the day of the page, until the next block tells: another abstract makes it a title. */
export class WordTitles {
  #isBehind = false;
  #held: MaybeTitle | undefined;

  /** Takes the next block; returns those of which it is known. */
  push(block: Block): readonly MaybeTitle[] {
    const isAbstract = block.text.length >= LEAST_ABSTRACT;
    const facts = block.kind !== 'rule' && block.text.length <= MAX_FACT ? factsOf(block) : undefined;
    const next: MaybeTitle = { block, isTitle: false, facts };
    const isHeld = this.#isBehind && mayBeTitle(next);
    this.#isBehind = isAbstract || facts?.every(({ kind }) => kind === 'date') === true;
    const known = this.#release(isAbstract);
    if (isHeld) this.#held = next;
    return isHeld ? known : [...known, next];
  }

  /** Returns the block that waits for the next one. */
  end(): readonly MaybeTitle[] {
    return this.#release(false);
  }

  #release(isTitle: boolean): MaybeTitle[] {
    const held = this.#held;
    this.#held = undefined;
    return held ? [{ ...held, isTitle }] : [];
  }
}

/** No title is as long, in characters. */
const LEAST_ABSTRACT = 350;

function mayBeTitle({ block, facts }: MaybeTitle): boolean {
  if (block.parts.length > 0 || !/[\p{L}\p{N}]/u.test(block.text)) return false;
  return facts?.every(({ kind }) => kind !== 'text' && kind !== 'none' && kind !== 'cut') === true;
}
