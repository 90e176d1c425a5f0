// Titles that say what a page shows elsewhere ("Models", "1984"), where nothing but the texts themselves tells a title.
import type { Block } from '../../markup/block.ts';
import { factsOf } from './facts.ts';
import { MAX_FACT } from './known-facts.ts';

/** A block, and whether it is known to be a title. */
export interface MaybeTitle {
  readonly block: Block;
  readonly isTitle: boolean;
}

/** Holds back a word or a number that stands alone behind an abstract, or the day of the page, until the next block tells: another abstract makes it a title. */
export class WordTitles {
  #isBehind = false;
  #held: Block | undefined;

  /** Takes the next block; returns those of which it is known. */
  push(block: Block): readonly MaybeTitle[] {
    const isAbstract = block.text.length >= LEAST_ABSTRACT;
    const known = [...this.#release(isAbstract), { block, isTitle: false }];
    const isHeld = this.#isBehind && mayBeTitle(block);
    this.#isBehind =
      isAbstract || (block.text.length <= MAX_FACT && factsOf(block).every(({ kind }) => kind === 'date'));
    if (!isHeld) return known;
    this.#held = block;
    return known.slice(0, -1);
  }

  /** Returns the block that waits for the next one. */
  end(): readonly MaybeTitle[] {
    return this.#release(false);
  }

  #release(isTitle: boolean): MaybeTitle[] {
    const block = this.#held;
    this.#held = undefined;
    return block ? [{ block, isTitle }] : [];
  }
}

/** No title is as long, in characters. */
const LEAST_ABSTRACT = 350;

function mayBeTitle(block: Block): boolean {
  if (block.kind === 'rule' || block.parts.length > 0 || block.text.length > MAX_FACT) return false;
  return (
    /[\p{L}\p{N}]/u.test(block.text) &&
    factsOf(block).every(({ kind }) => kind !== 'text' && kind !== 'none' && kind !== 'cut')
  );
}
