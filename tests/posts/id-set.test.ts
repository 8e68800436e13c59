import { expect, it } from 'vitest';
import { IdSet } from '../../src/posts/id-set.ts';

it('a set of ids knows each once, through every growth, however alike they are', () => {
  const ids = new IdSet();
  const first = 1_500_000_000_000_000_000n;
  for (let round = 0; round < 2; round += 1) {
    for (let index = 0; index < 200_000; index += 1) {
      expect(ids.add(String(first + BigInt(index)))).toBe(round === 0);
    }
  }
  for (const id of ['', 'a', 'b', 'ab', 'ba', '\u0000', '\u0000\u0000']) expect([id, ids.add(id)]).toEqual([id, true]);
  expect(ids.size).toBe(200_007);
});
