// Titles and abstracts told apart by their text alone.
import { describe, expect, it } from 'vitest';
import { createRoleDecider } from '../../../src/layouts/hf/title-or-abstract.ts';

const LONG = 'We look at what happens when a thing is done many times, and find that it is done. '.repeat(6).trim();

function roles(texts: readonly string[]): string {
  const decider = createRoleDecider<string>();
  const decided = [...texts.flatMap((text) => decider.push(text, text)), ...decider.end()];
  expect(decided.map(({ item }) => item)).toEqual(texts);
  return decided.map(({ role }) => role[0]).join('');
}

describe('createRoleDecider', () => {
  it.each([
    ['the plain turn', ['A Title', LONG, 'Another One', LONG], 'tata'],
    ['an empty abstract', ['A Title', 'Another One', LONG, 'A Third', LONG], 'ttata'],
    ['an abstract in two paragraphs', ['A Title', LONG, LONG, 'Another One', LONG], 'taata'],
    ['a title that ends in a full stop', ['A Title.', LONG, 'Why? Because.', LONG], 'tata'],
    ['an abstract of one short sentence', ['A Title', 'We prove it.', 'Another One', LONG], 'tata'],
    ['a long title', ['A Title', LONG, `On ${'very '.repeat(40)}long titles`, LONG], 'tata'],
  ])('reads %s', (_, texts, expected) => {
    expect(roles(texts)).toBe(expected);
  });
});
