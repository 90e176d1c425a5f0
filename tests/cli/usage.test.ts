// The command line itself: help, version, mistakes, colours.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { papersift, SEED, shell, temporaryFolder } from '../help/program.ts';

test('--version is the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(papersift(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('--help fits on a screen, has examples and names the defaults and the layouts', () => {
  const { status, stdout } = papersift(['--help']);
  expect(status).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(45);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  for (const word of [
    'Examples:',
    'hf-search',
    'json (default)',
    'unicode (default)',
    'convert',
    'clean',
    'explain',
    'schema',
  ])
    expect(stdout).toContain(word);
});

test('help is a command too, of the program and of each command', () => {
  expect(papersift(['help'])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('help [command]'),
    stderr: '',
  });
  expect(papersift(['help', 'convert'])).toEqual(papersift(['convert', '--help']));
  expect(papersift(['help', 'nothing'])).toEqual({
    status: 2,
    stdout: '',
    stderr: "error: there is no command 'nothing'\n",
  });
});

test.each(['clean', 'convert', 'explain', 'schema', 'help', '--help'])('behind -- a file may be called %s', (name) => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, name), readFileSync(SEED));
  const { status, stdout } = papersift(['-f', 'jsonl', '--fields', 'source_file', '--', name], { cwd });
  expect({ status, stdout }).toEqual({ status: 0, stdout: `{"source_file":"${name}"}\n`.repeat(5) });
  expect(papersift(['clean', '--math', 'raw', '--', name], { cwd }).stdout).toBe(readFileSync(SEED, 'utf8'));
});

test.each([[['-', '-']], [['clean', '-', '-']], [['explain', '-', '-']], [['convert', '-o', 'x', '-', '-']]])(
  'standard input cannot be read twice: %j',
  (args) => {
    const stderr = 'error: standard input is named twice, and can be read only once\n';
    expect(papersift(args, { cwd: temporaryFolder(), input: 'x' })).toEqual({ status: 2, stdout: '', stderr });
  },
);

test('Parquet may be asked for before the command that writes it, and no other writes it', () => {
  const cwd = temporaryFolder();
  expect(papersift(['-f', 'parquet', 'convert', resolve(SEED), '-o', 'out'], { cwd }).status).toBe(0);
  expect(readdirSync(join(cwd, 'out'))).toContain('seed.txt.parquet');
  expect(papersift(['-f', 'parquet', SEED])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'error: Parquet is written by: papersift convert -f parquet\n',
  });
});

test('what is wrong with the first input does not stand behind the bracket of the list', () => {
  const { stdout } = shell(`echo nothing | papersift 2>&1; papersift ${SEED} --fields doi 2>&1 | head -2`);
  expect(stdout).toMatch(/^papersift: standard input:1: no digest .*\n\[\n\]\n\[\n {2}\{\n$/);
});

test.each([
  [['--formt', 'csv'], '(Did you mean --format?)'],
  [['-f', 'xml'], 'Allowed choices are json, jsonl, csv, tsv, markdown'],
  [['--math', 'tex'], 'Allowed choices are unicode, latex, ascii, raw'],
  [['--layout', 'x'], 'Allowed choices are auto, '],
  [['--markup', 'x'], 'Allowed choices are auto, '],
  [['--fields', 'title,titel'], 'Did you mean title?'],
  [['--fields', ''], 'There are: title, abstract'],
  [['-o', ''], 'It must not be empty'],
  [['--rejects', ''], 'It must not be empty'],
  [['convert', '-o', ''], 'It must not be empty'],
  [['convert', '-o', 'x', '--max-size', '0'], 'It must be a number of bytes'],
  [['convert', '-o', 'x', '--max-size', '0.0001k'], 'It must be a number of bytes'],
  [['-q', '-v'], 'cannot be used with'],
  [['clean', '--mth', 'raw'], '(Did you mean --math?)'],
  [['-o'], 'argument missing'],
])('%j is a mistake: status 2', (args, message) => {
  const { status, stdout, stderr } = papersift([...args, SEED].slice(0, args.length + (args[0] === '-o' ? 0 : 1)));
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test.each([
  ['claen', 'clean'],
  ['convrt', 'convert'],
  ['explian', 'explain'],
  ['shema', 'schema'],
  ['claen.txt', undefined],
  ['claen/', undefined],
  ['page', undefined],
])('%s is no file: did somebody mean the command %s?', (name, command) => {
  const hint = command === undefined ? '' : ` (did you mean the command ${command}?)`;
  const { status, stderr } = papersift([name, SEED]);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: `papersift: ${name}: there is no such file or folder${hint}\n`,
  });
});

test('a page that is yet to be loaded, and a name that a shell has left empty, are told as such', () => {
  expect(
    papersift(['https://x.org/page', '']).stderr,
  ).toBe(`papersift: https://x.org/page: there is no such file or folder (papersift loads no pages: save it first, or pipe it in)
papersift: '': there is no such file or folder\n`);
});

test('convert has no standard output to write to', () => {
  const cwd = temporaryFolder();
  for (const more of [[], ['--merge']])
    expect(papersift(['convert', resolve(SEED), '-o', '-', ...more], { cwd })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('convert writes files, not standard output'),
    });
  expect(readdirSync(cwd)).toEqual([]);
});

test('the help of convert names the formats and the compressions', () => {
  const help = papersift(['convert', '--help']).stdout.replace(/\s+/g, ' ');
  expect(help).toContain('json (default), jsonl, csv, tsv, markdown, parquet');
  expect(help).toContain('gz, zst');
});

test('a file with nearly the name of a command is read', () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'claen'), '');
  expect(papersift(['claen'], { cwd }).stderr).toBe('papersift: claen: there is nothing in it\n');
});

test.each([
  ['csv', 'title,upvotes,title', 'title,upvotes'],
  ['csv', 'digest_date,digest,digest_name', 'digest_date,digest_name,digest_layout'],
  ['tsv', 'source,source_line', 'source_file\tsource_line\tsource_end_line'],
])('a field that is asked for twice is one column: %s, %s', (format, fields, head) => {
  expect(papersift(['-f', format, '--fields', fields, SEED]).stdout.split('\r\n')[0]).toBe(head);
});

test('a field that is asked for twice is said once, in Markdown and in bulk too', () => {
  const markdown = (fields: string): string => papersift(['-f', 'markdown', '--fields', fields, SEED]).stdout;
  expect(markdown('title,source,source')).toBe(markdown('title,source'));
  const cwd = temporaryFolder();
  const options = ['--merge', '-o', 'out.csv', '--fields', 'doi,title,doi'];
  expect(papersift(['convert', resolve(SEED), ...options], { cwd }).status).toBe(0);
  expect(readFileSync(join(cwd, 'out.csv'), 'utf8').split('\r\n')[0]).toBe('doi,title');
});

const COLOURED = /\u001b\[/;

test.each([
  [[], {}, false],
  [['--color', 'always'], {}, true],
  [['--color', 'always'], { NO_COLOR: '1' }, true],
  [[], { FORCE_COLOR: '1' }, true],
  [[], { FORCE_COLOR: '0' }, false],
  [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  [['--color', 'never'], { FORCE_COLOR: '1' }, false],
])('colour with %j and %j: %s', (args, env, coloured) => {
  const { stdout } = papersift(['explain', ...args, SEED], { env });
  expect(COLOURED.test(stdout)).toBe(coloured);
  expect(COLOURED.test(papersift(['/no/such/file', ...args], { env }).stderr)).toBe(coloured);
});

test('schema prints a JSON Schema with the fields in order', () => {
  const { stdout } = papersift(['schema']);
  const schema = JSON.parse(stdout);
  const [record] = JSON.parse(papersift([SEED]).stdout);
  expect(Object.keys(schema.properties)).toEqual(Object.keys(record));
  expect(schema.required).toEqual(Object.keys(record));
});

test('the schema says of every field, in one line, what it holds; a run that does not print it does not load it', () => {
  const { properties } = JSON.parse(papersift(['schema']).stdout);
  const inner = [properties.links.items, properties.digest, properties.source].map((part) => part.properties);
  for (const fields of [properties, ...inner])
    for (const [name, { description }] of Object.entries<{ description?: string }>(fields))
      expect(description, name).toMatch(/^.{10,120}\.$/);
  expect(readFileSync('dist/core.cjs', 'latin1')).not.toContain(properties.doi.description);
});

test('clean keeps lines and their ends and repairs what is in them', () => {
  const text = 'a lesssim0.5M_{odot}\r\nplain\n\n1920times1080';
  expect(papersift(['clean'], { input: text })).toEqual({
    status: 0,
    stdout: 'a ≲0.5M☉\r\nplain\n\n1920×1080',
    stderr: '',
  });
  expect(papersift(['clean', '--math', 'raw'], { input: text }).stdout).toBe(text);
  expect(papersift(['clean'])).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('clean names the lines with bytes that are no text and with control characters, which go', () => {
  const input = Buffer.from('a\r\nb\rc\0\x1b\r\n\nZ\xfcrich\x07\n', 'latin1');
  expect(papersift(['clean'], { input }).stdout).toBe('a\r\nb\rc\r\n\nZ\ufffdrich\n');
  expect(papersift(['clean', '--math', 'raw', '-', SEED], { input }).stdout).toBe(
    `a\r\nb\rc\0\x1b\r\n\nZ\ufffdrich\x07\n${readFileSync(SEED, 'utf8')}`,
  );
  const bad = 'bytes that are no valid text were replaced by U+FFFD';
  expect(papersift(['clean'], { input })).toMatchObject({
    status: 0,
    stderr: `papersift: standard input: warning: line 3: 2 control characters removed
papersift: standard input: warning: line 5: 1 control character removed; line 5: ${bad}\n`,
  });
  const said = papersift(['clean'], { input: 'a line of text\0\n'.repeat(30) }).stderr;
  expect(said.split('\n').at(-2)).toBe('papersift: 10 more warnings; -v shows all');
});

test('explain tells the fate of every line, and each repair', () => {
  const { status, stdout } = papersift(['explain', SEED]);
  expect(status).toBe(0);
  const fates = [...stdout.matchAll(/^ *(\d+) (record|furniture|reject)/gm)].map(([, number]) => Number(number));
  expect(fates.sort((a, b) => a - b)).toEqual(Array.from({ length: 31 }, (_, i) => i + 1));
  expect(stdout).toContain('layout hf-search');
  expect(stdout).toMatch(/repair lesssim\S* → ≲/);
});

test.each([
  ['hf-search/seed.txt'],
  ['hf-trending/markdown-link-words.md'],
  ['hf-search/two-pages-with-text-around.txt'],
])('explain tells of the lines of %s in their order', (name) => {
  const { stdout } = papersift(['explain', `fixtures/${name}`]);
  const numbers = [...stdout.matchAll(/^ *(\d+) (?:record|furniture|reject)/gm)].map(([, number]) => Number(number));
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
});

test.each([['one\ntwo'], ['']])('explain has the status and the message of the default command: %j', (input) => {
  const { status, stderr } = papersift(['explain'], { input });
  expect({ status, stderr }).toEqual({ status: 1, stderr: papersift([], { input }).stderr });
});

test('options may stand before the command, if it has them', () => {
  expect(papersift(['--math', 'latex', 'clean'], { input: 'lesssim0.5M_{odot}' }).stdout).toBe(
    '$\\lesssim 0.5M_{\\odot}$',
  );
  const cwd = temporaryFolder();
  expect(papersift(['-q', '-f', 'csv', '-o', 'out', 'convert', resolve(SEED)], { cwd }).status).toBe(0);
  expect(readdirSync(join(cwd, 'out'))).toContain('seed.txt.csv');
  expect(papersift(['--rejects', 'x', 'clean'])).toMatchObject({
    status: 2,
    stderr: "error: clean has no option '--rejects <file>'\n",
  });
});

test('a working folder that is gone is no reason for a stack trace', () => {
  const { stdout } = shell('cd $(mktemp -d) && rmdir "$PWD" && papersift convert /etc/hostname -o x 2>&1; echo $?');
  expect(stdout).toMatch(/papersift: [^\n]+\n1\n$/);
  expect(stdout).not.toContain(' at ');
});

test('the licence of every package that the program contains is shipped with it', () => {
  const licences = readFileSync('dist/LICENSES.txt', 'utf8');
  // The last one lies in a file that tar's authors have bundled.
  for (const name of ['commander', 'htmlparser2', 'warcio', 'yauzl', 'tar', 'minizlib'])
    expect(licences).toMatch(new RegExp(`^${name} \\d[\\d.]+ \\(.+\\)$`, 'm'));
});
