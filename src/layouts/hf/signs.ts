// By which lines the pages of Hugging Face papers are known, in English and as browsers translate them.
import type { Block } from '../../markup/block.ts';
import { BY_AK } from './words.ts';

/** The box in which one subscribes. */
export const INBOX: RegExp =
  /^¡?(?:get trending papers in your email inbox|recevez les articles tendance|erhalten sie (?:die )?trend|recibe (?:los )?(?:artículos|papers)|receba (?:os )?(?:artigos|papers)|ricevi (?:gli |i )?(?:articoli|paper)|在您?的?(?:电子邮件|邮箱).{0,12}热门论文|每天.{0,12}热门论文|トレンド.{0,6}論文を|получайте популярные|(?:하루에 한 번 )?이메일로 인기 논문)/i;

/** The heading of the search, daily, weekly and monthly pages, and the title of their tab. */
export const DAILY_PAPERS: RegExp =
  /^(?:daily papers|每日论文|每日論文|デイリー ?(?:論文|ペーパー)s?|일일 논문|데일리 페이퍼|articles (?:du jour|quotidiens)|papiers quotidiens|tägliche (?:papers|artikel|arbeiten|papiere)|artículos diarios|papers diarios|documentos diarios|artigos diários|papers? giornalieri|articoli quotidiani|ежедневные (?:статьи|публикации))(?: [-–|·] hugging face)?$/i;

/** The heading of the trending page, and the title of its tab. */
export const TRENDING_PAPERS: RegExp =
  /^(?:trending papers|热门论文|热门文章|熱門論文|トレンド論文|인기 논문|articles tendance|trendige (?:papers|artikel)|artículos (?:de |en )?tendencia|artigos em alta|articoli di tendenza|популярные статьи)(?: [-–|·] hugging face)?$/i;

/** The first lines below the last paper. */
export const FOOT: RegExp =
  /^(?:(?:system theme|company|tos|© hugging ?face)(?:\s|$)|(?:empresa|compañía|entreprise|société|unternehmen|firma|azienda|компания|公司|会社|회사)$)/i;

/** Whether the line under the heading is there, in one block or in three, as scrapers tear it at its link. */
export function showsByAk(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block, i) =>
      BY_AK.test(block.text) ||
      (/^and the research community$/i.test(block.text) && /^AK$/.test(blocks[i - 1]?.text ?? '')),
  );
}

/** Whether a line stands at the head of such a page, above its papers. */
export const isHeadLine = (text: string): boolean =>
  BY_AK.test(text) || INBOX.test(text) || DAILY_PAPERS.test(text) || TRENDING_PAPERS.test(text);

/** Lines that are known by what they say have fewer characters. */
export const MAX_HEAD_LINE = 120;

/** Whether a block is such a line and no more: no abstract that begins like one. */
export const isHeadBlock = ({ text }: Block): boolean => text.length < MAX_HEAD_LINE && isHeadLine(text);
