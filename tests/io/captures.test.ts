// Captures: how they are recognised, and what is taken from a line.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CAPTURE_FIELDS, parseCapture } from '../../src/io/captures.ts';
import { sniff } from '../../src/io/sniff.ts';
import { papersift } from '../help/program.ts';
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

test('captures in UTF-16, as PowerShell writes them, are read with and without a mark and a name', async () => {
  const lines = ['{"url":"http://a","text":"Ā"}', 'nonsense', '{"url":"http://c","text":"Ċ"}', ''].join('\r\n');
  for (const name of ['c.jsonl', 'c'])
    for (const mark of ['', '\ufeff']) {
      const at = folderOf({ [name]: Buffer.from(mark + lines, 'utf16le') });
      const { inputs, problems } = await read([at(name)]);
      expect(inputs).toEqual([
        ['http://a', 'Ā'],
        ['http://c', 'Ċ'],
      ]);
      expect(problems).toEqual([`${at(name)}:2: the line is not valid JSON`]);
      const args = ['convert', at(name), '--merge', '-o', at('out.jsonl')];
      expect(papersift(args).stderr).toContain(`papersift: ${at(name)}:2: the line is not valid JSON\n`);
    }
});

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
  ['{"content":"C","text":"T"}', 'T'],
  ['{"content":"C","markdown":"M"}', 'M'],
  ['{"text":" \\n","html":"H"}', 'H'],
  ['{"text":null,"html":"H"}', 'H'],
  ['{"text":"T","html":"H"}', 'T'],
  ['{"text":"","html":null}', ''],
])('%s shows %j', (line, text) => {
  expect(parseCapture(line, CAPTURE_FIELDS)).toEqual({ url: null, pieces: [text] });
});

/** What is taken from a line, as one text. */
function whole(line: string | Buffer): unknown {
  const capture = parseCapture(line, CAPTURE_FIELDS);
  return typeof capture === 'string' ? capture : { ...capture, pieces: [...capture.pieces].join('') };
}

test('a line that is read as bytes gives what it gives as a text', () => {
  const cell = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', ' \n', '\\', '"', '\u{1d54f}'),
  );
  const row = fc.dictionary(fc.constantFrom('url', 'text', 'html', 'id', '"', 'a\\'), cell);
  const spaced = fc
    .tuple(row, fc.constantFrom(0, 1))
    .map(([value, space]) => JSON.stringify(value, null, space).replaceAll('\n', ' '));
  const broken = fc.tuple(spaced, fc.nat(), fc.constantFrom('', '"', '}', '\\', ',')).map(([line, at, text]) => {
    const cut = at % (line.length + 1);
    return line.slice(0, cut) + text + line.slice(cut + 1);
  });
  const escaped = spaced.map((line) =>
    line.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  fc.assert(
    fc.property(fc.oneof(spaced, escaped, broken), (line) => {
      expect(whole(Buffer.from(line))).toEqual(whole(Buffer.from(line).toString().trim()));
    }),
  );
});

test('a text of many megabytes comes in pieces and as it was', () => {
  const text = `${'x'.repeat(3e6)} "\ud835\udd4f" \n\\ \u00e9`.repeat(3);
  const line = Buffer.from(JSON.stringify({ url: 'http://a', html: ' ', text }));
  const capture = parseCapture(line, CAPTURE_FIELDS);
  expect(typeof capture === 'string' ? capture : [...capture.pieces].length).toBeGreaterThan(3);
  expect(whole(line)).toEqual({ url: 'http://a', pieces: text });
});
