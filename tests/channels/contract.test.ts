import { describe, expect, it } from 'vitest';
import { adapters, recogniseChannel } from '../../src/channels/registry.ts';
import type { ChannelFacts } from '../../src/model/channel.ts';
import type { Fact } from '../../src/model/fact.ts';
import { type LocalText, type PlatformId, platformIds } from '../../src/model/platform.ts';

/** An account of each platform, by its canonical address. */
const accounts: Readonly<Record<PlatformId, string>> = {
  x: 'https://x.com/aurora',
  facebook: 'https://www.facebook.com/auroracoffee',
  instagram: 'https://www.instagram.com/aurora.coffee/',
  threads: 'https://www.threads.com/@aurora.coffee',
  linkedin: 'https://www.linkedin.com/company/aurora-coffee/',
  youtube: 'https://www.youtube.com/@aurora',
  tiktok: 'https://www.tiktok.com/@aurora.coffee',
  pinterest: 'https://www.pinterest.com/aurora/',
  reddit: 'https://www.reddit.com/r/aurora/',
  tumblr: 'https://aurora.tumblr.com/',
  medium: 'https://medium.com/@aurora',
  wordpress: 'https://aurora.wordpress.com/',
  ghost: 'https://aurora.ghost.io/',
  substack: 'https://aurora.substack.com/',
  mastodon: 'https://mastodon.social/@aurora',
  bluesky: 'https://bsky.app/profile/aurora.bsky.social',
  telegram: 'https://t.me/auroracoffee',
  xing: 'https://www.xing.com/pages/auroracoffee',
  'google-plus': 'https://plus.google.com/+AuroraCoffee',
  website: 'https://aurora.example/',
};

/** Paths that every platform has in some form, and that are never an account. */
const noAccounts = [
  '/share',
  '/search?q=aurora',
  '/login',
  '/help',
  '/privacy',
  '/sharer/sharer.php?u=x',
  '/intent/tweet?text=x',
];

function everyFact(facts: ChannelFacts): readonly (readonly [name: string, fact: Fact<unknown>])[] {
  const { ways = {}, ...others } = facts;
  const found = Object.entries(ways).map(([place, fact]) => [`way to ${place}`, fact] as const);
  const all = Object.entries(others).flatMap(([name, value]: [string, Fact<unknown> | readonly Fact<unknown>[]]) =>
    Array.isArray(value) ? value.map((fact) => [name, fact] as const) : [[name, value as Fact<unknown>] as const],
  );
  return [...all, ...found];
}

function texts(value: unknown): readonly LocalText[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('de' in value && 'en' in value) return [value as LocalText];
  return Object.values(value).flatMap(texts);
}

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))('the channel %s', (id, adapter) => {
  const facts = everyFact(adapter.facts);
  const canonical = accounts[id];

  it('has every fact, known or said to be unknown', () => {
    const { ways: _ways, ...always } = adapter.facts;
    expect(Object.keys(always).sort()).toEqual(
      [
        'publicAccess',
        'openAddresses',
        'officialExport',
        'exportFiles',
        'exportPage',
        'deletionPage',
        'deletionEffect',
        'grace',
        'waits',
        'handleReuse',
        'exitModes',
        'loginToKeep',
        'limits',
      ].sort(),
    );
    const names = new Set(facts.map(([name]) => name).filter((name) => !name.startsWith('way to ')));
    expect([...names].length).toBe(13);
  });

  it('says source, day and certainty of each', () => {
    for (const [name, fact] of facts) {
      expect([name, fact.source.trim()]).not.toEqual([name, '']);
      expect(fact.checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(new Date(fact.checkedOn).toISOString().slice(0, 10)).toBe(fact.checkedOn);
      expect(['high', 'medium', 'low', 'unknown']).toContain(fact.certainty);
      expect([name, fact.value === undefined]).toEqual([name, fact.certainty === 'unknown']);
    }
  });

  it('has no unknown beside what is known of the same thing', () => {
    for (const list of [adapter.facts.grace, adapter.facts.waits, adapter.facts.limits]) {
      const unknown = list.filter(({ certainty }) => certainty === 'unknown').length;
      expect(unknown === 0 || list.length === 1).toBe(true);
      expect(list.length).toBeGreaterThan(0);
    }
  });

  it('speaks both languages, each in its own words', () => {
    const said = facts.flatMap(([, fact]) => [...texts(fact.value), ...texts(fact.note)]);
    for (const { de, en } of said) {
      expect(de.trim().length).toBeGreaterThan(5);
      expect(en.trim().length).toBeGreaterThan(5);
      expect(de).not.toBe(en);
    }
  });

  it('names pages by https and sources of the web in full', () => {
    for (const page of [adapter.facts.exportPage, adapter.facts.deletionPage]) {
      if (page.certainty !== 'unknown') expect(new URL(page.value).protocol).toBe('https:');
    }
    for (const [, { source }] of facts) if (/^https?:/.test(source)) expect(URL.canParse(source)).toBe(true);
  });

  it('recognises the canonical address as itself', () => {
    const found = adapter.recognise(new URL(canonical));
    expect(found).toMatchObject({ platform: id, shows: 'account', url: canonical });
    expect(found?.handle).not.toBe('');
    expect(recogniseChannel(canonical)).toEqual(found);
  });

  it('does not mind slashes, queries, fragments, http and capital letters in the host', () => {
    const url = new URL(canonical);
    const slashed = `http://${url.hostname.toUpperCase()}${url.pathname.replace(/\/?$/, '/')}?utm_source=x&fbclid=y#top`;
    const found = adapter.recognise(new URL(slashed));
    expect(found).toMatchObject({ platform: id, shows: 'account' });
    if (id !== 'website') expect(found?.url).toBe(canonical);
  });

  it('takes no share, search, login or help address for an account', () => {
    if (id === 'website') return;
    const hosts = [`https://${new URL(canonical).hostname}`];
    const isOnOwnHost = ['tumblr', 'wordpress', 'ghost', 'substack'].includes(id);
    const bases = isOnOwnHost ? [`https://www.${hosts[0]?.replace(/^https:\/\/aurora\./, '')}`] : hosts;
    for (const base of bases) {
      for (const path of noAccounts) {
        const found = adapter.recognise(new URL(base + path));
        expect([path, found?.shows]).not.toEqual([path, 'account']);
      }
    }
  });

  it('leaves every other platform alone', () => {
    for (const other of platformIds) {
      if (other === id || id === 'website') continue;
      const found = adapter.recognise(new URL(accounts[other]));
      // Mastodon guesses by the path and is asked after those that own their hosts.
      if (id === 'mastodon') expect(recogniseChannel(accounts[other])?.platform).toBe(other);
      else expect([other, found]).toEqual([other, undefined]);
    }
  });
});
