// Every format, read back by somebody else's reader.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { FIELD_NAMES, FIELDS } from '../../src/formats/fields.ts';
import { FORMATS } from '../../src/formats/formats.ts';
import { Record } from '../../src/record.ts';
import { temporaryFolder } from '../help/program.ts';
import { sampleRecord } from '../help/records.ts';

function write(format: string, records: readonly Record[], fields: readonly string[] = FIELDS): string {
  const writing = FORMATS.find(({ name }) => name === format)?.open(fields);
  if (!writing) throw new Error(`no format ${format}`);
  return writing.head + records.map(writing.row).join(writing.separator) + writing.tail;
}

test('fields stand in the order of the schema', () => {
  expect(FIELDS).toEqual(Object.keys(Record.shape));
});

describe('json and jsonl', () => {
  const records = [sampleRecord(), sampleRecord({ title: 'zwei\n"drei"', warnings: [] })];
  test('give the records back', () => {
    expect(JSON.parse(write('json', records))).toEqual(records);
    expect(
      write('jsonl', records)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(records);
  });
  test('json is an array when there is nothing', () => expect(JSON.parse(write('json', []))).toEqual([]));
  test('fields are chosen and ordered, flat names too', () => {
    expect(write('jsonl', records.slice(0, 1), ['source_line', 'title'])).toBe('{"source_line":1,"title":"A title"}\n');
  });
});

describe.each([
  ['csv', ','],
  ['tsv', '\t'],
])('%s', (format, comma) => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('=1+1', '+x', '-x', '@x', '\tx', '\rx', 'a"b', 'a,b', 'a\r\nb', ' x ', ''),
  );
  test("Python's csv module gives the same cells back", (context) => {
    const records = fc
      .sample(fc.tuple(text, text, fc.array(text)), { numRuns: 200, seed: 7 })
      .map(([title, abstract, authors]) => sampleRecord({ title, abstract, authors }));
    const rows = readWithPython(write(format, records, ['title', 'abstract', 'authors']), comma);
    if (!rows) return context.skip();
    const shown = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
    expect(rows.slice(1)).toEqual(records.map((r) => [r.title, r.abstract, r.authors.join('; ')].map(shown)));
  });
  test('a row whose only cell is empty is a row', (context) => {
    const table = write(format, [sampleRecord({ doi: null }), sampleRecord()], ['doi']);
    expect(table).toBe('doi\r\n""\r\n10.1000/x\r\n');
    const rows = readWithPython(table, comma);
    if (!rows) return context.skip();
    expect(rows).toEqual([['doi'], [''], ['10.1000/x']]);
  });
  test('LibreOffice gives the same cells back', (context) => {
    const nasty = fc.oneof(
      text,
      fc.constantFrom('2408.10000', '007', '1e5', '2024-01-02', 'true', "'x", 'a;b', '≲ 𝒪(√n) 数'),
    );
    const records = fc
      .sample(fc.tuple(nasty, nasty, fc.array(nasty)), { numRuns: 300, seed: 11 })
      .map(([title, abstract, authors]) => sampleRecord({ title, abstract, authors }));
    const fields = ['title', 'abstract', 'authors', 'upvotes'];
    const shown = throughLibreOffice(write(format, records, fields), format, comma);
    if (!shown) return context.skip();
    const oneBreak = (cell: string): string => cell.replace(/\r\n?/g, '\n'); // a cell has but one kind of line break
    const rows = readWithPython(write(format, records, fields), comma);
    if (!rows) return context.skip();
    expect(readWithPython(shown, ',')?.map((row) => row.map(oneBreak))).toEqual(rows.map((row) => row.map(oneBreak)));
  });
  test('lists are joined, digest and source have columns of their own', () => {
    const [head, row] = write(format, [sampleRecord({ abstract: 'x' })])
      .trimEnd()
      .split('\r\n');
    expect(head?.split(comma)).toEqual(
      FIELDS.flatMap((field) =>
        FIELD_NAMES.filter((name) => name.startsWith(`${field}_`) && ['digest', 'source'].includes(field)).concat(
          ['digest', 'source'].includes(field) ? [] : [field],
        ),
      ),
    );
    expect(row?.split(comma).slice(0, 3)).toEqual([
      'A title',
      'x',
      'https://arxiv.org/abs/2401.00001; https://github.com/a/b',
    ]);
    expect(row?.split(comma).slice(-7)).toEqual(['Digest', 'hf-search', '2024-01-03', 'a.txt', '1', '3', 'doubtful']);
  });
});

describe('markdown', () => {
  const render = (markdown: string): string =>
    micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const visible = (html: string): string =>
    html
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .replaceAll('\u2060', '')
      .trim();
  const nasty = [
    '# no heading',
    '- no item',
    '1. no list',
    '> no quote',
    '+ x',
    '= x',
    '---',
    '```js',
    '~~~',
    '***x***',
    '_x_',
    '~~x~~',
    '[x](http://evil.example)',
    '![x](http://evil.example/x.png)',
    '<script>alert(1)</script>',
    '<!-- x',
    '&copy;',
    '&#64;all',
    'https://evil.example/x',
    'www.evil.example',
    'me@evil.example',
    '@everyone see #12 and GH-12',
    '|a|b|',
    '`code`',
    '\\*x\\*',
    '$x_1$',
    '[^1]: note',
    '[x]: http://evil.example',
    '<http://evil.example>',
    'a  \nb',
    '    code',
    '[ ] task',
    'ftp://evil.example',
  ];
  test.each(nasty)('%s shows as it is', (text) => {
    const html = render(write('markdown', [sampleRecord({ title: text, abstract: text })], ['title', 'abstract']));
    const plain = text.replace(/\s+/g, ' ').trim();
    expect(visible(html)).toBe(`${plain}\n${plain}`);
    expect(html.match(/<(?!\/?(?:h2|p)>|a href="https:\/\/arxiv\.org\/abs\/2401\.00001">|\/a>)[^>]*>/g)).toBeNull();
    expect(html).not.toMatch(/@\w|#\d|GH-\d/);
  });
  test('no text breaks out', () => {
    const piece = fc.constantFrom(...nasty, '\n', '\n\n', ' ', '`', '*', '[', ']', '(', ')', '<', '>', '\\', 'word');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        (text) => {
          const html = render(
            write('markdown', [sampleRecord({ title: text, abstract: text })], ['title', 'abstract']),
          );
          expect(
            html.match(/<(?!\/?(?:h2|p)>|a href="https:\/\/arxiv\.org\/abs\/2401\.00001">|\/a>)[^>]*>/g),
          ).toBeNull();
        },
      ),
      { numRuns: 1000 },
    );
  });
  test.each(['A Note on C #', 'Ends in ##', '#', '##', '# #'])(
    'a heading without a link keeps the end of %s',
    (title) => {
      const html = render(
        write('markdown', [sampleRecord({ title, arxiv_id: null, doi: null, links: [] })], ['title']),
      );
      expect(visible(html)).toBe(title);
    },
  );
  test('a link leads only to http and cannot leave its brackets', () => {
    const links = [
      { url: 'javascript:alert(1)', kind: 'code' as const },
      { url: 'https://x.y/a>b c)', kind: 'code' as const },
      { url: 'https://x.y/?a&copy;=1&b=2', kind: 'other' as const },
    ];
    const html = render(write('markdown', [sampleRecord({ arxiv_id: null, doi: null, links })], ['links']));
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      '#',
      'https://x.y/a%3Eb%20c)',
      'https://x.y/?a&amp;copy;=1&amp;b=2',
    ]);
  });
});

/** A table opened by LibreOffice (UTF-8, quoted cells are text) and saved again; nothing when it is not installed. */
function throughLibreOffice(table: string, format: string, comma: string): string | undefined {
  const folder = temporaryFolder();
  writeFileSync(join(folder, `in.${format}`), table);
  const read = `--infilter=Text - txt - csv (StarCalc):${comma.charCodeAt(0)},34,76,1,,1033,true,false`;
  const save = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1';
  const home = `-env:UserInstallation=file://${folder}/home`;
  const args = [home, '--headless', read, '--convert-to', save, '--outdir', join(folder, 'out'), `in.${format}`];
  const ran = spawnSync('soffice', args, { cwd: folder, encoding: 'utf8', timeout: 50_000 });
  if (ran.error) return undefined;
  const [name = ''] = readdirSync(join(folder, 'out'));
  return readFileSync(join(folder, 'out', name), 'utf8');
}

/** The rows as Python reads them; nothing when there is no Python. */
function readWithPython(table: string, comma: string): string[][] | undefined {
  const code = `import csv,json,sys,io
csv.field_size_limit(10**9)
text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')
print(json.dumps(list(csv.reader(text, delimiter=sys.argv[1], strict=True))))`;
  const ran = spawnSync('python3', ['-c', code, comma], { input: table, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (ran.error) return undefined;
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}
