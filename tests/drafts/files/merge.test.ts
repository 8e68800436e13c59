import { describe, expect, it } from 'vitest';
import { changedSentences, mergeText } from '../../../src/drafts/files/merge-text.ts';
import { settleDraft } from '../../../src/drafts/files/settle-drafts.ts';
import { splitSentences } from '../../../src/drafts/files/split-sentences.ts';
import { madeDraft } from '../../support/made-draft.ts';

describe('sentences', () => {
  it('ends a sentence behind the name of a network, and not behind an abbreviation', () => {
    const text = 'Unsere Zeit endet auf X. Nachrichten, z. B. Fragen, beantworten wir bis zum 14. Januar.';
    expect(splitSentences(text, 'de').filter((one) => one.trim() !== '')).toEqual([
      'Unsere Zeit endet auf X.',
      'Nachrichten, z. B. Fragen, beantworten wir bis zum 14. Januar.',
    ]);
  });

  it('end where a reader would say so, and joined they are the text', () => {
    const text = 'Am 28. Februar ist Schluss, z. B. hier. Warum? Weil!\n\n– Mastodon\n\nEnde';
    expect(splitSentences(text, 'de')).toEqual([
      'Am 28. Februar ist Schluss, z. B. hier.',
      ' ',
      'Warum?',
      ' ',
      'Weil!',
      '\n',
      '\n',
      '– Mastodon',
      '\n',
      '\n',
      'Ende',
    ]);
    expect(splitSentences(text, 'de').join('')).toBe(text);
    expect(splitSentences('Hier: https://a.example/x?b=cd. Gut.', 'de')).toEqual([
      'Hier: https://a.example/x?b=cd.',
      ' ',
      'Gut.',
    ]);
    expect(splitSentences('', 'de')).toEqual([]);
  });
});

const base = 'Am 28. Februar ist hier Schluss. Danke für alles. Weiter geht es auf Mastodon.';

describe('merging a text', () => {
  it('keeps a person’s sentences and takes new facts over', () => {
    const mine = base.replace('Danke für alles.', 'Danke für acht Jahre mit Ihnen!');
    const fresh = base.replace('28. Februar', '14. März');
    expect(mergeText(base, mine, fresh, 'de', 'mine')).toEqual({
      text: 'Am 14. März ist hier Schluss. Danke für acht Jahre mit Ihnen! Weiter geht es auf Mastodon.',
      clashes: [],
    });
  });

  it('keeps paragraphs that somebody added or took out', () => {
    const mine = `${base.replace(' Danke für alles.', '')}\n\nP.S. Wir lesen mit.`;
    const fresh = base.replace('28. Februar', '14. März');
    expect(mergeText(base, mine, fresh, 'de', 'mine').text).toBe(
      'Am 14. März ist hier Schluss. Weiter geht es auf Mastodon.\n\nP.S. Wir lesen mit.',
    );
  });

  it('shows what both changed, and writes what was asked for', () => {
    const mine = base.replace('ist hier Schluss', 'gehen wir');
    const fresh = base.replace('28. Februar', '14. März');
    const clash = {
      base: 'Am 28. Februar ist hier Schluss.',
      mine: 'Am 28. Februar gehen wir.',
      fresh: 'Am 14. März ist hier Schluss.',
    };
    expect(mergeText(base, mine, fresh, 'de', 'mine').clashes).toEqual([clash]);
    expect(mergeText(base, mine, fresh, 'de', 'fresh').text).toContain('Am 14. März ist hier Schluss. Danke');
  });

  it('shows where both put something in between', () => {
    const [mine, fresh] = [base.replace(' Danke', ' Schade. Danke'), base.replace(' Danke', ' Gut so. Danke')];
    expect(mergeText(base, mine, fresh, 'de', 'mine').clashes).toHaveLength(1);
    expect(mergeText(base, mine, base.replace(' Weiter', ' Gut so. Weiter'), 'de', 'mine')).toEqual({
      text: 'Am 28. Februar ist hier Schluss. Schade. Danke für alles. Gut so. Weiter geht es auf Mastodon.',
      clashes: [],
    });
  });

  it('is no clash where both changed it alike', () => {
    const same = base.replace('28. Februar', '14. März');
    expect(mergeText(base, same, same, 'de', 'mine')).toEqual({ text: same, clashes: [] });
  });

  it('tells which sentences are different', () => {
    expect(changedSentences(base, base.replace('28. Februar', '14. März'), 'de')).toEqual([
      { before: 'Am 28. Februar ist hier Schluss.', after: 'Am 14. März ist hier Schluss.' },
    ]);
    expect(changedSentences(base, `${base} Neu.`, 'de')).toEqual([{ before: '', after: 'Neu.' }]);
    expect(changedSentences(base, base, 'de')).toEqual([]);
  });
});

describe('what becomes of a draft’s file', () => {
  const old = madeDraft({ text: base, fields: { title: 'Wir gehen' } });
  const fresh = madeDraft({ text: base.replace('28. Februar', '14. März'), fields: { title: 'Wir gehen' } });
  const edited = madeDraft({ text: base.replace('Danke für alles.', 'Danke!'), fields: { title: 'Tschüss' } });
  const clashing = madeDraft({ text: base.replace('ist hier Schluss', 'gehen wir'), fields: { title: 'Tschüss' } });

  it('is new where there was none', () => {
    expect(settleDraft(undefined, null, fresh, undefined)).toMatchObject({ fate: 'new', before: null, after: fresh });
  });

  it('stays as it is where nothing is new', () => {
    expect(settleDraft(old, old, old, undefined)).toMatchObject({ fate: 'same' });
    expect(settleDraft(old, edited, old, undefined)).toMatchObject({ fate: 'edited', after: edited });
  });

  it('follows the facts, with a person’s words in it', () => {
    expect(settleDraft(old, old, fresh, undefined)).toMatchObject({ fate: 'updated', after: fresh, base: fresh });
    const merged = settleDraft(old, edited, fresh, undefined);
    expect(merged.fate).toBe('merged');
    expect(merged.after?.text).toBe('Am 14. März ist hier Schluss. Danke! Weiter geht es auf Mastodon.');
    expect(merged.after?.fields).toEqual({ title: 'Tschüss' });
  });

  it('is not touched where the two clash, and is the same clash the next time', () => {
    const settled = settleDraft(old, clashing, fresh, undefined);
    expect(settled).toMatchObject({ fate: 'clash', after: clashing, base: old });
    expect(settled.clashes.map(({ part }) => part)).toEqual(['text']);
    expect(settleDraft(settled.base, settled.after, fresh, undefined)).toEqual(settled);
  });

  it('is one side or the other where somebody said which, with the rest of both', () => {
    const mine = settleDraft(old, clashing, fresh, 'mine');
    expect(mine).toMatchObject({ fate: 'edited', after: clashing, base: fresh, clashes: [] });
    const taken = settleDraft(old, clashing, fresh, 'fresh');
    expect(taken.after).toMatchObject({ text: fresh.text, fields: { title: 'Tschüss' } });
  });

  it('keeps a moment that a person chose, unless the facts moved it too', () => {
    const later = { ...old, publishAt: '2027-01-29T12:00' };
    expect(settleDraft(old, later, fresh, undefined).after?.publishAt).toBe('2027-01-29T12:00');
    const moved = { ...fresh, publishAt: '2027-01-30T10:00' };
    expect(settleDraft(old, later, moved, undefined).clashes).toEqual([
      { part: 'publish_at', base: '2027-01-29T10:00', mine: '2027-01-29T12:00', fresh: '2027-01-30T10:00' },
    ]);
  });

  it('stays away once it was deleted, until somebody wants it back', () => {
    expect(settleDraft(old, null, fresh, undefined)).toMatchObject({ fate: 'deleted', after: null });
    expect(settleDraft(old, null, fresh, 'fresh')).toMatchObject({ fate: 'new', after: fresh });
  });

  it('clashes as a whole where nobody knows what it was made from', () => {
    const settled = settleDraft(undefined, edited, old, undefined);
    expect(settled.fate).toBe('clash');
    expect(settled.clashes.map(({ part }) => part)).toEqual(['text', 'fields.title']);
    expect(settleDraft(undefined, old, old, undefined)).toMatchObject({ fate: 'same' });
  });
});
