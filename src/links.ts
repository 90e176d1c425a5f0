// Links: finding them in text, and telling from the address what they lead to.
import type { Link, LinkKind } from './record.ts';

/** The URLs in a text, in order, without the full stop or bracket that the sentence put behind them. */
export function findUrls(text: string): string[] {
  return text.includes('://') ? Array.from(text.matchAll(URL_IN_TEXT), ([url]) => trimUrl(url)) : [];
}

const URL_IN_TEXT = /https?:\/\/[^\s<>"'`{}|\\^[\]]+/g;

/** Cuts what a sentence leaves behind a URL: punctuation, and a closing bracket that nothing in the URL opened. */
function trimUrl(url: string): string {
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1] ?? '';
    if ('.,;:!?*_'.includes(last)) continue;
    if (last === ')' && !url.slice(0, end).includes('(')) continue;
    break;
  }
  return url.slice(0, end);
}

/** Makes the links of a record: each URL once, in order, with its kind. */
export function toLinks(urls: readonly string[]): Link[] {
  return [...new Set(urls)].map((url) => ({ url, kind: kindOf(url) }));
}

/** What an address leads to; the first row that fits decides. */
const KINDS: readonly (readonly [LinkKind, RegExp])[] = [
  ['pdf', /\.pdf(?:[?#]|$)|^https?:\/\/(?:www\.)?arxiv\.org\/pdf\//i],
  ['paper', /^https?:\/\/(?:[\w-]+\.)?(?:arxiv\.org|alphaxiv\.org|doi\.org|openreview\.net|aclanthology\.org)\//i],
  ['paper', /^https?:\/\/(?:huggingface\.co|hf\.co)\/papers\//i],
  ['dataset', /^https?:\/\/(?:(?:huggingface\.co|hf\.co)\/datasets\/|zenodo\.org\/|(?:www\.)?kaggle\.com\/datasets)/i],
  ['demo', /^https?:\/\/(?:(?:huggingface\.co|hf\.co)\/spaces\/|[\w-]+\.hf\.space|colab\.research\.google\.com)/i],
  ['model', /^https?:\/\/(?:huggingface\.co|hf\.co)\/(?!collections\/|blog\/|docs\/|posts\/)[\w.-]+\/[\w.-]+/i],
  ['code', /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gist\.github\.com)\//i],
  ['video', /^https?:\/\/(?:www\.)?(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)\//i],
  ['project', /^https?:\/\/[\w-]+\.(?:github\.io|gitlab\.io|vercel\.app|netlify\.app|pages\.dev)(?:\/|$)/i],
];

function kindOf(url: string): LinkKind {
  return KINDS.find(([, pattern]) => pattern.test(url))?.[0] ?? 'other';
}
