// Reads a list of papers as Hugging Face shows it: per paper a card of title, abstract and facts around them.
import type { Block } from '../../markup/block.ts';
import { type LayoutReader, type LayoutSink, type Page, type RawPaper, rawPaper } from '../layout.ts';
import { createRoleDecider, type Decided } from '../title-or-abstract.ts';
import { type Fact, factsOf, lettersOf } from './facts.ts';
import { isHeadLine } from './signs.ts';
import type { TitleSign } from './title-sign.ts';

/** What stood above a title and belongs to the paper below. */
interface Above {
  upvotes: number | null;
  /** A link to vote has come without the number, which stands below it in a paragraph of its own. */
  voting: boolean;
  /** Bare numbers behind the date: comments of the card above, votes of the one below. */
  counts: { count: number | null; block: Block }[];
  submittedBy: string | null;
  blocks: Block[];
}

/** Opens the reader of one list. */
export function openCards(page: Page, sink: LayoutSink, title: TitleSign): LayoutReader {
  const sign = title.by;
  let roles = createRoleDecider<Block>();
  let paper: RawPaper | undefined;
  let blocks: Block[] = [];
  let above: Above = nothingAbove();
  /** "Submitted by" was read, the name comes next. */
  let wantsSubmitter = false;
  /** A short text that may be the organisation, when the dot and the date come next. */
  let held: { block: Block; text: string } | undefined;
  /** "Upvote" or "GitHub" was read, the number comes next. */
  let label: 'upvotes' | 'stars' | null = null;
  /** The trending page shows votes below the abstract, the others above the title. */
  const votesBelow = page.layout === 'hf-trending';
  /** How many cards have shown a date. */
  let dates = 0;
  let headSeen = title.head !== true;
  /** The first card of the page has a number above its title. */
  let votesAbove: boolean | undefined;
  /** Whether each card so far had a number or a name above its title, and shows a date or its authors; how many have. */
  let whole = 0;
  let isWhole = true;
  /** The card has a number or a name above its title. */
  let marked = false;
  /** How many texts the role decider has been fed since the last fact behind an abstract. */
  let fed = 0;
  /** The card has shown what stands behind its abstract: a number belongs to the next card, a text to none. */
  let closed = false;

  function push(block: Block): void {
    if (block.kind === 'rule') return sink.furniture(block);
    headSeen ||= block.text.length < 120 && isHeadLine(block.text);
    const facts = factsOf(block);
    const fates = facts.map((fact) => take(fact, block));
    settle(block, fates);
  }

  type Fate = 'paper' | 'above' | 'furniture' | 'reject' | 'held' | 'role';

  /** A block goes where the weightiest of its facts went. */
  function settle(block: Block, fates: readonly Fate[]): void {
    if (fates.includes('held') || fates.includes('role')) return;
    if (fates.includes('paper')) blocks.push(block);
    else if (fates.includes('above')) above.blocks.push(block);
    else if (fates.includes('reject')) sink.reject(block, 'not part of any paper');
    else {
      if (!paper && !held && fed === 0) forgetCounts();
      sink.furniture(block);
    }
  }

  /** Numbers and dashes above the page's own lines belong to no card. */
  function forgetCounts(): void {
    if (above.counts.length === 0 || above.upvotes !== null || above.voting || above.submittedBy !== null) return;
    for (const block of above.blocks) sink.furniture(block);
    above = nothingAbove();
  }

  function take(fact: Fact, block: Block): Fate {
    if (wantsSubmitter && fact.kind !== 'furniture') {
      wantsSubmitter = false;
      if (fact.kind === 'text' || fact.kind === 'account') {
        above.submittedBy = fact.kind === 'text' ? fact.text : fact.name;
        return 'above';
      }
    }
    if (fact.kind !== 'text' && fact.kind !== 'furniture') decideHeld(fact);
    switch (fact.kind) {
      case 'furniture':
        return 'furniture';
      case 'submitter':
        if (sign === 'text') boundary();
        shareCounts(false);
        finish();
        if (fact.name === '') wantsSubmitter = true;
        else above.submittedBy = fact.name;
        return 'above';
      case 'cut':
        paper?.warnings.push('the capture was cut off here');
        return 'furniture';
      case 'text':
        return headSeen ? takeText(fact.text, block) : 'reject';
      case 'paper':
        return takePaperLink(fact, block);
      case 'date':
        if (paper) {
          if (sign === 'text') boundary();
          if (paper.published) return 'paper';
          paper.published = fact.date;
          closed = true;
          dates++;
          return 'paper';
        }
        page.date ??= fact.date;
        return 'furniture';
      case 'count':
        return takeCount(fact.count, block);
      case 'upvotes':
        return takeUpvotes(fact.count, fact.id);
      default:
        return takeDetail(fact);
    }
  }

  function takeDetail(
    fact: Exclude<Fact, { kind: 'furniture' | 'text' | 'paper' | 'date' | 'count' | 'upvotes' | 'submitter' | 'cut' }>,
  ): Fate {
    if (fact.kind === 'authors' || fact.kind === 'dot') beginNext(1);
    if (!paper) return fact.kind === 'dot' || fact.kind === 'account' ? 'furniture' : 'reject';
    switch (fact.kind) {
      case 'authors':
        if (sign === 'text') boundary();
        paper.authorCount ??= fact.count;
        closed = true;
        break;
      case 'comments':
        paper.commentCount ??= fact.count;
        closed = true;
        break;
      case 'account':
        paper.organization = longerName(paper.organization, fact.name);
        break;
      case 'stars':
        paper.githubStars ??= fact.count;
        if (fact.url !== '') paper.links.push(fact.url);
        label = fact.count === null ? 'stars' : null;
        break;
      case 'project':
        paper.projectPage ??= fact.url;
        paper.links.push(fact.url);
        break;
      case 'link':
      case 'mention':
        paper.links.push(fact.url);
        break;
      case 'dot':
        if (sign === 'text') boundary();
        break;
    }
    return 'paper';
  }

  function takeCount(count: number | null, block: Block): Fate {
    const labelled = label;
    label = null;
    if (count === null && block.kind === 'item') beginNext(2); // the picture of an author
    if (paper && labelled) {
      if (labelled === 'stars') paper.githubStars ??= count;
      else paper.upvotes ??= count;
      return 'paper';
    }
    if (above.voting) {
      above.voting = false;
      above.upvotes = count;
      return 'above';
    }
    if (!paper || closed) {
      above.counts.push({ count, block });
      return 'above';
    }
    if (sign === 'text') boundary();
    paper.upvotes ??= count;
    return 'paper';
  }

  /** What stands behind an abstract has come, while it is still open which text is the title: all can be decided. */
  function beginNext(texts: number): void {
    if ((!paper || closed) && sign === 'text' && fed >= texts) boundary();
  }

  /** Where votes stand above titles, only a number before those is one of comments; where they do not, each one is. */
  function shareCounts(hasNext: boolean): void {
    const { counts } = above;
    if (hasNext) votesAbove ??= counts.length > 0;
    if (hasNext && votesAbove) above.upvotes ??= counts.pop()?.count ?? null;
    const comments = paper ? counts.shift() : undefined;
    if (!paper || !comments) return;
    paper.commentCount ??= comments.count;
    above.blocks = above.blocks.filter((block) => block !== comments.block);
    blocks.push(comments.block);
  }

  function takeUpvotes(count: number | null, id: string | null): Fate {
    if (paper && (id === null ? votesBelow || !closed : id === paper.arxivId)) {
      label = count === null && id === null ? 'upvotes' : null;
      paper.upvotes ??= count;
      return 'paper';
    }
    above.upvotes = count ?? above.upvotes;
    above.voting = count === null && id !== null;
    return 'above';
  }

  function takePaperLink(fact: Extract<Fact, { kind: 'paper' }>, block: Block): Fate {
    const isTitle = fact.text !== '' && (sign === 'heading' ? block.kind === 'heading' : paper?.arxivId !== fact.id);
    if (isTitle) start(fact.text);
    else if (fact.text === '' && fact.id !== paper?.arxivId) return 'above';
    if (!paper) return 'reject';
    paper.arxivId ??= fact.id;
    paper.links.push(fact.url);
    if (!isTitle && fact.text !== '') paper.abstract.push(fact.text);
    return 'paper';
  }

  function takeText(text: string, block: Block): Fate {
    if (sign === 'text') {
      if (held) feed(held);
      held = { block, text };
      return 'held';
    }
    if (block.kind === 'heading') {
      if (sign !== 'heading' || title.linked || block.level !== title.level) return otherHeading(block);
      start(text);
      return 'paper';
    }
    if (!paper || closed) return 'reject';
    if (held) {
      paper.abstract.push(held.text);
      blocks.push(held.block);
      held = undefined;
    }
    if (paper.abstract.length > 0 && isName(text)) {
      held = { block, text };
      return 'held';
    }
    paper.abstract.push(text);
    return 'paper';
  }

  /** A heading above the papers is the scraper's title of the page; one among them is unknown. */
  function otherHeading(block: Block): Fate {
    closed = true;
    return paper === undefined && (block.level ?? 1) <= 2 ? 'furniture' : 'reject';
  }

  /** What a short text behind the abstract was, now that the fact behind it is known. */
  function decideHeld(next: Fact): void {
    if (!held) return;
    const it = held;
    const isByline = next.kind === 'dot' || next.kind === 'date';
    held = undefined;
    if (sign === 'text') {
      if (!isByline || fed === 0 || !isName(it.text)) return feed(it);
      boundary();
    }
    if (isByline && paper) paper.organization ??= it.text;
    else paper?.abstract.push(it.text);
    blocks.push(it.block);
  }

  function feed(it: { block: Block; text: string }): void {
    fed++;
    for (const decided of roles.push(it.text, it.block)) takeRole(decided);
  }

  function takeRole({ role, item }: Decided<Block>): void {
    if (role === 'title') start(item.text);
    else {
      if (!paper) start('');
      paper?.abstract.push(item.text);
    }
    blocks.push(item);
  }

  /** A fact that only stands behind an abstract: what is open can be decided. */
  function boundary(): void {
    for (const decided of roles.end()) takeRole(decided);
    roles = createRoleDecider();
    fed = 0;
  }

  function start(title: string): void {
    const hasMark = above.counts.length > 0 || above.upvotes !== null || above.submittedBy !== null;
    shareCounts(true);
    finish();
    marked = hasMark;
    paper = rawPaper(title);
    paper.upvotes = above.upvotes;
    paper.submittedBy = above.submittedBy;
    blocks = above.blocks;
    above = nothingAbove();
  }

  function finish(): void {
    if (held && sign !== 'text') decideHeld({ kind: 'furniture' });
    if (paper && isForeign(paper)) for (const block of blocks) sink.reject(block, 'not part of any paper');
    else if (paper) {
      isWhole &&= marked && hasFacts(paper);
      whole++;
      sink.paper(paper, blocks);
    }
    paper = undefined;
    blocks = [];
    closed = false;
  }

  /** Where nothing but the text tells a title, what shows nothing of a card behind others that show all is none. */
  const isForeign = (it: RawPaper): boolean =>
    sign === 'text' && isWhole && whole >= ENOUGH_CARDS && !marked && !hasFacts(it);

  function end(): void {
    if (held && sign === 'text') {
      feed(held);
      held = undefined;
    }
    boundary();
    if (paper && dates > 0 && paper.published === null && paper.authorCount === null) {
      paper.warnings.push('the page ends in the middle of this paper');
    }
    if (paper) shareCounts(false);
    const isOnlyCounts = above.counts.length === 0 && above.upvotes === null && above.submittedBy === null;
    if (paper && isOnlyCounts) blocks.push(...above.blocks.splice(0));
    finish();
    for (const block of above.blocks) sink.reject(block, 'the page ends before the title of this paper');
    above = nothingAbove();
  }

  return { push, end };
}

/** So many cards show what all of a page do. */
const ENOUGH_CARDS = 2;

const hasFacts = (paper: RawPaper): boolean => paper.published !== null || paper.authorCount !== null;

/** An organisation's name is short and no sentence. */
const isName = (text: string): boolean => text.length <= 80 && !/[.!?]$/.test(text);

/** A picture's name comes before that of the account: "stanfordnlp", "Stanford NLP". */
function longerName(name: string | null, next: string): string {
  return name === null || (next.length > name.length && lettersOf(next) === lettersOf(name)) ? next : name;
}

const nothingAbove = (): Above => ({
  upvotes: null,
  voting: false,
  counts: [],
  submittedBy: null,
  blocks: [],
});
