// The walls of the house: who may import whom (docs/architecture.md).
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const imports = files.flatMap((file) =>
  [
    ...readFileSync(join('src', file), 'utf8').matchAll(
      /(?:^|\s)(?:import|export)\b[^;'"]*?from '([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm,
    ),
  ].map(([, from, dynamic, bare]) => {
    const to = from ?? dynamic ?? bare ?? '';
    return { file, to: to.startsWith('.') ? normalize(join(dirname(file), to)) : to };
  }),
);

/** The core are the files right under src, and those of its pages. */
const room = (file: string): string => /^(?!pages\/)[^/]+(?=\/)/.exec(file)?.[0] ?? 'core';

/** What a room may import besides itself. */
const MAY: { readonly [room: string]: readonly string[] } = {
  text: [],
  clean: [],
  markup: ['text'],
  layouts: ['markup', 'text'],
  formats: [],
  core: ['text', 'clean', 'markup', 'layouts'],
  io: ['text'],
  bulk: ['core', 'formats', 'io', 'text', 'clean'],
  cli: ['core', 'formats', 'io', 'text', 'clean', 'markup', 'layouts', 'bulk'],
};

test('the reader of import lines sees them', () => {
  expect(imports.length).toBeGreaterThan(100);
  expect(imports).toContainEqual({ file: 'cli/main.ts', to: 'commander' });
  expect(imports).toContainEqual({ file: 'cli/program.ts', to: 'cli/run-clean.ts' });
});

test('rooms import only what the plan allows; formats and layouts see the record, or less', () => {
  const wrong = imports.filter(({ file, to }) => {
    if (!to.endsWith('.ts') || room(to) === room(file)) return false;
    if (to === 'record.ts') return !['formats', 'layouts', 'bulk', 'cli', 'io'].includes(room(file));
    return !MAY[room(file)]?.includes(room(to));
  });
  expect(wrong).toEqual([]);
});

test('no file imports itself by way of others', () => {
  let left = imports.filter(({ to }) => to.endsWith('.ts'));
  for (let before = 0; before !== left.length; ) {
    before = left.length;
    left = left.filter(({ to }) => left.some(({ file }) => file === to)); // who imports nothing is in no circle
  }
  expect(left).toEqual([]);
});

test('every exported name has a doc comment', () => {
  const written = files.filter((file) => !file.endsWith('.generated.ts'));
  const exported = written.flatMap((file) =>
    readFileSync(join('src', file), 'utf8')
      .split('\n')
      .map((line, i, lines) => ({ file, line, above: lines[i - 1] ?? '' }))
      .filter(({ line }) => /^export (?!\{|\*|type \{)/.test(line)),
  );
  expect(exported.length).toBeGreaterThan(300);
  expect(exported.filter(({ above }) => !above.endsWith('*/'))).toEqual([]);
});

test('commander and chalk live in the command line', () => {
  const users = imports.filter(({ to }) => ['commander', 'chalk', 'cli-progress'].includes(to));
  expect(users.length).toBeGreaterThan(1);
  expect(users.filter(({ file }) => room(file) !== 'cli')).toEqual([]);
});

test('node: is known only to io, bulk and cli', () => {
  const users = imports.filter(({ to }) => to.startsWith('node:'));
  expect(users.length).toBeGreaterThan(1);
  expect(users.filter(({ file }) => !['io', 'bulk', 'cli'].includes(room(file)))).toEqual([]);
});

test('the core knows neither the clock nor chance nor the process', () => {
  const pure = files.filter((file) => ['core', 'text', 'clean', 'markup', 'layouts', 'formats'].includes(room(file)));
  const impure =
    /\b(?:Date\.now|new Date\(\)|Math\.random|process\.|performance\.|Buffer\.|toLocale\w*String|console\.)/;
  expect(pure.filter((file) => impure.test(readFileSync(join('src', file), 'utf8')))).toEqual([]);
});
