import { describe, expect, it } from 'vitest';
import { crawledAt, exported, named, type Situation, says, snapshot, state, wholeExport } from './make-statement.ts';
import { proved, withGaps } from './situations-proved.ts';
import { incomplete, untold } from './situations-unproved.ts';

describe('a statement', () => {
  it.each([...proved, ...withGaps, ...incomplete, ...untold])(
    'is right where $title',
    ({ situation, verdict, missing, gaps = [] }) => {
      const stated = state(situation);
      expect({ verdict: stated.verdict, missing: stated.missing, gaps: stated.gaps.map(({ kind }) => kind) }).toEqual({
        verdict,
        missing,
        gaps,
      });
      for (const text of Object.values(stated.because)) expect(text).not.toMatch(/undefined|null|NaN| {2}|\(\)/);
    },
  );

  it('says how the number is made up, in both languages', () => {
    const { because, holds, expected } = state({
      crawl: { claims: [says(4812)] },
      exports: [exported()],
      held: { both: 2100, onlyExport: 2690, onlyCrawl: 20 },
      posts: { newerThanExport: 20 },
    });
    expect({ holds, expected }).toEqual({ holds: 4810, expected: 4812 });
    expect(because.en).toBe(
      'The platform counts 4,812 posts; export and crawl together hold 4,810 (2,100 in both, 2,690 only in the export, 20 only in the crawl). 2 are missing.',
    );
    expect(because.de).toBe(
      'Die Plattform zählt 4.812 Beiträge, Export und Sicherung enthalten zusammen 4.810 (2.100 in beiden, 2.690 nur im Export, 20 nur in der Sicherung). Es fehlen 2.',
    );
  });

  it('does not call a number too low for posts that are newer than it', () => {
    const situation: Situation = {
      crawl: { claims: [says(95)] },
      exports: [wholeExport(100)],
      held: { both: 20, onlyExport: 80 },
    };
    const notes = (newerThanCrawl: number) =>
      state({ ...situation, posts: { newerThanCrawl } }).notes.map(({ en }) => en);
    expect(notes(5)).toEqual(['5 of the posts that only the export holds are newer than the crawl and its numbers.']);
    expect(notes(4)[0]).toContain('More posts are held than the platform counts (100 and 95)');
  });

  it('reckons with posts that are newer than the last numbers, where a newer snapshot read none', () => {
    const later = { ...snapshot, id: 'later', startedAt: '2026-11-24T09:00:00.000Z', verdict: null };
    const onlyExport = [named('1', { published: '2026-11-21T08:00:00.000Z' }), named('2')];
    const situation: Situation = {
      crawl: { claims: [says(100)] },
      exports: [exported()],
      held: { both: 98, onlyExport: 2 },
    };
    expect(state({ ...situation, posts: { onlyExport } }).verdict).toBe('complete');
    const stated = state({ ...situation, posts: { onlyExport }, snapshots: [later, snapshot] });
    expect(stated).toMatchObject({ verdict: 'incomplete', missing: 1 });
    expect(later.startedAt > crawledAt).toBe(true);
    expect(state({ ...situation, posts: { onlyExport: [] }, snapshots: [later, snapshot] }).missing).toBe(2);
  });
});
