import { expect, it } from 'vitest';
import type { MadeClaim } from '../../src/model/completeness.ts';
import { weighClaims } from '../../src/posts/weigh-claims.ts';
import { archivedText } from '../support/archived-text.ts';

const claim = (name: string, count: number, more: Partial<MadeClaim> = {}): MadeClaim => ({
  name,
  count,
  kinds: ['post'],
  reach: 'exact',
  archive: archivedText('https://a.example/', '').place,
  ...more,
});

const parts = [
  claim('X-WP-Total product', 5, { part: 'product' }),
  claim('X-WP-Total event', 7, { part: 'event' }),
  claim('X-WP-Total event', 7, { part: 'event' }),
  claim('X-WP-Total posts', 3, { kinds: ['article'] }),
];

it('claims that count different parts of a kind are weighed together: twelve, and one of them is not there', () => {
  const { chosen } = weighClaims(parts, (kinds) => (kinds.includes('post') ? 11 : 3));
  expect(chosen.map(({ count, have, shortfall }) => [count, have, shortfall])).toEqual([
    [12, 11, 1],
    [3, 3, 0],
  ]);
});

it('does not add a part to what counts all', () => {
  const { chosen } = weighClaims([claim('all', 9), claim('part', 5, { part: 'product' })], () => 9);
  expect(chosen.map(({ name }) => name)).toEqual(['all']);
});
