// Whole runs of `papersift convert`, as a user starts them.
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { startOf } from '../../src/io/alive.ts';
import { papersift, type Ran, SEED, shell, temporaryFolder } from '../help/program.ts';
import { valid } from '../help/records.ts';
import { tar, warc, zip } from '../io/archives.ts';

const seed = readFileSync(SEED, 'utf8');
/** Pages that differ: the seed without its first papers. */
const pages = [0, 1, 2, 3].map((skip) => {
  const lines = seed.split('\n');
  return [...lines.slice(0, 12), ...lines.slice(12 + 4 * skip)].join('\n');
});

let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
  for (const [i, page] of pages.entries()) {
    mkdirSync(join(folder, `in/${i % 2}`), { recursive: true });
    writeFileSync(join(folder, `in/${i % 2}/${i}.txt`), page);
  }
});

const convert = (...args: string[]): Ran => papersift(['convert', ...args], { cwd: folder });

/** Every file under a folder with its content, the journal included. */
function contents(name: string): { [path: string]: string } {
  const paths = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8', withFileTypes: true });
  const files = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.sort().map((path) => [path.slice(join(folder, name).length + 1), readFileSync(path, 'latin1')]),
  );
}

function titles(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).title);
}

test('a folder is mirrored: one output for each page, valid records, and nothing else is left', () => {
  const { status, stdout, stderr } = convert('in', '-o', 'out', '-f', 'jsonl');
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toMatch(/4 pages, 14 records, .* MB\/s\)\n$/);
  const out = contents('out');
  expect(Object.keys(out)).toEqual([
    '.papersift/journal.jsonl',
    'in/0/0.txt.jsonl',
    'in/0/2.txt.jsonl',
    'in/1/1.txt.jsonl',
    'in/1/3.txt.jsonl',
  ]);
  const records =
    out['in/1/3.txt.jsonl']
      ?.trim()
      .split('\n')
      .map((line) => JSON.parse(line)) ?? [];
  expect(valid(records)).toHaveLength(2);
  expect(records[0].source.file).toBe('in/1/3.txt');
});

test('the output does not depend on the number of workers', () => {
  writeFileSync(join(folder, 'a.tar.gz'), gzipSync(tar(pages.map((data, i) => ({ name: `p/${i}.txt`, data })))));
  writeFileSync(
    join(folder, 'c.jsonl'),
    pages.map((text, i) => JSON.stringify({ url: `http://e/${i}`, text })).join('\n'),
  );
  for (const jobs of ['1', '2', '4'])
    expect(convert('in', 'a.tar.gz', 'c.jsonl', '-o', `out${jobs}`, '-j', jobs, '-q').status).toBe(0);
  expect(contents('out2')).toEqual(contents('out1'));
  expect(contents('out4')).toEqual(contents('out1'));
});

test('folder, tar, zip, WARC and captures give the same records', () => {
  const files = pages
    .map((data, i) => ({ name: `in/${i % 2}/${i}.txt`, data }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const captures = files.map(({ name, data }) => ({ url: `http://e/${name}`, type: 'text/plain', body: data }));
  writeFileSync(join(folder, 'x.tar'), tar(files));
  writeFileSync(join(folder, 'x.zip'), zip(files));
  writeFileSync(join(folder, 'x.warc'), warc(captures));
  writeFileSync(
    join(folder, 'x.jsonl'),
    captures.map(({ url, body }) => JSON.stringify({ url, text: body })).join('\n'),
  );
  const all = ['in', 'x.tar', 'x.zip', 'x.warc', 'x.jsonl'].map((input) => {
    expect(
      convert(input, '--merge', '-o', 'all.jsonl', '-q', '--fields', 'title,abstract,links,source_line').status,
    ).toBe(0);
    return readFileSync(join(folder, 'all.jsonl'), 'utf8');
  });
  expect(titles(all[0] ?? '')).toHaveLength(14);
  expect(new Set(all).size).toBe(1);
});

test('what is done and unchanged is skipped; what changed, went missing or has other options is done again', () => {
  convert('in', '-o', 'out', '-q');
  const before = contents('out');
  expect(convert('in', '-o', 'out').stderr).toContain('0 pages, 0 records');
  expect(contents('out')).toEqual(before);
  writeFileSync(join(folder, 'in/0/0.txt'), pages[1] ?? '');
  rmSync(join(folder, 'out/in/1/3.txt.json'));
  expect(convert('in', '-o', 'out').stderr).toContain('2 pages, ');
  writeFileSync(join(folder, 'in/0/0.txt'), pages[0] ?? '');
  convert('in', '-o', 'out', '-q');
  expect(contents('out')).toEqual(before);
  expect(convert('in', '-o', 'out', '--math', 'raw').stderr).toContain('4 pages, ');
});

test('streams of captures are skipped as a whole', () => {
  writeFileSync(join(folder, 'c.jsonl'), pages.map((text) => JSON.stringify({ url: 'u', text })).join('\n'));
  convert('c.jsonl', '-o', 'out', '-q');
  const before = contents('out');
  expect(convert('c.jsonl', '-o', 'out').stderr).toContain('1 input unchanged');
  expect(contents('out')).toEqual(before);
});

test('--dedupe writes each paper once and says how many showings were joined', () => {
  const { stderr } = convert('in', '--merge', '--dedupe', '-o', 'all.jsonl');
  expect(stderr).toContain('9 showings joined with an earlier one');
  expect(new Set(titles(readFileSync(join(folder, 'all.jsonl'), 'utf8'))).size).toBe(5);
  expect(convert('in', '--dedupe', '-o', 'out').status).toBe(2);
});

test('--dedupe adds what later pages show of a paper, in every format and with every number of workers', () => {
  const [, end = ''] = /(extensive experiments.*)\n/i.exec(seed) ?? [];
  expect(end).toContain('https://github.com/ziplab/Mesa');
  mkdirSync(join(folder, 'two'));
  writeFileSync(join(folder, 'two/1.txt'), seed.replace(end, '...'));
  writeFileSync(join(folder, 'two/2.txt'), seed);
  const whole = JSON.parse(papersift(['-f', 'jsonl', join(folder, 'two/2.txt')]).stdout.split('\n')[0] ?? '');
  const all = ['1', '2'].map((jobs) => {
    expect(convert('two', '--merge', '--dedupe', '-o', 'all.jsonl', '-q', '-j', jobs).status).toBe(0);
    return readFileSync(join(folder, 'all.jsonl'), 'utf8');
  });
  expect(all[1]).toBe(all[0]);
  const records = (all[0] ?? '')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(valid(records)).toHaveLength(5);
  expect(records[0]).toEqual({ ...whole, source: { ...whole.source, file: 'two/1.txt' } });
  convert('two', '--shard', '2', '--dedupe', '-o', 'out', '-q', '-f', 'csv', '--fields', 'links,source_file');
  expect(Object.values(contents('out')).join('')).toContain('https://github.com/ziplab/Mesa,two/1.txt\r\n');
});

test('--shard writes files of even size that hold every record once', () => {
  expect(convert('in', '--shard', '3', '-f', 'jsonl', '-o', 'out', '-q').status).toBe(0);
  const out = contents('out');
  expect(Object.keys(out)).toEqual([1, 2, 3].map((i) => `papers-${i}-of-3.jsonl`));
  expect(titles(Object.values(out).join(''))).toHaveLength(14);
  const sizes = Object.values(out).map((text) => text.length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(4000);
});

test('names ask for formats and compression', () => {
  convert('in', '--merge', '-o', 'all.jsonl', '-q');
  convert('in', '--merge', '-o', 'all.jsonl.gz', '-q');
  convert('in', '--merge', '-o', 'all.jsonl.zst', '-q');
  convert('in', '--compress', 'gz', '-f', 'csv', '-o', 'out', '-q');
  expect(gunzipSync(readFileSync(join(folder, 'all.jsonl.gz'))).equals(readFileSync(join(folder, 'all.jsonl')))).toBe(
    true,
  );
  const { stdout } = papersift(['-f', 'jsonl', join(folder, 'all.jsonl.zst')]);
  expect(stdout).toBe(''); // it is read as captures, and is none
  expect(gunzipSync(readFileSync(join(folder, 'out/in/0/0.txt.csv.gz'))).toString()).toContain('title,abstract');
});

test('--report has one row for each input, and the sum', () => {
  writeFileSync(join(folder, 'in/none.txt'), 'no digest\n');
  expect(convert('in', '-o', 'out', '--report', 'report.json', '-q').status).toBe(1);
  const { inputs, total } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  expect(inputs).toHaveLength(5);
  expect(inputs[0]).toMatchObject({
    input: 'in/0/0.txt',
    output: 'in/0/0.txt.json',
    records: 5,
    layout: 'hf-search',
    markup: 'plain',
    unchanged: false,
  });
  expect(inputs[4].problems).toHaveLength(1);
  expect(total).toMatchObject({ pages: 5, records: 14, inputs: 5 });
});

test('hostile names never lead out of the folder, and no two inputs share an output', () => {
  const long = 'n'.repeat(90);
  writeFileSync(
    join(folder, 'x.zip'),
    zip(
      [
        '../../up.txt',
        '/abs.txt',
        'c:\\d.txt',
        'ab:*?.txt',
        'AB:*?.txt',
        'nul.txt',
        `${long}/${long}${long}${long}.txt`,
      ].map((name) => ({ name, data: pages[3] ?? '' })),
    ),
  );
  const { status, stderr } = convert('x.zip', '-o', 'deep/er/out', '-f', 'jsonl');
  expect(status).toBe(1);
  expect(stderr.match(/climbs|absolute|drive letter/g)).toHaveLength(3);
  const made = Object.keys(contents('.')).filter((name) => name.endsWith('.txt.jsonl') || name.includes('~'));
  expect(made.every((name) => name.startsWith('deep/er/out/x.zip/'))).toBe(true);
  expect(made.map((name) => name.slice('deep/er/out/x.zip/'.length)).filter((name) => name.length < 40)).toEqual(
    ['_nul.txt.jsonl', 'AB___.txt~2.jsonl', 'ab___.txt.jsonl'].sort(),
  );
  expect(existsSync(join(folder, '../up.txt.jsonl'))).toBe(false);
});

test('what cannot be read or written is named, everything else is done', () => {
  writeFileSync(join(folder, 'in/cut.txt.gz'), gzipSync(seed).subarray(0, -9));
  writeFileSync(join(folder, 'in/empty.txt'), '');
  const { status, stderr } = convert('in', 'missing', '-o', 'out');
  expect(status).toBe(1);
  expect(stderr).toMatch(/in\/cut\.txt\.gz: its gzip stream is damaged or cut off/);
  expect(stderr).toMatch(/in\/empty\.txt: there is nothing in it/);
  expect(stderr).toMatch(/missing: there is no such file or folder/);
  expect(Object.keys(contents('out')).filter((name) => name.startsWith('in/'))).toHaveLength(5);
  mkdirSync(join(folder, 'taken/0/0.txt.json/x'), { recursive: true });
  const blocked = convert('in/0', 'in/1', '-o', 'taken', '-f', 'json');
  expect(blocked.status).toBe(1);
  expect(blocked.stderr).toContain('cannot be written');
  expect(Object.keys(contents('taken')).filter((name) => /^\d/.test(name))).toHaveLength(3);
});

test('an output folder inside the input folder is not read again', () => {
  convert('in', '-o', 'in/out', '-q');
  expect(convert('in', '-o', 'in/out').stderr).toContain('4 inputs unchanged');
});

test.each([
  [['in', '--merge', '-o', 'in/all.json', '--report', 'in/report.json']],
  [['in', '--merge', '-o', 'in/all.json', '--hidden']],
  [['in', '--shard', '2', '-o', 'in/out']],
  [['in/*', '-o', 'in/out']],
  [['in/0', 'in/1', 'in/out', '-o', 'in/out']],
])('outputs inside the inputs are not read by the next run: %s', (args) => {
  mkdirSync(join(folder, 'in/out'));
  expect(convert(...args, '-q')).toMatchObject({ status: 0, stderr: '' });
  const before = contents('in');
  expect(convert(...args, '-q')).toMatchObject({ status: 0, stderr: '' });
  delete before['report.json'];
  expect(contents('in')).toMatchObject(before);
});

test.each([
  [['in', '-o', 'in'], 'stand among the inputs in in'],
  [['in', '--shard', '2', '-o', './in/'], 'stand among the inputs in ./in/'],
  [['in', '-o', '.'], 'stand among the inputs in in'],
  [['in/0/0.txt', '--merge', '-o', 'in/1/../0/0.txt'], '-o names in/0/0.txt'],
  [['in/1/1.txt', 'in/1.txt.json', '-o', 'in'], 'the place of the input in/1.txt.json'],
  [['in', '--merge', '-o', 'in/0/0.txt'], 'in/0/0.txt is among the inputs'],
  [['in/*/*.txt', '--merge', '-o', 'in/0/0.txt'], 'in/0/0.txt is among the inputs'],
  [['in', '-o', 'out', '--report', 'in/0/0.txt'], 'in/0/0.txt is among the inputs'],
  [['in', '-o', 'out', '--report', '-'], 'the report is written to a file'],
  [['in/0/0.txt', '-o', 'out', '--report', 'in/0/0.txt'], 'in/0/0.txt is among the inputs'],
  [['in', '-o', 'out', '--report', 'out/.papersift/r.json'], "is the run's own"],
  [['in', '--merge', '-o', 'x.csv.xz'], 'compressed as .gz or .zst'],
  [['in', '--merge', '-o', 'x.csv.gz', '--compress', 'zst'], '-o x.csv.gz asks for gz'],
])('outputs that would replace inputs, or be inputs of the next run, are refused: %s', (args, reason) => {
  writeFileSync(join(folder, 'in/1.txt.json'), 'an input');
  const before = contents('.');
  const { status, stderr } = convert(...args);
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(reason) });
  expect(contents('.')).toEqual(before);
});

test('a folder without anything to read is named, the others are read; the own output is passed over', () => {
  mkdirSync(join(folder, 'empty'));
  expect(convert('empty', 'in', '-o', 'out')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^papersift: empty: there is no readable file in it\npapersift: 4 pages/),
  });
  expect(convert('in', 'out', '-o', 'out', '-q').status).toBe(0);
});

test('captures in a folder of inputs are no output of a run before; that is replaced', () => {
  writeFileSync(join(folder, 'in/c.jsonl'), JSON.stringify({ title: 'A page', url: 'http://a', text: seed }));
  const before = contents('in');
  expect(convert('in', '--merge', '-o', 'in/c.jsonl').status).toBe(2);
  expect(papersift(['in', '-o', 'in/c.jsonl'], { cwd: folder }).status).toBe(2);
  expect(contents('in')).toEqual(before);
  for (const name of ['all.jsonl.gz', 'all.csv', 'all.md']) {
    for (let run = 0; run < 2; run++) expect(convert('in', '--merge', '-o', `in/${name}`, '-q').status).toBe(0);
    rmSync(join(folder, 'in', name));
  }
});

test('a report that stands among the outputs takes the place of none', () => {
  expect(convert('in/0', '-o', 'out', '--report', 'out/0/0.txt.json').status).toBe(0);
  expect(readdirSync(join(folder, 'out/0'))).toEqual(['0.txt.json', '0.txt~2.json', '2.txt.json']);
});

test('a run that is alive keeps others out of its folder; a dead one does not', () => {
  mkdirSync(join(folder, 'out/.papersift/tmp'), { recursive: true });
  const lock = (pid: number, start: string): string => join(folder, `out/.papersift/lock-${pid}-${start}`);
  const own = lock(process.pid, startOf(process.pid));
  writeFileSync(own, '');
  writeFileSync(join(folder, 'out/.papersift/tmp/out-7'), 'left behind');
  expect(convert('in', '-o', 'out').stderr).toContain(`another run (process ${process.pid})`);
  rmSync(own);
  // The number of a process may be another one's by now.
  if (startOf(process.pid) !== '') writeFileSync(lock(process.pid, '1'), '');
  writeFileSync(lock(999999999, '1'), '');
  expect(convert('in', '-o', 'out', '-q').status).toBe(0);
  expect(Object.keys(contents('out'))).toHaveLength(5);
});

test('no bar and no colours in a pipe; silence under -q', () => {
  const { stderr } = convert('in', '-o', 'out');
  expect(stderr.split('\n')).toHaveLength(2);
  expect(stderr).not.toContain('\x1b');
  expect(convert('in', '-o', 'out2', '-q').stderr).toBe('');
});

test('--files-from names more inputs, one a line or parted by NUL', () => {
  const run = (input: string, ...more: string[]): Ran =>
    papersift(['convert', '--files-from', '-', '--merge', '-o', 'all.jsonl', '-q', ...more], { cwd: folder, input });
  cpSync(join(folder, 'in/1'), join(folder, 'two\nlines'), { recursive: true });
  for (const list of ['in/0/0.txt\nin/1\n', '\ufeffin/0/0.txt\r\n\r\nin/1', 'in/0/0.txt\0two\nlines\0']) {
    expect(run(list).status).toBe(0);
    expect(titles(readFileSync(join(folder, 'all.jsonl'), 'utf8'))).toHaveLength(5 + 4 + 2);
  }
  for (const none of ['', '\n\n', '\ufeff', '\0'])
    expect(run(none)).toEqual({ status: 2, stdout: '', stderr: 'error: standard input: it names no input\n' });
  expect(run('in\n', '-')).toMatchObject({ status: 2, stderr: expect.stringContaining('named twice') });
});

test('--merge follows links, keeps the mode of what it replaces, and writes to devices and pipes as they are', () => {
  const run = (output: string, ...more: string[]): number | null =>
    convert('in', '--merge', '-f', 'jsonl', '-q', '-o', output, ...more).status;
  expect(run('real.jsonl')).toBe(0);
  const all = readFileSync(join(folder, 'real.jsonl'), 'utf8');
  writeFileSync(join(folder, 'real.jsonl'), 'old');
  chmodSync(join(folder, 'real.jsonl'), 0o640);
  mkdirSync(join(folder, 'links'));
  symlinkSync('../real.jsonl', join(folder, 'links/all.jsonl'));
  expect(run('links/all.jsonl')).toBe(0);
  expect(readFileSync(join(folder, 'real.jsonl'), 'utf8')).toBe(all);
  expect(statSync(join(folder, 'real.jsonl')).mode & 0o777).toBe(0o640);
  expect(readdirSync(join(folder, 'links'))).toEqual(['all.jsonl']);
  expect(lstatSync(join(folder, 'links/all.jsonl')).isSymbolicLink()).toBe(true);
  const go = `cd '${folder}'; papersift convert in --merge -f jsonl -q -o`;
  expect(shell(`${go} /dev/stdout | cat`)).toEqual({ status: 0, stdout: all, stderr: '' });
  expect(shell(`mkfifo '${folder}/pipe'; cat '${folder}/pipe' & ${go} pipe; wait`).stdout).toBe(all);
  expect(statSync(join(folder, 'pipe')).isFIFO()).toBe(true);
  expect(convert('in', '--merge', '-o', 'links').stderr).toMatch(/^papersift: links: it is a folder$/m);
});

test('Parquet that would be compressed as a whole is refused', () => {
  for (const args of [
    ['--merge', '-o', 'x.parquet', '--compress', 'gz'],
    ['--merge', '-o', 'x.parquet.zst'],
    ['--shard', '2', '-f', 'parquet', '-o', 'out', '--compress', 'gz'],
  ]) {
    const { status, stderr } = convert('in', ...args);
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('Parquet is compressed') });
  }
  expect(readdirSync(folder)).toEqual(['in']);
});

test('a report in the place of the merged records is refused', () => {
  const { status, stderr } = convert('in', '--merge', '-o', 'x.jsonl', '--report', './x.jsonl');
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('name one file') });
  expect(readdirSync(folder)).toEqual(['in']);
});

test('ndjson is another name of jsonl', () => {
  for (const name of ['all.ndjson', 'all.jsonl']) convert('in', '--merge', '-o', name, '-q');
  expect(readFileSync(join(folder, 'all.ndjson'), 'utf8')).toBe(readFileSync(join(folder, 'all.jsonl'), 'utf8'));
});

test('shards of another number that a run before left are named', () => {
  expect(convert('in', '--shard', '4', '-o', 'out').stderr).not.toContain('still there');
  const { status, stderr } = convert('in', '--shard', '2', '-o', 'out');
  expect(stderr).toMatch(
    /^papersift: out: warning: 4 files of another --shard are still there, as papers-1-of-4\.json$/m,
  );
  expect(status).toBe(0);
});
