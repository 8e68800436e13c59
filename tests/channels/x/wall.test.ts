import { expect, it } from 'vitest';
import { startSite } from '../../fixtures/sites/x/site.ts';
import { takeChannel } from '../../support/take-channel.ts';

it('gives a visitor single posts, and says that the rest is behind a login', async () => {
  const fixture = await startSite(true);
  try {
    const { posts, report } = await takeChannel({ platform: 'x', handle: fixture.handle, url: fixture.url });
    expect(posts.map(({ kind, isPinned }) => [kind, isPinned])).toEqual([
      ['post', true],
      ['comment', false],
    ]);
    expect(report).toMatchObject({ verdict: 'incomplete', expected: 43, have: 1, missing: 42 });
    expect(report.gaps.map(({ reason }) => reason)).toEqual(['login-wall']);
    // Both tabs, and the timeline, whose page is there and looks whole.
    expect(report.gaps[0]?.count).toBe(3);
    expect(report.gaps[0]?.hint).toContain('official export');
  } finally {
    await fixture.close();
  }
}, 600_000);
