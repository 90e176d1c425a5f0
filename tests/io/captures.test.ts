// Captures: how they are recognised, and what is taken from a line.
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { CAPTURE_FIELDS, parseCapture } from '../../src/io/captures.ts';
import { sniff } from '../../src/io/sniff.ts';
import { folderOf, read } from './reading.ts';

test.each(['b.jsonl', 'b.ndjson', 'b.jsonl.gz'])(
  'a broken first line of %s is named, the rest is read',
  async (name) => {
    const lines = Buffer.from('p://a","text":"A"}\nnonsense\n{"url":"http://c","text":"C"}\n');
    const at = folderOf({ [name]: name.endsWith('.gz') ? gzipSync(lines) : lines });
    const { inputs, problems } = await read([at(name)]);
    expect(inputs).toEqual([['http://c', 'C']]);
    expect(problems).toEqual([1, 2].map((line) => `${at(name)}:${line}: the line is not valid JSON`));
  },
);

test('an empty file is one input, whatever its name promises', async () => {
  const at = folderOf({ 'e.jsonl': '' });
  expect(await read([at('e.jsonl')])).toEqual({ inputs: [[at('e.jsonl'), '']], problems: [] });
});

test.each([
  ['{"id":1,"url":"http://a","text":"A"}', true],
  ['{"id":{"url":"x","list":["}"]},"text":"A"}', true],
  ['{"id":"{\\"}", "html" : "A"}', true],
  [`{"html":"${'A'.repeat(5000)}`, true],
  ['\ufeff\n{"url":"http://a"}', true],
  ['{"id":{"url":"x"},"title":"text"}', false],
  ['{"id":1}\n{"url":"http://a"}', false],
  [`{"id":"${'\\"url\\":'.repeat(900)}`, false],
  ['{ "url" }', false],
  ['[{"url":"http://a"}]', false],
])('without a name, captures are known by the keys of the first object (case %#)', (text, captures) => {
  expect(sniff(Buffer.from(text), '', CAPTURE_FIELDS)).toBe(captures ? 'captures' : 'text');
});

test('the keys that the user named are looked for', async () => {
  const at = folderOf({ odd: '{"id":1,"u":"http://a","body":"A"}\n' });
  const captureFields = { url: 'u', text: 'body', html: 'html' };
  expect((await read([at('odd')], { captureFields })).inputs).toEqual([['http://a', 'A']]);
  expect((await read([at('odd')])).inputs).toHaveLength(1);
});

test.each([
  ['{"text":"","html":"H"}', 'H'],
  ['{"text":" \\n","html":"H"}', 'H'],
  ['{"text":null,"html":"H"}', 'H'],
  ['{"text":"T","html":"H"}', 'T'],
  ['{"text":"","html":null}', ''],
])('%s shows %j', (line, text) => {
  expect(parseCapture(line, CAPTURE_FIELDS)).toEqual({ url: null, text });
});
