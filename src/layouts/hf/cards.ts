// Reads a list of papers as Hugging Face shows it: per paper a card of title, abstract and facts around them.
import { type Block, withMark } from '../../markup/block.ts';
import type { LayoutReader, LayoutSink, Page } from '../layout.ts';
import { AboveTitle } from './above-title.ts';
import type { BlockText, Detail } from './card.ts';
import { CardList } from './card-list.ts';
import { factsOf } from './facts.ts';
import { COUNT, type Fact, MAX_FACT, parseCount } from './known-facts.ts';
import { paperLinkOf } from './link-facts.ts';
import { PageDay } from './page-day.ts';
import { FOOT, isHeadBlock, isHeadLine } from './signs.ts';
import { withoutOpenLink } from './text-facts.ts';
import type { TitleSign } from './title-sign.ts';
import { UntoldTexts } from './untold-texts.ts';
import { type MaybeTitle, WordTitles } from './word-titles.ts';

/** Where a fact goes: to the open card, to the next one, nowhere; `held` when that is not decided yet. */
type Fate = 'paper' | 'above' | 'furniture' | 'reject' | 'held';

/** Where a page of cards shows its votes: above the title, unless it says so. */
export interface CardHabits {
  readonly votesBelow?: boolean;
}

/** Opens the reader of one list; `sign` tells its titles. */
export function openCards(
  page: Page,
  sink: LayoutSink,
  sign: TitleSign,
  { votesBelow = false }: CardHabits = {},
): LayoutReader {
  /** Each card shows who submitted, the votes, the title, in this order. */
  const inOrder = sign.submitters === true && !votesBelow;
  const above = new AboveTitle(inOrder);
  const cards = new CardList(sign, above, sink);
  let texts = sign.by === 'text' && !inOrder ? new UntoldTexts(cards) : undefined;
  const words = new WordTitles();
  const day = new PageDay(page);
  let headSeen = sign.head !== true;
  /** The line under the page's own heading was read, or another of its head. */
  let isBelowHead = false;
  let cutTitle: BlockText | undefined;
  /** "Upvote" or "GitHub" was read, the number comes next. */
  let label: 'upvotes' | 'githubStars' | null = null;

  function push(block: Block): void {
    const known = texts ? words.push(block) : [...words.end(), { block, isTitle: false }];
    known.forEach(pushText);
  }

  function pushText({ block, isTitle, facts }: MaybeTitle): void {
    if (isTitle) texts?.push({ text: block.text, block, shown: block.text }, above.isMarked);
    else read(block, facts);
  }

  function read(block: Block, known?: readonly Fact[]): void {
    if (block.kind === 'rule') return sink.furniture(block);
    if (isTitle(block) || isNextTitle(block)) return beginAt(block);
    isBelowHead ||= isHeadBlock(block);
    headSeen ||= isBelowHead;
    const facts = known ?? factsOf(block);
    refuseCutTitle(facts);
    const fates = facts.map((fact) => take(fact, block));
    settle(block, fates);
  }

  /** The title of the last card may have lost its link with the end of the page; one that more comes behind has not. */
  function refuseCutTitle(next: readonly Fact[]): void {
    if (!cutTitle || next.every(({ kind }) => kind === 'furniture' || kind === 'cut')) return;
    cards.refuse(cutTitle.block);
    cutTitle = undefined;
  }

  /** Among the cards a heading of their titles' level is a title whatever it says: "Models", "10 authors". */
  function isTitle(block: Block): boolean {
    if (block.kind !== 'heading' || sign.by !== 'heading' || block.level !== sign.level || block.text === '')
      return false;
    if (sign.linked) return paperLinkOf(block) !== undefined || withoutOpenLink(block.text) !== block.text;
    return cards.open !== undefined || (isBelowHead && !isHeadLine(block.text));
  }

  /** Below the votes stands the title, also one that says what a page shows elsewhere: "Models", "1984". */
  const isNextTitle = ({ kind, parts, text }: Block): boolean =>
    inOrder &&
    sign.by === 'text' &&
    above.wantsTitle &&
    kind !== 'heading' &&
    parts.length === 0 &&
    text.length <= MAX_FACT &&
    /[\p{L}\p{N}]/u.test(text);

  function beginAt(block: Block): void {
    (texts ?? cards.open)?.decideHeld('text');
    const link = paperLinkOf(block);
    const title = cards.begin(withoutOpenLink(block.text));
    if (link) {
      title.paper.arxivId = link.id;
      title.paper.links.push(link.url);
    }
    title.blocks.push(block);
  }

  /** A block goes where the weightiest of its facts went. */
  function settle(block: Block, fates: readonly Fate[]): void {
    if (fates.includes('held')) return;
    if (fates.includes('paper') && cards.open) {
      if (cards.open.blocks.at(-1) !== block) cards.open.blocks.push(block);
    } else if (fates.includes('above') || fates.includes('paper')) above.push(block);
    else if (fates.includes('reject')) cards.refuse(block);
    else {
      if (!cards.open && !texts?.isWaiting) for (const each of above.dropCounts()) sink.furniture(each);
      sink.furniture(block);
    }
  }

  function take(fact: Fact, block: Block): Fate {
    if (fact.kind === 'furniture') {
      if (FOOT.test(block.text)) above.giveComments(cards.open); // no more votes come
      return 'furniture';
    }
    if (above.takeName(fact)) return 'above';
    if (!cards.open && day.take(fact)) return 'furniture';
    if (fact.kind === 'neighbour') return 'furniture';
    if (fact.kind === 'text') return headSeen ? takeText(fact, block) : 'reject';
    (texts ?? cards.open)?.decideHeld(fact.kind);
    switch (fact.kind) {
      case 'submitter':
        texts?.decide();
        cards.close();
        above.addSubmitter(fact.name);
        return 'above';
      case 'none':
        for (const each of texts?.drop() ?? []) cards.refuse(each);
        cards.dropEmpty();
        return 'furniture';
      case 'cut':
        cards.open?.paper.warnings.push('the capture was cut off here');
        return 'furniture';
      case 'paper':
        return takePaperLink(fact, block);
      case 'count':
        return takeCount(fact.count, block);
      case 'upvotes':
        return takeUpvotes(fact.count, fact.id);
      default:
        return takeDetail(fact);
    }
  }

  function takeText({ text, apart }: Extract<Fact, { kind: 'text' }>, block: Block): Fate {
    if (texts) {
      texts.push({ text, block, shown: apart ? text : block.text }, above.isMarked);
      return 'held';
    }
    if (block.kind !== 'heading') return takePlain(text, block);
    if (sign.by !== 'heading' || sign.linked || block.level !== sign.level) return otherHeading(block);
    cards.begin(text);
    return 'paper';
  }

  /** Where the cards tell, the first text below the submitter or the votes is the title; any other text is more of the open card. */
  function takePlain(text: string, block: Block): Fate {
    if (!isTitleOf(block)) {
      const card = cards.reading;
      const fate = card?.addText(withMark(text, block, card.hasText), block);
      if (fate || !above.hasId) return fate ?? 'reject';
      cutTitle = { text, block };
      return 'held';
    }
    cards.begin(text).blocks.push(block); // others may begin in it
    return 'paper';
  }

  /** The list of addresses may have been cut off: behind a whole card a link without one is the next title. */
  const isTitleOf = ({ parts }: Block): boolean =>
    sign.by === 'link'
      ? cards.isBehindLast && parts.length > 0 && parts.every(({ text, url }) => url === '' || text.trim() === '')
      : inOrder && sign.by === 'text' && above.isMarked;

  /** A heading above the papers is the scraper's title of the page; one among them is unknown. */
  function otherHeading(block: Block): Fate {
    if (!cards.open) return (block.level ?? 1) <= 2 ? 'furniture' : 'reject';
    cards.open.isClosed = true;
    return 'reject';
  }

  function takePaperLink({ id, url, text }: Extract<Fact, { kind: 'paper' }>, block: Block): Fate {
    if (text !== '') tellByLinks();
    const isKnown = cards.open?.paper.arxivId === id;
    if (text === '' && !isKnown) return 'above';
    const isNext = text !== '' && (sign.by === 'heading' ? block.kind === 'heading' : !isKnown || isShownAgain(text));
    const paper = (isNext ? cards.begin(text) : cards.open)?.paper;
    if (!paper) return 'reject';
    paper.arxivId ??= id;
    paper.links.push(url);
    if (isNext || text === '') return 'paper';
    const stars = COUNT.test(text) ? parseCount(text) : null;
    if (stars === null) paper.abstract.push(text);
    else paper.githubStars ??= stars;
    return 'paper';
  }

  /** The first lines of a page may not have shown that its titles are links: a text browser lists the addresses at its end. */
  function tellByLinks(): void {
    texts?.end();
    texts = undefined;
  }

  /** Behind a whole card its title is the one of its second showing. */
  const isShownAgain = (text: string): boolean => cards.isBehindLast && text === cards.open?.paper.title;

  function takeCount(count: number | null, block: Block): Fate {
    const labelled = label;
    label = null;
    if (count === null && block.kind === 'item') texts?.decideAtPicture();
    if (cards.open && labelled) {
      cards.open.paper[labelled] ??= count;
      return 'paper';
    }
    if (inOrder && cards.open && count === null) return 'paper'; // the picture of an author
    texts?.ungroup();
    if (above.wantsVotes || inOrder || !cards.reading) {
      above.addCount(count, block);
      return 'above';
    }
    texts?.decide();
    cards.reading.paper.upvotes ??= count;
    return 'paper';
  }

  /** A link to vote says for which paper; a bare label stands where this kind of page has its votes. */
  function takeUpvotes(count: number | null, id: string | null): Fate {
    const card = id !== null || votesBelow ? cards.open : cards.reading;
    if (!card || (id !== null && id !== card.paper.arxivId)) {
      above.addVotes(count, id);
      return 'above';
    }
    label = count === null ? 'upvotes' : null;
    card.paper.upvotes ??= count;
    return 'paper';
  }

  function takeDetail(fact: Detail): Fate {
    if (fact.kind === 'date' || fact.kind === 'dot' || fact.kind === 'authors') texts?.decide();
    if (!cards.open) return fact.kind === 'dot' || fact.kind === 'account' ? 'furniture' : 'reject';
    cards.open.addDetail(fact);
    if (fact.kind === 'stars') label = fact.count === null ? 'githubStars' : null;
    return 'paper';
  }

  function end(): void {
    words.end().forEach(pushText);
    if (cutTitle) cards.begin(cutTitle.text).blocks.push(cutTitle.block);
    texts?.end();
    cards.end();
  }

  return { push, end };
}
