import { expect, test } from 'vitest';
import { remembered } from '../../src/base/remembered.ts';

test('a text is worked out once for each context, and forgotten when there are too many', () => {
  const asked: string[] = [];
  const length = remembered((text, unit: 'a' | 'b') => {
    asked.push(`${unit} ${text}`);
    return text.length;
  }, 2);
  expect([length('one', 'a'), length('one', 'a'), length('one', 'b'), length('three', 'a')]).toEqual([3, 3, 3, 5]);
  expect(asked).toEqual(['a one', 'b one', 'a three']);
  length('four', 'a');
  length('one', 'a');
  expect(asked.slice(3)).toEqual(['a four', 'a one']);
});
