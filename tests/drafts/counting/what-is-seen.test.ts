import { describe, expect, it } from 'vitest';
import { adapterOf } from '../../../src/channels/registry.ts';
import { foldsKnown } from '../../../src/drafts/counting/limits-in-force.ts';
import { whatIsSeen } from '../../../src/drafts/counting/what-is-seen.ts';
import type { Limit } from '../../../src/model/channel.ts';
import { type PlatformId, platformIds } from '../../../src/model/platform.ts';

const folds = (platform: PlatformId) =>
  foldsKnown(adapterOf(platform).facts.limits).map(({ most, certainty }) => `${most} ${certainty}`);

const fold = (most: number, counting: Limit['counting'] = 'characters', linkLength?: number): Limit => ({
  what: 'fold',
  most,
  counting,
  ...(linkLength !== undefined && { linkLength }),
});

describe('the folds', () => {
  it('are known of four platforms, the narrowest first, and of no other', () => {
    expect(folds('x')).toEqual(['280 medium']);
    expect(folds('facebook')).toEqual(['125 low', '477 low']);
    expect(folds('instagram')).toEqual(['125 medium']);
    expect(folds('linkedin')).toEqual(['140 medium', '210 medium']);
    const known = ['x', 'facebook', 'instagram', 'linkedin'];
    for (const id of platformIds) if (!known.includes(id)) expect(folds(id)).toEqual([]);
  });

  it('have a source and a day', () => {
    for (const { source, checkedOn } of foldsKnown(adapterOf('facebook').facts.limits)) {
      expect(source).toMatch(/^https:/);
      expect(checkedOn).toBe('2026-11-27');
    }
  });
});

describe('what is seen of a text', () => {
  it('is all of it where it fits', () => {
    expect(whatIsSeen('Danke', fold(5))).toEqual({ seen: 'Danke', rest: '' });
    expect(whatIsSeen('', fold(5))).toEqual({ seen: '', rest: '' });
  });

  it('is the beginning, without the space at its end', () => {
    expect(whatIsSeen('Wir gehen heute', fold(10))).toEqual({ seen: 'Wir gehen', rest: 'heute' });
    expect(whatIsSeen('Wir gehen heute', fold(6))).toEqual({ seen: 'Wir ge', rest: 'hen heute' });
  });

  it('is all of it where only line breaks would be hidden', () => {
    expect(whatIsSeen('Danke\n\n', fold(5))).toEqual({ seen: 'Danke\n\n', rest: '' });
  });

  it('does not end inside an emoji', () => {
    expect(whatIsSeen('ab👨‍👩‍👧‍👦c', fold(8, 'utf-16'))).toEqual({ seen: 'ab', rest: '👨‍👩‍👧‍👦c' });
    expect(whatIsSeen('ab👍🏽c', fold(6, 'utf-16'))).toEqual({ seen: 'ab👍🏽', rest: 'c' });
  });

  it('counts links as the platform does, and does not end inside one', () => {
    const link = `https://beispiel.de/${'x'.repeat(90)}`;
    const onX = fold(280, 'x-weighted', 23);
    expect(whatIsSeen(`${'a'.repeat(256)} ${link}b`, onX).rest).toBe('');
    expect(whatIsSeen(`${'a'.repeat(256)} ${link} und mehr`, onX)).toEqual({
      seen: `${'a'.repeat(256)} ${link}`,
      rest: ' und mehr',
    });
    expect(whatIsSeen(`${'a'.repeat(257)} ${link}`, onX)).toEqual({ seen: 'a'.repeat(257), rest: link });
  });

  it('weighs signs on X', () => {
    expect(whatIsSeen('の'.repeat(141), fold(280, 'x-weighted', 23)).seen).toBe('の'.repeat(140));
  });
});
