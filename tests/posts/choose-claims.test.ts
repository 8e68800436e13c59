import { expect, it } from 'vitest';
import type { MadeClaim } from '../../src/model/completeness.ts';
import { chooseClaims } from '../../src/posts/choose-claims.ts';
import { archivedText } from '../support/archived-text.ts';

const claim = (name: string, count: number, more: Partial<MadeClaim> = {}): MadeClaim => ({
  name,
  count,
  kinds: ['article'],
  reach: 'exact',
  archive: archivedText('https://a.example/', '').place,
  ...more,
});

it('takes the surest claim of a kind, and counts no kind twice', () => {
  const chosen = chooseClaims([claim('about', 40, { reach: 'rounded' }), claim('total', 42), claim('found', 41)]);
  expect(chosen.map(({ name }) => name)).toEqual(['total']);
});

it('adds up claims that count different parts of a kind', () => {
  const chosen = chooseClaims([
    claim('X-WP-Total product', 5, { kinds: ['post'], part: 'product' }),
    claim('X-WP-Total event', 7, { kinds: ['post'], part: 'event' }),
    claim('X-WP-Total event', 7, { kinds: ['post'], part: 'event' }),
    claim('X-WP-Total posts', 3),
  ]);
  expect(chosen.map(({ count }) => count).sort()).toEqual([3, 5, 7]);
});

it('does not add a part to what counts all', () => {
  const whole = claim('all', 9, { kinds: ['post'] });
  const chosen = chooseClaims([whole, claim('part', 5, { kinds: ['post'], part: 'product' })]);
  expect(chosen).toEqual([whole]);
});
