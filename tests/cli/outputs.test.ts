// Where output goes: devices, descriptors that are open already, and outputs that cannot be written.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressionOf, compressor } from '../../src/io/codecs/compress.ts';
import { decompress } from '../../src/io/codecs/decompress.ts';
import { collect } from '../../src/io/peek.ts';
import { papersift, SEED, shell, temporaryFolder } from '../help/program.ts';

test.each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1', '/dev/fd/7', 'ITSELF'])(
  '%s is what the shell has opened: it is written where it stands, and stays the same file',
  (name) => {
    const file = join(temporaryFolder(), 'redir.txt');
    const [fd, output] = [name.endsWith('7') ? 7 : 1, name === 'ITSELF' ? file : name];
    const sift = `papersift -o ${output} -f jsonl --fields source_line ${SEED}`;
    const { status, stdout } = shell(`{ echo head >&${fd}; ${sift}; echo foot >&${fd}; } ${fd}> ${file}; cat ${file}`);
    const lines = [13, 17, 21, 25, 29].map((line) => `{"source_line":${line}}`);
    expect({ status, lines: stdout.trim().split('\n') }).toEqual({ status: 0, lines: ['head', ...lines, 'foot'] });
  },
);

test('- is standard output, where records and rejects do not go together', () => {
  const cwd = temporaryFolder();
  const seed = resolve(SEED);
  expect(papersift([seed, '-o', '-'], { cwd })).toEqual(papersift([seed]));
  expect(papersift(['-q', '-', '-o', 'out', '--rejects', '-'], { cwd, input: 'unknown\n' }).stdout).toBe(
    '1\tunknown\n',
  );
  expect(papersift([seed, '--rejects', '-'], { cwd }).status).toBe(2);
  expect(papersift([seed, '-o', '-', '--rejects', '-'], { cwd }).status).toBe(2);
  expect(readdirSync(cwd)).toEqual(['out']);
});

test('rejects may go to standard error, which stays the same file', () => {
  const file = join(temporaryFolder(), 'log.txt');
  shell(`{ echo head >&2; printf 'one\\ntwo' | papersift -q --rejects /dev/stderr; echo foot >&2; } 2> ${file}`);
  expect(readFileSync(file, 'utf8')).toBe('head\n1\tone\n2\ttwo\nfoot\n');
});

test.each(['same', './same', 'link', 'sub/../same', 'new'])('records and rejects cannot both go to %s', (name) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'same'), 'old');
  symlinkSync('same', join(folder, 'link'));
  const output = name === 'new' ? './new' : 'same';
  const { status, stderr } = papersift(['-o', output, '--rejects', name], { input: 'x', cwd: folder });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "error: option '--rejects <file>' names the file of '--output <file>'\n",
  });
  expect(readdirSync(folder).sort()).toEqual(['link', 'same', 'sub']);
  expect(readFileSync(join(folder, 'same'), 'utf8')).toBe('old');
});

test.each([
  ['-o', 'page.txt'],
  ['--rejects', 'page.txt'],
  ['-o', 'page.txt.gz'],
  ['-o', 'page.txt.zst'],
  ['-o', 'cut.gz'],
])('a page in a folder that is read is not replaced by %s %s', async (option, name) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'sub'));
  const packing = compressionOf(name);
  const page = packing === null ? readFileSync(SEED) : await (await compressor(packing))(readFileSync(SEED));
  const held = Buffer.from(name.startsWith('cut') ? page.subarray(0, 20) : page);
  writeFileSync(join(folder, 'sub', name), held);
  const { status, stderr } = papersift([option, `sub/${name}`, 'sub'], { cwd: folder });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `error: sub/${name} is among the inputs, and would be replaced by an output\n`,
  });
  expect(readFileSync(join(folder, 'sub', name))).toEqual(held);
});

test.each(['x.json', 'x.csv.gz', 'x.jsonl.zst', 'x.md.zst'])(
  'what a run has written is replaced by the next: %s',
  (name) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub/page.txt'), readFileSync(SEED));
    for (const _ of ['first', 'again'])
      expect(papersift(['-o', `sub/${name}`, 'sub'], { cwd: folder })).toEqual({ status: 0, stdout: '', stderr: '' });
  },
);

test.each([
  ['--rejects all', '> all'],
  ['--rejects link', '>> all'],
  ['--rejects hard', '> all'],
  ['--rejects /dev/stdout', '> all'],
  ['--rejects /dev/stdout', '| cat > all'],
  ['--rejects - -o -', '> all'],
  ['-o /dev/stdout --rejects all', '> all'],
])('records and rejects are not mixed in what the shell has opened: %s %s', (options, to) => {
  const folder = temporaryFolder();
  const made = `set -o pipefail; cd ${folder}; touch all; ln -s all link; ln all hard`;
  const { status, stderr } = shell(`${made}; papersift ${options} ${resolve(SEED)} ${to}`);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^error: option '--rejects <file>' names the file of (?:standard output|'--output <file>')/);
  expect(readFileSync(join(folder, 'all'), 'utf8')).toBe('');
});

test.each([
  ['clean page.txt >> page.txt', 'page.txt'],
  ['clean < page.txt >> page.txt', 'standard input'],
  ['-f jsonl link >> page.txt', 'link'],
  ['explain page.txt >> page.txt', 'page.txt'],
])('what would be read and written for ever is refused: %s', (args, name) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'page.txt'), 'a line\n');
  symlinkSync('page.txt', join(folder, 'link'));
  const { status, stderr } = shell(`cd ${folder}; ulimit -f 1000; papersift ${args}`);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: `papersift: ${name}: it is the output too, and would grow as it is read: not read\n`,
  });
  expect(readFileSync(join(folder, 'page.txt'), 'utf8')).toBe('a line\n');
});

test.each(['> d/out', '> d/out 2> d/log', '-o d/out', '-o d/out --rejects d/rest'])(
  'what a run writes into a folder is none of its inputs, also in the next run: %s',
  (to) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'd'));
    writeFileSync(join(folder, 'd/page.txt'), readFileSync(SEED));
    const run = `papersift -f jsonl d ${to}`;
    const { status, stderr } = shell(`cd ${folder}; ${run} && cp d/out first && ${run} && cmp first d/out`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  },
);

test('one device may take both', () => {
  const seed = resolve(SEED);
  for (const line of [`--rejects /dev/null ${seed} > /dev/null`, `-o /dev/null --rejects /dev/null ${seed}`])
    expect(shell(`papersift ${line}`)).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('./- is a file, whatever goes to standard output', () => {
  const folder = temporaryFolder();
  const made = shell(
    `cd ${folder}; echo x | papersift -q -f jsonl --rejects ./- > out; papersift -q -o ./- --rejects - < -`,
  );
  expect({ ...made, files: readdirSync(folder).sort() }).toEqual({
    status: 1,
    stdout: '1\t1\tx\n',
    stderr: '',
    files: ['-', 'out'],
  });
  expect(JSON.parse(readFileSync(join(folder, '-'), 'utf8'))).toEqual([]);
});

const FULL = '/dev/full';

test.skipIf(!existsSync(FULL))('an output that is full is named', () => {
  expect(papersift([SEED, '-o', FULL])).toMatchObject({
    status: 1,
    stderr: `papersift: ${FULL}: cannot be written: the disk is full\n`,
  });
  expect(shell(`papersift ${SEED} > ${FULL}`)).toMatchObject({
    status: 1,
    stderr: 'papersift: standard output: cannot be written: the disk is full\n',
  });
  expect(papersift(['convert', SEED, '-o', join(temporaryFolder(), 'out'), '--report', FULL])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`papersift: ${FULL}: cannot be written: the disk is full\n`),
  });
});

test('x/../y is beside x, wherever x leads, and nowhere without x', () => {
  const folder = temporaryFolder();
  const output = `${folder}/x/../y.json`;
  const reason = 'cannot be written: there is no such file or folder';
  expect(papersift([SEED, '-o', output])).toMatchObject({ status: 1, stderr: `papersift: ${output}: ${reason}\n` });
  expect(readdirSync(folder)).toEqual([]);
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  symlinkSync('a/b', join(folder, 'x'));
  expect(papersift([SEED, '-o', output]).status).toBe(0);
  expect(statSync(join(folder, 'a/y.json')).isFile()).toBe(true);
});

test.each(['--help', 'clean --help', '--version', 'schema'])('%s: a closed pipe is status 0, a full disk 1', (args) => {
  // The pipe is closed for certain: its reader has ended when the program starts.
  const closed = shell(`{ sleep 0.2; papersift ${args}; echo "status $?" >&2; } | true`);
  expect(closed.stderr).toBe('status 0\n');
  if (!existsSync(FULL)) return;
  expect(shell(`papersift ${args} > ${FULL}`)).toMatchObject({
    status: 1,
    stderr: 'papersift: standard output: cannot be written: the disk is full\n',
  });
});

test('a mistake that nobody hears of is status 2 all the same', () => {
  expect(shell(`{ sleep 0.2; papersift --no-such; echo "status $?" >&3; } 3>&2 2>&1 | true`).stderr).toBe('status 2\n');
});

test('the name of the output says its format, and whether it is compressed; -f says it first', async () => {
  const cwd = temporaryFolder();
  const seed = resolve(SEED);
  const written = (name: string, ...args: string[]): Buffer => {
    expect(papersift([seed, ...args, '-o', name], { cwd }).status).toBe(0);
    return readFileSync(join(cwd, name));
  };
  const [lines, table] = ['jsonl', 'csv'].map((format) => papersift([seed, '-f', format], { cwd }).stdout);
  expect(gunzipSync(written('a.jsonl.gz')).toString()).toBe(lines);
  const zst = Readable.from([written('a.NDJSON.zst')]);
  expect(Buffer.from(await collect(decompress(zst, 'zstd'))).toString()).toBe(lines);
  expect(written('a.csv').toString()).toBe(table);
  expect(written('b.csv', '-f', 'jsonl').toString()).toBe(lines);
  expect(written('a.txt').toString()).toBe(papersift([seed], { cwd }).stdout);
  expect(papersift([seed, '-o', 'a.parquet'], { cwd })).toMatchObject({ status: 2, stdout: '' });
});

test('compressed records and rejects are valid also where there are none, and put together where they are many', () => {
  const cwd = temporaryFolder();
  papersift(['-o', 'none.jsonl.gz', '--rejects', 'rest.gz'], { cwd, input: 'a\nb\n' });
  expect(gunzipSync(readFileSync(join(cwd, 'none.jsonl.gz')))).toHaveLength(0);
  expect(gunzipSync(readFileSync(join(cwd, 'rest.gz'))).toString()).toBe('1\ta\n2\tb\n');
  const input = readFileSync(SEED, 'utf8').repeat(100);
  papersift(['-q', '-o', 'many.jsonl.gz'], { cwd, input });
  const many = gunzipSync(readFileSync(join(cwd, 'many.jsonl.gz'))).toString();
  expect(many).toBe(papersift(['-q', '-f', 'jsonl'], { cwd, input }).stdout);
});

test('an output that is a link to nothing yet appears where it leads', () => {
  const cwd = temporaryFolder();
  symlinkSync('target.json', join(cwd, 'link.json'));
  expect(papersift([resolve(SEED), '-o', 'link.json'], { cwd }).status).toBe(0);
  expect(JSON.parse(readFileSync(join(cwd, 'target.json'), 'utf8'))).toHaveLength(5);
});

test('convert adds to what the shell has opened, and replaces nothing there', () => {
  const log = join(temporaryFolder(), 'log.jsonl');
  writeFileSync(log, 'before\n');
  shell(`papersift convert ${SEED} --merge -f jsonl -q -o /dev/stdout >> ${log}`);
  expect(
    readFileSync(log, 'utf8')
      .split('\n')
      .slice(0, 7)
      .map((line) => line.slice(0, 6)),
  ).toEqual(['before', ...Array(5).fill('{"titl'), '']);
});
