import { describe, expect, it } from 'vitest';
import { messageLimits } from '../../../src/channels/message-limits.ts';
import { adapterOf } from '../../../src/channels/registry.ts';
import { type LimitSettings, limitsInForce } from '../../../src/drafts/counting/limits-in-force.ts';
import { measure } from '../../../src/drafts/counting/measure.ts';
import type { FactOverrides, LimitedText } from '../../../src/model/channel.ts';
import { overrideFacts } from '../../../src/model/override-facts.ts';
import type { PlatformId } from '../../../src/model/platform.ts';

interface Case {
  readonly what?: LimitedText;
  readonly settings?: LimitSettings;
  readonly overrides?: FactOverrides;
}

function inForce(platform: PlatformId, { what = 'post', settings, overrides }: Case = {}) {
  const { limits } = overrideFacts(adapterOf(platform).facts, overrides, '2026-12-01');
  return limitsInForce(limits, what, settings);
}

const said = (platform: PlatformId, one?: Case) =>
  inForce(platform, one).limits.map(({ what, most, counting, tool }) => `${what} ${most} ${counting} ${tool ?? '-'}`);

describe('the limits in force', () => {
  it('are the ordinary ones where nothing else was chosen', () => {
    expect(said('x')).toEqual(['post 280 x-weighted -']);
    expect(said('x', { what: 'bio' })).toEqual(['bio 160 characters -']);
    expect(said('tiktok')).toEqual(['post 4000 utf-16 -']);
  });

  it('are those of the variant that was chosen', () => {
    expect(said('x', { settings: { variants: ['premium'] } })).toEqual(['post 25000 x-weighted -']);
    expect(said('tiktok', { settings: { variants: ['api'] } })).toEqual(['post 2200 utf-16 -']);
    expect(said('bluesky', { settings: { variants: ['premium'] } })).toHaveLength(2);
  });

  it('are two where a platform has two, and those of the pieces in a post', () => {
    expect(said('bluesky')).toEqual(['post 300 graphemes -', 'post 3000 utf-8-bytes -']);
    expect(said('threads')).toEqual(['post 500 emoji-as-utf-8-bytes -', 'links 5 pieces -', 'topic-tags 1 pieces -']);
    expect(said('instagram')).toContain('hashtags 5 pieces -');
  });

  it('are the smaller of the platform and the tool', () => {
    const through = (platform: PlatformId, name: 'publer' | 'buffer' | 'ayrshare') =>
      said(platform, { settings: { tool: { name, platform } } });
    expect(through('facebook', 'publer')).toEqual(['post 10000 utf-16 publer']);
    expect(through('facebook', 'buffer')).toEqual(['post 5000 utf-16 buffer']);
    expect(through('facebook', 'ayrshare')).toEqual(['post 63206 utf-16 -']);
    expect(through('telegram', 'ayrshare')).toEqual(['post 1024 utf-16 ayrshare']);
    expect(through('tiktok', 'buffer')).toEqual(['post 2200 utf-16 -']);
    expect(through('mastodon', 'buffer')).toEqual(['post 500 graphemes -']);
    expect(through('pinterest', 'buffer')).toEqual(['post 500 characters -', 'post 500 utf-16 buffer']);
  });

  it('need the Premium of the tool as well', () => {
    const settings = { variants: ['premium'], tool: { name: 'buffer', platform: 'x' } } as const;
    expect(said('x', { settings })).toEqual(['post 25000 x-weighted -']);
  });

  it('say what is unknown of a tool, and keep the platform’s', () => {
    const { limits, unknown } = inForce('linkedin', {
      settings: { tool: { name: 'hootsuite', platform: 'linkedin' } },
    });
    expect(limits.map(({ most }) => most)).toEqual([3000]);
    expect(unknown).toMatchObject([{ tool: 'hootsuite', certainty: 'unknown', source: 'https://help.hootsuite.com/' }]);
    expect(unknown[0]?.note?.de).toContain('Werkzeug');
  });

  it('are unknown where the platform names none, until lastpost.yaml does', () => {
    expect(inForce('xing')).toMatchObject({ limits: [], unknown: [{ tool: null, certainty: 'unknown' }] });
    const { limits, unknown } = inForce('xing', { overrides: { postLimit: 1000 } });
    expect(limits).toMatchObject([{ most: 1000, counting: 'characters', source: 'lastpost.yaml' }]);
    expect(unknown).toEqual([]);
  });

  it('follow lastpost.yaml, counted as the platform counts', () => {
    expect(said('x', { overrides: { postLimit: 25_000 } })).toEqual(['post 25000 x-weighted -']);
    expect(said('bluesky', { overrides: { postLimit: 250 } })).toEqual([
      'post 250 graphemes -',
      'post 3000 utf-8-bytes -',
    ]);
    expect(said('mastodon', { what: 'bio', overrides: { bioLimit: 200 } })).toEqual(['bio 200 graphemes -']);
  });

  it('say where they are known from', () => {
    expect(inForce('x').limits[0]).toMatchObject({
      source: 'https://docs.x.com/fundamentals/counting-characters',
      checkedOn: '2026-11-22',
      certainty: 'high',
    });
  });
});

describe('measuring', () => {
  const over = (platform: PlatformId, text: string, one?: Case, warning?: string) =>
    measure(text, inForce(platform, one).limits, warning).map(({ what, counting, count, over }) => [
      what,
      counting,
      count,
      over,
    ]);

  it('says by how much a text is too long', () => {
    expect(over('x', 'a'.repeat(280))).toEqual([['post', 'x-weighted', 280, 0]]);
    expect(over('x', `${'a'.repeat(280)}…`)).toEqual([['post', 'x-weighted', 282, 2]]);
  });

  it('holds a text against both limits of Bluesky', () => {
    expect(over('bluesky', '👨‍👩‍👧‍👦'.repeat(121))).toEqual([
      ['post', 'graphemes', 121, 0],
      ['post', 'utf-8-bytes', 3025, 25],
    ]);
    expect(over('bluesky', 'a'.repeat(301))).toEqual([
      ['post', 'graphemes', 301, 1],
      ['post', 'utf-8-bytes', 301, 0],
    ]);
  });

  it('counts links and tags of a post on Threads', () => {
    const links = [1, 2, 3, 4, 5, 6].map((n) => `https://beispiel.de/${n}`).join(' ');
    expect(over('threads', `#eins #zwei ${links}`).slice(1)).toEqual([
      ['links', 'pieces', 6, 1],
      ['topic-tags', 'pieces', 2, 1],
    ]);
  });

  it('adds the content warning on Mastodon, links in it in full, and nowhere else', () => {
    const warning = 'Abschied: https://beispiel.de/warum';
    expect(over('mastodon', 'https://beispiel.de/lang', {}, warning)).toEqual([
      ['post', 'graphemes', 23 + warning.length, 0],
    ]);
    expect(over('mastodon', 'a'.repeat(250), {}, 'b'.repeat(251))).toEqual([['post', 'graphemes', 501, 1]]);
    expect(over('bluesky', 'a', {}, warning)[0]).toEqual(['post', 'graphemes', 1, 0]);
  });

  it('counts a bio on Mastodon with links of 23', () => {
    expect(over('mastodon', `https://beispiel.de/${'x'.repeat(90)}`, { what: 'bio' })).toEqual([
      ['bio', 'graphemes', 23, 0],
    ]);
  });

  it('takes line breaks of Windows as one sign', () => {
    expect(over('x', 'a\r\nb\rc')).toEqual([['post', 'x-weighted', 5, 0]]);
    expect(over('linkedin', 'a\r\n\r\nb')).toEqual([['post', 'utf-16', 4, 0]]);
  });

  it('is empty where nothing is known', () => {
    expect(over('xing', 'a')).toEqual([]);
  });

  describe('an SMS', () => {
    const sms = (text: string, smsParts?: number) =>
      measure(text, limitsInForce(messageLimits.sms, 'post', smsParts === undefined ? {} : { smsParts }).limits).map(
        ({ counting, count, most, over, smsParts: parts }) => ({ counting, count, most, over, parts }),
      );

    it('is counted by the alphabet that it needs', () => {
      expect(sms('a'.repeat(160))).toEqual([{ counting: 'gsm-7', count: 160, most: 160, over: 0, parts: 1 }]);
      expect(sms(`„${'a'.repeat(159)}`)).toEqual([{ counting: 'ucs-2', count: 160, most: 70, over: 90, parts: 3 }]);
    });

    it('may have as many parts as somebody allows', () => {
      expect(sms('a'.repeat(306), 2)).toEqual([{ counting: 'gsm-7', count: 306, most: 306, over: 0, parts: 2 }]);
      expect(sms('a'.repeat(307), 2)).toEqual([{ counting: 'gsm-7', count: 307, most: 306, over: 1, parts: 3 }]);
      expect(sms('😀'.repeat(67), 2)).toEqual([{ counting: 'ucs-2', count: 136, most: 134, over: 2, parts: 3 }]);
    });
  });
});
