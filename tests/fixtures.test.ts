// Every fixture is read as the JSON beside it says; a new case is two files.
// WRITE_FIXTURES=1 writes the JSON of cases that have none yet: read it before you commit it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Record } from '../src/record.ts';
import { allFixtures } from './fixture-files.ts';
import { fatesByLine, lineCount, read } from './read.ts';

describe.each(allFixtures())('fixtures/$layout/$name', ({ layout, text, expected }) => {
  const reading = read(text);
  const { pages, records, rejects, warnings } = reading;
  const found = { pages, warnings, rejects, records };

  it('is read as expected', () => {
    if (!existsSync(expected) && process.env['WRITE_FIXTURES'])
      writeFileSync(expected, `${JSON.stringify(found, null, 1)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });

  it('is recognised as the layout whose folder it stands in', () => {
    expect(new Set(pages.map((page) => page.layout ?? 'none'))).toEqual(new Set([layout]));
  });

  it('gives the same in chunks of one character', () => {
    const again = read(text, {}, 1);
    expect({ pages: again.pages, warnings: again.warnings, rejects: again.rejects, records: again.records }).toEqual(
      found,
    );
  });

  it('loses and doubles no line', () => {
    const fates = fatesByLine(reading);
    expect([...fates].filter(([, times]) => times !== 1)).toEqual([]);
    expect(fates.size).toBe(lineCount(text));
  });

  it('makes valid records', () => {
    for (const record of records) Record.parse(record);
  });
});
