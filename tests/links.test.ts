// Links as they stand in sentences.
import { expect, test } from 'vitest';
import { findUrls } from '../src/links.ts';

test.each([
  ['“https://a.b/n”', 'https://a.b/n'],
  ['‘https://a.b/n’', 'https://a.b/n'],
  ['«https://a.b/n»', 'https://a.b/n'],
  ['https://a.b/x… and more', 'https://a.b/x'],
  ['https://a.b/x—and', 'https://a.b/x'],
  ['https://a.b/x–and', 'https://a.b/x'],
  ['see HTTPS://GITHUB.COM/a/b.', 'HTTPS://GITHUB.COM/a/b'],
  ['(https://a.b/x_(y)).', 'https://a.b/x_(y)'],
  ['https://a.b/x-y_z~w?q=é&r=1#s', 'https://a.b/x-y_z~w?q=é&r=1#s'],
])('%s leads to %s', (text, url) => {
  expect(findUrls(text)).toEqual([url]);
});
