// Dates as pages show them, in several languages, and the years that they leave out.
import { describe, expect, it } from 'vitest';
import { isoDate, monthOfArxivId, parseShownDate } from '../../src/layouts/dates.ts';

describe('parseShownDate', () => {
  it.each([
    ['Sep 1', null, 9, 1],
    ['May 29, 2025', 2025, 5, 29],
    ['7 Nov 2024', 2024, 11, 7],
    ['2026-03-24', 2026, 3, 24],
    ['30 nov. 2024', 2024, 11, 30],
    ['7 de octubre de 2024', 2024, 10, 7],
    ['5. Oktober 2024', 2024, 10, 5],
    ['12 août', null, 8, 12],
    ['2024年10月7日', 2024, 10, 7],
    ['7 окт. 2024 г.', 2024, 10, 7],
  ])('reads %s', (text, year, month, day) => {
    expect(parseShownDate(text)).toEqual({ year, month, day });
  });

  it.each(['Feb 30', 'Settings 5', 'GPT 4', '12 authors', 'Llama 3', ''])('takes %j for no date', (text) => {
    expect(parseShownDate(text)).toBeUndefined();
  });
});

describe('isoDate', () => {
  const dec30 = { year: null, month: 12, day: 30 };
  it('takes the year nearest to the arXiv id', () => {
    expect(isoDate(dec30, { near: monthOfArxivId('2601.00001') })).toBe('2025-12-30');
  });
  it('takes the last one that is not after the capture', () => {
    expect(isoDate(dec30, { notAfter: '2026-06-29' })).toBe('2025-12-30');
  });
  it('knows none without either', () => {
    expect(isoDate(dec30)).toBeNull();
  });
});
