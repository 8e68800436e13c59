import { expect, it } from 'vitest';
import { googlePlusAdapter } from '../../src/channels/google-plus/adapter.ts';

it('keeps a crawl of copies with the copies of one account', () => {
  const url = 'https://web.archive.org/web/20180501000000/https://plus.google.com/+AuroraCoffee';
  const scope = googlePlusAdapter.seeds?.scope({ platform: 'google-plus', handle: undefined, url });
  const isIn = (address: string) => scope?.include?.some((pattern) => pattern.test(address));
  expect(scope?.kind).toBe('page');
  expect(isIn('https://web.archive.org/web/20180502000000/https://plus.google.com/+AuroraCoffee/posts/abc')).toBe(true);
  expect(isIn('https://web.archive.org/web/2018id_/https://plus.google.com/u/0/+AuroraCoffee')).toBe(true);
  expect(isIn('https://web.archive.org/web/2018/https://plus.google.com/+AuroraCoffeeBar')).toBe(false);
  expect(isIn('https://web.archive.org/web/2018/https://plus.google.com/+Other')).toBe(false);
});

it('has nothing to read posts from', () => {
  expect(googlePlusAdapter.extract).toBeUndefined();
  expect(googlePlusAdapter.facts.publicAccess.value?.level).toBe('gone');
});
