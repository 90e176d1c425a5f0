// Links: finding them in text, and telling from the address what they lead to.

import type { Link, LinkKind } from './record.ts';
import { ARXIV_ID, HF_HOST } from './text/addresses.ts';

/** The URLs in a text, in order, without the full stop or bracket that the sentence put behind them. */
export function findUrls(text: string): string[] {
  return text.includes('://')
    ? Array.from(text.matchAll(URL_IN_TEXT), ([url]) => trimUrl(url.replace(ESCAPE, '$1')))
    : [];
}

/**
 * Braces end a URL: `https://x{https://x}` is what is left of `\href`. LaTeX's `\_` inside one is the character. The
 * quotes, dashes and dots of good typography belong to the sentence.
 */
const URL_IN_TEXT = /https?:\/\/(?:[^\s<>"'`“”‘’«»…—–{}|\\^[\]\u3000-\u303f\uff00-\uffef]|\\[_%&#~])+/gi;
const ESCAPE = /\\([_%&#~])/g;

/** Cuts what a sentence leaves behind a URL: punctuation, and a closing bracket that nothing in the URL opened. */
function trimUrl(url: string): string {
  let unopened = 0;
  for (const char of url) unopened += char === ')' ? 1 : char === '(' ? -1 : 0;
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1] ?? '';
    if (last === ')' && unopened > 0) unopened--;
    else if (!'.,;:!?*_$'.includes(last)) break;
  }
  return url.slice(0, end);
}

/** The arXiv id that a link leads to, whatever its form (abs, pdf, html, alphaXiv, Hugging Face, arXiv's own DOI); null for other links. */
export function arxivIdOf(url: string): string | null {
  return ARXIV_LINK.exec(url)?.[1] ?? null;
}

const ARXIV_LINK = new RegExp(
  String.raw`^https?:\/\/(?:(?:(?:[\w-]+\.)?(?:arxiv|alphaxiv)\.org|xxx\.lanl\.gov)\/(?:abs|pdf|html|overview|format|e-print)\/|${HF_HOST}\/papers\/|(?:dx\.)?doi\.org\/10\.48550\/arxiv\.)(${ARXIV_ID})(?![\d/])`,
  'i',
);

/** The DOI that a link leads to, in lower case; null for other links and for arXiv's own. */
export function doiOf(url: string): string | null {
  const doi = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/\S+)$/i.exec(url)?.[1]?.toLowerCase() ?? null;
  return doi?.startsWith('10.48550/') ? null : doi;
}

/** Makes the links of a record: each URL once, in order, with its kind; `projectPage` is what the page calls so, and counts where the address says nothing. */
export function toLinks(urls: readonly string[], projectPage: string | null): Link[] {
  return [...new Set(urls)].map((url) => ({ url, kind: kindOf(url, projectPage) }));
}

/** What an address leads to; the first row that fits decides. */
const KINDS: readonly (readonly [LinkKind, RegExp])[] = [
  ['pdf', /\.pdf(?:[?#]|$)|^https?:\/\/(?:www\.)?arxiv\.org\/pdf\//i],
  ['paper', /^https?:\/\/(?:[\w-]+\.)?(?:arxiv\.org|alphaxiv\.org|doi\.org|openreview\.net|aclanthology\.org)\//i],
  ['paper', /^https?:\/\/xxx\.lanl\.gov\//i],
  ['paper', new RegExp(String.raw`^https?:\/\/${HF_HOST}\/papers\/`, 'i')],
  [
    'dataset',
    new RegExp(String.raw`^https?:\/\/(?:${HF_HOST}\/datasets\/|zenodo\.org\/|(?:www\.)?kaggle\.com\/datasets)`, 'i'),
  ],
  [
    'demo',
    new RegExp(String.raw`^https?:\/\/(?:${HF_HOST}\/spaces\/|[\w-]+\.hf\.space|colab\.research\.google\.com)`, 'i'),
  ],
  [
    'model',
    new RegExp(
      String.raw`^https?:\/\/${HF_HOST}\/(?!(?:collections|blog|docs|posts|learn|tasks|organizations|join|settings|api|chat|papers)\/)[\w.-]+\/[\w.-]+`,
      'i',
    ),
  ],
  ['code', /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gist\.github\.com)\//i],
  ['video', /^https?:\/\/(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)\//i],
  ['project', /^https?:\/\/[\w-]+\.(?:github\.io|gitlab\.io|vercel\.app|netlify\.app|pages\.dev)(?:\/|$)/i],
];

function kindOf(url: string, projectPage: string | null): LinkKind {
  return KINDS.find(([, pattern]) => pattern.test(url))?.[0] ?? (url === projectPage ? 'project' : 'other');
}
