// Texts about lines, put in the order of the lines.
import { expect, test } from 'vitest';
import { createInOrder, type InOrder } from '../../src/cli/in-order.ts';

function written(use: (lines: InOrder) => void): string[] {
  const all: string[] = [];
  use(createInOrder((text) => all.push(text)));
  return all;
}

test('a line waits for those before it, also for all its pieces', () => {
  const all = written(({ line, note }) => {
    line(3, '3', false);
    line(1, '1a', true);
    line(2, '2', false);
    note(2, '!');
    line(1, '1b', false);
    note(1, '?');
  });
  expect(all).toEqual(['1a1b', '2!', '3', '?']);
});

test('what is held is written in order when it becomes too much, and what was waited for when it comes', () => {
  const long = 'x'.repeat(1 << 20);
  const all = written(({ line, flush }) => {
    line(3, '3', false);
    line(2, long, false);
    line(1, '1', false);
    line(5, '5', false);
    flush();
    line(6, '6', false);
  });
  expect(all).toEqual([long, '3', '1', '5', '6']);
});
