// What a shell sees: streams, exit statuses, pipes, signals, files.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { papersift, SEED, shell, start, temporaryFolder } from '../help/program.ts';
import { valid } from '../help/records.ts';
import { tar, warc } from '../io/archives.ts';

const seed = readFileSync(SEED, 'utf8');

test('a file gives its records as one JSON array, and nothing is said', () => {
  const { status, stdout, stderr } = papersift([SEED, '--math', 'raw']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const records = JSON.parse(stdout);
  expect(valid(records)).toHaveLength(5);
  expect(records[0].title).toBe('Mesa: A Memory-saving Training Framework for Transformers');
  expect(records[0].links).toEqual([{ url: 'https://github.com/ziplab/Mesa', kind: 'code' }]);
  expect(records[0].source).toEqual({ file: SEED, line: 13, end_line: 15 });
  expect(records[4].source).toEqual({ file: SEED, line: 29, end_line: 31 });
});

test('standard input is read without arguments and for -', () => {
  const [piped, dash] = [papersift([], { input: seed }), papersift(['-'], { input: seed })];
  expect(piped).toEqual(dash);
  expect(JSON.parse(piped.stdout)).toHaveLength(5);
  expect(JSON.parse(piped.stdout)[0].source.file).toBeNull();
});

test('several inputs go into one array, in order', () => {
  const { stdout } = papersift([SEED, '-'], { input: seed });
  expect(JSON.parse(stdout).map((record: { source: { file: string | null } }) => record.source.file)).toEqual([
    ...Array(5).fill(SEED),
    ...Array(5).fill(null),
  ]);
});

test('a glob that the shell has left alone is looked for', () => {
  const ran = papersift(['-f', 'jsonl', '--fields', 'source_file', 'fixtures/hf-search/s?ed.t*']);
  expect(ran).toEqual({ status: 0, stdout: `{"source_file":"${SEED}"}\n`.repeat(5), stderr: '' });
});

test('what cannot be read is named with its reason, the rest is still written', () => {
  const folder = temporaryFolder();
  const bad = ['/no/such/file', folder, `${SEED}/below`, 'n'.repeat(300)];
  const { status, stdout, stderr } = papersift([...bad, SEED]);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toHaveLength(5);
  const said = stderr.trimEnd().split('\n');
  expect(said).toHaveLength(bad.length);
  for (const [i, name] of bad.entries()) expect(said[i]).toContain(`papersift: ${name.slice(0, 60)}`);
});

test('text that is no digest: no records, all its lines as rejects, a message, status 1', () => {
  const rejects = join(temporaryFolder(), 'rejects.tsv');
  const { status, stdout, stderr } = papersift(['--rejects', rejects], { input: 'one\n\n  two\nthree' });
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual([]);
  expect(stderr).toMatch(/^papersift: standard input:1: no digest recognised \(nearest layout: \S+; missing: .+\)\n$/);
  expect(readFileSync(rejects, 'utf8')).toBe('1\tone\n2\t\n3\t  two\n4\tthree\n');
});

test('pages that are no digest stand beside a digest: a warning, status 0, and 1 with --strict', () => {
  const other = (n: number): string =>
    `[${n}] Title: Tea\n[${n}] URL Source: https://example.org/tea\n\n# Tea\n\n${'Tea is a drink.\n\n'.repeat(20)}`;
  const page = readFileSync('fixtures/hf-paper/markdown-buttons.md', 'utf8');
  const input = `${other(1)}${page}\n${other(2)}`;
  const { status, stdout, stderr } = papersift([], { input });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toHaveLength(1);
  expect(stderr.match(/^papersift: standard input:\d+: warning: no digest recognised/gm)).toHaveLength(2);
  expect(papersift(['--strict'], { input }).status).toBe(1);
});

test('rejects of several inputs carry the name of their file', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a'), 'x\n');
  writeFileSync(join(folder, 'b'), 'y\n');
  const [a, b, rejects] = [join(folder, 'a'), join(folder, 'b'), join(folder, 'rejects')];
  papersift([a, b, '--rejects', rejects]);
  expect(readFileSync(rejects, 'utf8')).toBe(`${a}:1\tx\n${b}:1\ty\n`);
});

test('rejects of a folder, a glob, an archive and captures carry names too, those of one file none', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'd'));
  writeFileSync(join(folder, 'd/a.txt'), 'x\n');
  writeFileSync(join(folder, 'd/a.txt.gz'), gzipSync('x\n'));
  writeFileSync(join(folder, 'c.jsonl'), '{"url": "http://u", "text": "x"}\n');
  writeFileSync(join(folder, 'z.tar'), tar([{ name: 'm.txt', data: 'x\n' }]));
  const rejectsOf = (name: string): string => {
    papersift(['-q', '--rejects', 'rejects', name], { cwd: folder });
    return readFileSync(join(folder, 'rejects'), 'utf8');
  };
  expect(rejectsOf('d')).toBe('d/a.txt:1\tx\nd/a.txt.gz:1\tx\n');
  expect(rejectsOf('d/*.txt')).toBe('d/a.txt:1\tx\n');
  expect(rejectsOf('c.jsonl')).toBe('http://u:1\tx\n');
  expect(rejectsOf('z.tar')).toBe('z.tar/m.txt:1\tx\n');
  expect(rejectsOf('d/a.txt')).toBe('1\tx\n');
  expect(rejectsOf('d/a.txt.gz')).toBe('1\tx\n');
});

test('empty input is status 1 and still a valid array', () => {
  const { status, stdout, stderr } = papersift([]);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual([]);
  expect(stderr).toContain('standard input: there is nothing in it');
});

test('-o writes a file only when all is read, and keeps its mode and its link', () => {
  const folder = temporaryFolder();
  const [file, link] = [join(folder, 'out.json'), join(folder, 'link.json')];
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  symlinkSync(file, link);
  expect(papersift([SEED, '-o', link])).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(5);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).sort()).toEqual(['link.json', 'out.json']);
});

test('an output that cannot be written is named, status 1', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'sub'));
  for (const path of [join(folder, 'none', 'x.json'), join(folder, 'sub')]) {
    const { status, stderr } = papersift([SEED, '-o', path]);
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`^papersift: ${path}: cannot be written: .+\n$`));
  }
});

test('a device is written directly', () => {
  expect(Number(shell(`papersift ${SEED} -o /dev/stdout | wc -l`).stdout)).toBeGreaterThan(100);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves no half-written file', async (signal) => {
  const folder = temporaryFolder();
  const child = start(['-o', join(folder, 'out.jsonl'), '-f', 'jsonl']);
  child.stdin?.write(seed);
  await until(() => readdirSync(folder).length > 0);
  child.kill(signal);
  const status = await new Promise((resolve) => child.on('exit', resolve));
  expect(status).toBe(signal === 'SIGINT' ? 130 : 143);
  expect(readdirSync(folder)).toEqual([]);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s is heard while nobody writes to a named pipe', async (name) => {
  const folder = temporaryFolder();
  const pipe = join(folder, 'pipe');
  shell(`mkfifo ${pipe}`);
  const child = start(['-o', join(folder, 'out.json'), pipe]);
  await until(() => readdirSync(folder).length > 1);
  await new Promise((resolve) => setTimeout(resolve, 100)); // until the pipe is being opened
  child.kill(name);
  const [status, signal] = await new Promise<unknown[]>((resolve) => child.on('exit', (...how) => resolve(how)));
  expect([130, 143, 129, name]).toContain(status ?? signal);
  expect(readdirSync(folder)).toEqual(['pipe']);
});

test.each([['-o'], ['--rejects']])('Ctrl-C is heard while nobody opens the named pipe of %s', async (option) => {
  const pipe = join(temporaryFolder(), 'pipe');
  shell(`mkfifo ${pipe}`);
  const child = start([option, pipe, SEED]);
  await new Promise((resolve) => setTimeout(resolve, 500)); // until the pipe is being opened
  child.kill('SIGINT');
  const [status, signal] = await new Promise<unknown[]>((resolve) => child.on('exit', (...how) => resolve(how)));
  expect([130, 'SIGINT']).toContain(status ?? signal);
});

test('a named pipe that somebody opens takes the output, also one without a byte', () => {
  const folder = temporaryFolder();
  const pipe = join(folder, 'pipe');
  const line = `papersift -f jsonl -o ${pipe} ${SEED} --rejects ${pipe}2 & cat ${pipe} | wc -l; wc -c < ${pipe}2`;
  expect(shell(`mkfifo ${pipe} ${pipe}2; ${line}`).stdout.trim().split(/\s+/)).toEqual(['5', '0']);
});

test('the output is written to its end when nobody reads the rejects any more', () => {
  const folder = temporaryFolder();
  const [text, out] = [join(folder, 'text'), join(folder, 'out')];
  writeFileSync(text, 'nothing known\n'.repeat(100_000));
  const { stdout } = shell(
    `papersift -q -f jsonl ${text} ${SEED} -o ${out} --rejects >(true); echo $?; wc -l < ${out}`,
  );
  expect(stdout.trim().split(/\s+/)).toEqual(['1', '5']);
});

test('Ctrl-C is heard while nobody reads the output', async () => {
  const child = start(['-f', 'jsonl']);
  child.stdin?.on('error', () => {});
  for (let i = 0; i < 100; i++) child.stdin?.write(`${seed}\n`);
  await new Promise((resolve) => child.stdout?.once('readable', resolve));
  child.kill('SIGINT');
  // A shell says 130 for both; see signals.ts.
  const [status, signal] = await new Promise<unknown[]>((resolve) => child.on('exit', (...how) => resolve(how)));
  expect([130, 'SIGINT']).toContain(status ?? signal);
});

test('jsonl writes a record as soon as it is complete', async () => {
  const child = start(['-f', 'jsonl']);
  const lines = `${seed}\n\nA Next Paper\n\n`.repeat(8);
  child.stdin?.write(lines);
  const chunk = await new Promise<string>((resolve) => child.stdout?.once('data', (data) => resolve(String(data))));
  expect(JSON.parse(chunk.slice(0, chunk.indexOf('\n'))).title).toMatch(/^Mesa/);
  expect(child.exitCode).toBeNull();
});

test('a closed pipe ends quietly with status 0', () => {
  const line = `for i in {1..2000}; do cat ${SEED}; echo; echo; done | papersift -f jsonl | head -1 | wc -l; echo "\${PIPESTATUS[1]}"`;
  const { stdout, stderr } = shell(line);
  expect(stdout.trim().split(/\s+/)).toEqual(['1', '0']);
  expect(stderr).toBe('');
});

test('doubts are warnings with file and line; --strict makes them status 1', () => {
  const input = seed.replace('There has', 'The\0re\u001b has');
  const { status, stdout, stderr } = papersift(['-f', 'jsonl'], { input });
  expect(status).toBe(0);
  expect(stderr).toBe('papersift: standard input:13: warning: line 15: 2 control characters removed\n');
  const [first] = stdout.split('\n');
  expect(JSON.parse(first ?? '').warnings).toEqual(['line 15: 2 control characters removed']);
  expect(papersift(['--strict', '-q'], { input })).toMatchObject({ status: 1, stderr: '' });
  expect(papersift(['--strict', '--math', 'raw', SEED]).status).toBe(0);
});

test('a line outside of records is warned about just so, be it blank, furniture or a reject', () => {
  const lines = seed.replace('Subscribe', 'Sub\0scribe').split('\n');
  lines[13] = '\u0001\u0002';
  const bytes = Buffer.concat([Buffer.from('Z\xfcrich\n', 'latin1'), Buffer.from(lines.join('\n'))]);
  const said = [
    'line 1: bytes that are no valid text were replaced by U+FFFD',
    'line 6: 1 control character removed',
    'line 15: 2 control characters removed',
  ];
  for (const args of [
    ['--math', 'raw'],
    ['explain', '--math', 'raw'],
  ]) {
    const { stdout, stderr } = papersift(args, { input: bytes });
    const text = args[0] === 'explain' ? stdout : stderr.replaceAll('papersift: standard input: ', '');
    expect(text.match(/(?<=^warning: ).*/gm)).toEqual(said);
  }
  expect(papersift([], { input: 'a\0b' }).stderr).toContain(`input: warning: line 1: 1 control character removed\n`);
});

test('after twenty warnings only their number is said, unless -v asks for all', () => {
  const paper = (n: number): string => `Paper ${n} on macros\n\nWe present \\ours${'x'.repeat(n)}, which is good.\n\n`;
  const head = seed.slice(0, seed.indexOf('Mesa:'));
  const input = head + Array.from({ length: 25 }, (_, n) => paper(n)).join('');
  const short = papersift(['-f', 'jsonl'], { input }).stderr.trim().split('\n');
  expect(short).toHaveLength(21);
  expect(short.at(-1)).toBe('papersift: 5 more warnings; -v shows all, and records carry theirs');
  const all = papersift(['-v', '-f', 'jsonl'], { input }).stderr;
  expect(all.match(/ warning: /g)).toHaveLength(25);
});

test('the pieces of an overlong line are one line among the rejects', () => {
  const rejects = join(temporaryFolder(), 'rejects');
  papersift(['-q', '--rejects', rejects], { input: `${'x'.repeat(3_000_000)}\nend` });
  expect(readFileSync(rejects, 'utf8')).toBe(`1\t${'x'.repeat(3_000_000)}\n2\tend\n`);
  const emoji = `x${'😀'.repeat(1_200_000)}`; // a piece would end in the midst of one
  papersift(['-q', '--rejects', rejects], { input: emoji });
  expect(readFileSync(rejects, 'utf8') === `1\t${emoji}\n`).toBe(true);
});

test.each([
  ['formulas', `${'plain '.repeat(170_002)}${'1920times1080 '.repeat(10_000)}`],
  ['no blank', `x${'😀'.repeat(600_000)}`],
])('clean cuts an overlong line where its text says, however it comes: %s', (_name, text) => {
  const folder = temporaryFolder();
  const [file, repaired] = [join(folder, 'long.txt'), join(folder, 'repaired.txt')];
  writeFileSync(file, text);
  writeFileSync(repaired, text.replaceAll('times', '×'));
  const ways = [`cat ${file}`, `{ head -c 100001; sleep 0.1; cat; } < ${file}`, `dd if=${file} bs=1048577`];
  for (const way of ways) expect(shell(`${way} 2> /dev/null | papersift clean | cmp - ${repaired}`).stdout).toBe('');
});

test('a named pipe is read', () => {
  expect(Number(shell(`papersift -f jsonl <(cat ${SEED}) | wc -l`).stdout)).toBe(5);
});

const hasScript = shell('script --version').status === 0;

test.skipIf(!hasScript)('at a terminal a hint says that input is awaited', () => {
  const { stdout } = shell(`script -qec "'${process.execPath}' bin/papersift.js" /dev/null < /dev/null`);
  expect(stdout).toContain('reading standard input until Ctrl-D');
});

test('a layout that was asked for and finds nothing is worth a warning', () => {
  const forced = (layout: string): string => papersift(['--layout', layout, SEED]).stderr;
  expect(forced('arxiv-listing')).toBe(
    `papersift: ${SEED}: warning: the page that begins at line 1: no paper is found in it, read as arxiv-listing\n`,
  );
  expect(forced('hf-search')).toBe('');
});

test('-q says nothing, -v sums up', () => {
  expect(papersift(['-q', '/no/such/file'])).toMatchObject({ status: 1, stderr: '' });
  expect(papersift(['-v', SEED]).stderr).toContain('papersift: 1 input, 5 records');
});

test('what is passed over in folders and archives is counted in the sum, here and by convert', () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'in'));
  const data = readFileSync(SEED, 'utf8');
  const links = ['1', '2'].map((type) => ({ name: `link${type}.txt`, type, link: 'a.txt' }));
  writeFileSync(join(cwd, 'in/x.tar'), tar([{ name: 'a.txt', data }, ...links, { name: '.hidden', data }]));
  writeFileSync(join(cwd, 'in/p.png'), '\x89PNG', 'latin1');
  const page = { url: 'http://e/a', type: 'text/plain', body: data };
  writeFileSync(join(cwd, 'in/x.warc'), warc([page, { ...page, status: '404 Not Found' }]));
  const said = / 5 files passed over \(no text, hidden, a link, or an answer other than 200\)\n$/;
  for (const args of [
    ['-v', 'in'],
    ['convert', 'in', '-o', 'out'],
  ])
    expect(papersift(args, { cwd })).toMatchObject({ status: 0, stderr: expect.stringMatching(said) });
  expect(papersift(['in'], { cwd }).stderr).toBe('');
});

test('control characters in names and texts do not reach the terminal', () => {
  const name = join(temporaryFolder(), 'a\u001b[31mb\nc.txt');
  writeFileSync(name, 'hello \u001b]0;title\u0007\n');
  for (const args of [[name], ['explain', name]]) {
    const { stdout, stderr } = papersift(args);
    expect(stdout.replaceAll('\n', '') + stderr.replaceAll('\n', '')).not.toMatch(/[\0-\x1f\x7f]/);
    expect(stderr + stdout).toContain('c.txt');
  }
});

test('the output file may be one of the inputs', () => {
  const file = join(temporaryFolder(), 'page.txt');
  writeFileSync(file, seed);
  expect(papersift([file, '-o', file]).status).toBe(0);
  expect(existsSync(file) && JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(5);
});

test('rejects take the place of no input', () => {
  const file = join(temporaryFolder(), 'page.txt');
  writeFileSync(file, seed);
  expect(papersift([file, '--rejects', file]).status).toBe(2);
  expect(readFileSync(file, 'utf8')).toBe(seed);
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
