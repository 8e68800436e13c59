import { describe, expect, it } from 'vitest';
import { countFigures } from '../../src/drafts/figures/count-figures.ts';
import { noFigures } from '../../src/model/farewell/figures.ts';
import type { KeptPost } from '../../src/model/post-store.ts';
import { postOf } from '../contracts/post-store.ts';

async function* kept(...posts: readonly KeptPost[]) {
  yield* posts;
}

const post = (id: string, snapshot: string, parts: Parameters<typeof postOf>[1]): KeptPost => ({
  post: postOf(id, parts),
  snapshot,
});

describe('figures of the archive', () => {
  it('are counted from the posts, each with where it was read', async () => {
    const figures = await countFigures(
      kept(
        post('2', 's2', { published: '2021-03-05T10:00:00.000Z', text: 'Kurz gefragt', counts: { replies: 7 } }),
        post('1', 's1', { published: '2018-12-31T23:30:00.000Z', text: 'Hallo', counts: { replies: 2 } }),
        post('3', 's2', { published: '2021-03-06T10:00:00.000Z' }),
        post('4', 's3', { published: null }),
      ),
      'Europe/Berlin',
    );
    expect(figures).toEqual({
      posts: { value: 4, snapshots: ['s1', 's2', 's3'] },
      // Half an hour before midnight in London is 2019 in Berlin.
      years: { value: 3, snapshots: ['s1', 's2'] },
      sinceYear: { value: 2019, snapshots: ['s1'] },
      bestMonth: { value: '2021-03', snapshots: ['s2'] },
      mostAnswered: { value: 'Kurz gefragt', snapshots: ['s2'] },
    });
  });

  it('are left out where the archive does not have them', async () => {
    expect(await countFigures(kept(), 'UTC')).toEqual(noFigures);
    const one = await countFigures(
      kept(post('1', 's1', { published: '2020-01-01T00:00:00.000Z', text: 'x'.repeat(500), counts: { replies: 1 } })),
      'UTC',
    );
    expect(one).toMatchObject({ posts: { value: 1 }, bestMonth: null, mostAnswered: null });
    expect(await countFigures(kept(post('1', 's1', { published: null })), 'UTC')).toMatchObject({
      posts: { value: 1 },
      sinceYear: null,
    });
  });
});
