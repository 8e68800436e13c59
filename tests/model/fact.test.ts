import { describe, expect, it } from 'vitest';
import { blueskyAdapter } from '../../src/channels/bluesky/adapter.ts';
import { xAdapter } from '../../src/channels/x/adapter.ts';
import { xingAdapter } from '../../src/channels/xing/adapter.ts';
import { isDue } from '../../src/model/fact.ts';
import { overrideFacts } from '../../src/model/override-facts.ts';

describe('a fact', () => {
  it('is to be looked at again after 180 days, not before', () => {
    const fact = { checkedOn: '2026-11-22' };
    expect(isDue(fact, new Date('2026-11-22T00:00:00Z'))).toBe(false);
    expect(isDue(fact, new Date('2027-05-21T00:00:00Z'))).toBe(false);
    expect(isDue(fact, new Date('2027-05-21T00:00:01Z'))).toBe(true);
    expect(isDue(fact, new Date('2027-05-22T00:00:00Z'))).toBe(true);
  });
});

describe('what lastpost.yaml says instead', () => {
  it('takes the place of the fact, with its source and the day it was read', () => {
    const facts = overrideFacts(xAdapter.facts, { graceDays: 31, loginToKeepDays: 20 }, '2027-01-02');
    const own = { source: 'lastpost.yaml', checkedOn: '2027-01-02', certainty: 'high', unit: 'days' };
    expect(facts.grace).toEqual([{ value: 31, ...own }]);
    expect(facts.loginToKeep).toEqual({ value: 20, ...own });
    expect(facts.limits).toEqual(xAdapter.facts.limits);
  });

  it('keeps the day a person gave', () => {
    const facts = overrideFacts(xAdapter.facts, { checkedOn: '2026-12-01', graceDays: 31 }, '2027-01-02');
    expect(facts.grace[0]?.checkedOn).toBe('2026-12-01');
  });

  it('sets one limit for all variants, counted as the platform counts', () => {
    const { limits } = overrideFacts(xAdapter.facts, { postLimit: 25_000 }, '2027-01-02');
    const posts = limits.map(({ value }) => value).filter((value) => value?.what === 'post');
    expect(posts).toEqual([{ what: 'post', most: 25_000, counting: 'x-weighted', linkLength: 23 }]);
    expect(limits.map(({ value }) => value?.what)).toEqual(['post', 'bio', 'name', 'fold']);
  });

  it('leaves the limit in bytes beside the one in characters', () => {
    const { limits } = overrideFacts(blueskyAdapter.facts, { postLimit: 200 }, '2027-01-02');
    const posts = limits.map(({ value }) => value).filter((value) => value?.what === 'post');
    expect(posts.map((limit) => [limit?.most, limit?.counting])).toEqual([
      [200, 'graphemes'],
      [3000, 'utf-8-bytes'],
    ]);
  });

  it('stands where nothing was known', () => {
    const { limits } = overrideFacts(xingAdapter.facts, { postLimit: 420 }, '2027-01-02');
    expect(limits.map(({ value }) => value)).toEqual([{ what: 'post', most: 420, counting: 'characters' }]);
  });

  it('changes nothing when there is nothing', () => {
    expect(overrideFacts(xAdapter.facts, undefined, '2027-01-02')).toBe(xAdapter.facts);
    expect(overrideFacts(xAdapter.facts, {}, '2027-01-02')).toEqual(xAdapter.facts);
  });
});
