// The README says what is so: its first screen is run, its table and its help are compared.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIELDS } from '../src/formats/fields.ts';
import { shell } from './help/program.ts';

const readme = readFileSync('README.md', 'utf8');
const screen = /```\n(\$ [\s\S]*?)```/.exec(readme)?.[1] ?? '';
const samples = screen
  .split(/^\$ /m)
  .slice(1)
  .map((sample) => {
    const end = sample.indexOf('\n');
    return { command: sample.slice(0, end), output: sample.slice(end).trim() };
  });

test('the first screen has samples', () => expect(samples.length).toBeGreaterThan(2));

test.each(samples)('$command', ({ command, output }) => {
  expect(shell(command).stdout.trim()).toBe(output);
});

test('the table has every field, in order', () => {
  const table = readme.slice(readme.indexOf('## A record'), readme.indexOf('## Formats'));
  const named = [...table.matchAll(/^\| ((?:`\w+`(?:, )?)+)/gm)].flatMap(
    ([, cell]) => (cell ?? '').match(/\w+/g) ?? [],
  );
  expect(named).toEqual(FIELDS);
});

const flagsIn = (text: string): string[] => text.match(/(?<=[\s,])--?[a-z][a-z-]*/g) ?? [];

/** The options that a command's help lists. */
const optionsOf = (command: string): string[] =>
  (shell(`papersift ${command} --help`).stdout.match(/^ {2}-.*/gm) ?? []).flatMap((line) =>
    flagsIn(` ${line.trim().split(/ {2,}/)[0]}`),
  );
const known = new Map(['', 'convert', 'clean', 'explain'].map((command) => [command, optionsOf(command)]));
const commands = readme.match(/(?<=^|[|`$] ?)papersift .*|(?<=node bin\/)papersift\.js .*/gm) ?? [];

const withOptions = commands.map((line) => line.replace(/ ?[#|>`].*/, '')).filter((line) => flagsIn(line).length > 0);

test.each(withOptions)('%s has options that there are', (line) => {
  const command = /^\S+ (convert|clean|explain)\b/.exec(line)?.[1] ?? '';
  for (const flag of flagsIn(line)) expect(known.get(command)).toContain(flag);
});
