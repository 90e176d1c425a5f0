// Dates as pages show them, in several languages, and the years that they leave out.
import { describe, expect, it } from 'vitest';
import { dateOfMail, isoDate, monthOfArxivId, parseShownDate } from '../../src/text/dates.ts';

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
    ['9 мая 2024 г.', 2024, 5, 9],
    ['1º de fev. de 2026', 2026, 2, 1],
    ['10 de septiembre de 2025', 2025, 9, 10],
    ['6. Feb.', null, 2, 6],
    ['06.02.2026', 2026, 2, 6],
    ['2026/2/6', 2026, 2, 6],
    ['2026. 2. 6.', 2026, 2, 6],
    ['6 lut 2026', 2026, 2, 6],
    ['6 października 2025', 2025, 10, 6],
    ['6 Şub 2026', 2026, 2, 6],
    ['12 Mayıs 2025', 2025, 5, 12],
    ['6 Μαΐ 2025', 2025, 5, 6],
    ['6 thg 2, 2026', 2026, 2, 6],
  ])('reads %s', (text, year, month, day) => {
    expect(parseShownDate(text)).toEqual({ year, month, day });
  });

  it.each(['Feb 30', 'Settings 5', 'GPT 4', '12 authors', 'Llama 3', 'Pro 12', '1.13.2026', ''])(
    'takes %j for no date',
    (text) => {
      expect(parseShownDate(text)).toBeUndefined();
    },
  );
});

describe('isoDate', () => {
  const dec30 = { year: null, month: 12, day: 30 };
  it('takes a year that has the day', () => {
    const leap = { year: null, month: 2, day: 29 };
    expect(isoDate(leap, { notAfter: '2025-06-29' })).toBe('2024-02-29');
    expect(isoDate(leap, { near: '2025-03' })).toBe('2024-02-29');
    expect(isoDate(leap, { near: '2026-03' })).toBeNull();
  });

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

describe('dateOfMail', () => {
  it.each([
    ['Thu, 7 Nov 2024 02:49:53 GMT   (31214kb,D)', 2024, 11, 7],
    ['Fri,  9 Jun 23 00:44:20 GMT', 2023, 6, 9],
    ['Thu, 31 DEC 98 12:17 N   (6kb)', 1998, 12, 31],
    ['6-SEP-1991 10:18:35.09', 1991, 9, 6],
    ['Tue Feb 16 16:08:45 1993', 1993, 2, 16],
    ['Tue Feb 16 16:08:45 EST 1993', 1993, 2, 16],
    ['Tue, Aug 27, 2024 at 3:00 AM', 2024, 8, 27],
  ])('reads %s', (text, year, month, day) => {
    expect(dateOfMail(text)).toEqual({ year, month, day });
  });

  it.each(['', '12:17', 'Mon, 5 Aug', '31 Feb 2020', '5 figs 2020'])('takes %j for no date', (text) => {
    expect(dateOfMail(text)).toBeUndefined();
  });
});
