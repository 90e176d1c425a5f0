// CPU per megabyte of each markup, and whether it grows with the size alone: node bench/markups.mjs [largest size in MB]
// Each row is one fixture written again and again up to the size, read by the built library.
import { readFileSync } from 'node:fs';
import { sift } from '../dist/index.js';

const FIXTURES = {
  plain: 'hf-search/seed.txt',
  'plain with addresses': 'hf-search/plain-with-addresses.txt',
  markdown: 'hf-search/markdown-hard-breaks.md',
  'markdown, wrapped': 'hf-search/markdown-wrapped.md',
  'markdown, trending': 'hf-trending/markdown-link-words.md',
  reflinks: 'hf-search/reflinks-with-addresses.txt',
  'html, shown': 'hf-search/html-shown.html',
  'html, data': 'hf-search/html-data.html',
  'arXiv mailing': 'arxiv-mailing/day.txt',
};
const largest = Number(process.argv[2] ?? 10);
const sizes = [0.1, 1, 10, 100].filter((size) => size <= largest);

console.log(`ms of CPU per MB at ${sizes.join(', ')} MB`);
for (const [name, path] of Object.entries(FIXTURES)) {
  const one = `${readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8')}\n`;
  sift(one.repeat(Math.ceil(500_000 / one.length)), { math: 'raw' });
  const costs = sizes.map((size) => cost(one.repeat(Math.ceil((size * 1e6) / one.length))));
  console.log(`${name.padEnd(24)}${costs.map((each) => each.toFixed(1).padStart(8)).join('')}`);
}

function cost(text) {
  const before = process.cpuUsage();
  sift(text, { math: 'raw' });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (text.length / 1e6);
}
