// Names of mirrored outputs: no two that some file system takes for one.
import { expect, test } from 'vitest';
import { OutNames } from '../../src/bulk/out-names.ts';

test('names that differ in case, or in how an accent is written, are told apart by a number', () => {
  const names = new OutNames('.jsonl');
  expect(['Caf\u00e9.md', 'cafe\u0301.md', 'CAFE\u0301.md', 'other.md'].map((each) => names.claim(each))).toEqual([
    'Caf\u00e9.md.jsonl',
    'cafe\u0301.md~2.jsonl',
    'CAFE\u0301.md~3.jsonl',
    'other.md.jsonl',
  ]);
  expect(names.has('CAF\u00c9.md.jsonl')).toBe(true);
});

test('a name of an archive may be a megabyte of dots', () => {
  expect(new OutNames('.jsonl').claim(`a${'.'.repeat(1_000_000)}b`).length).toBeLessThan(220);
});
