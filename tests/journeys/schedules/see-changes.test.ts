import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { sha256 } from '../../../src/base/digest.ts';
import { openSchedules } from '../../../src/journeys/schedules/open-schedules.ts';
import { lookBefore, seeAfter } from '../../../src/journeys/schedules/see-changes.ts';
import type { CompletenessReport } from '../../../src/model/completeness.ts';
import type { FoundPost } from '../../../src/model/post.ts';
import { blogPost, completeReport, type MadeSide, makeSide } from '../../support/compared-snapshots.ts';
import { scheduleWorkspace } from '../../support/schedule-workspace.ts';

const DAY_MS = 86_400_000;
const context = {
  signal: new AbortController().signal,
  clock: { now: () => new Date('2026-11-28T00:00:00.000Z') },
  onProgress: () => undefined,
};

/** A workspace in which snapshots of the channel `blog` are entered, one after the other. */
async function blog() {
  const { dir } = await scheduleWorkspace('https://blog.example.org/');
  const open = await openSchedules({ cwd: dir, workspaceDir: dir });
  onTestFinished(() => open.close());
  const { snapshots, posts } = open.ledger;
  const take = async (
    at: string,
    seen: readonly FoundPost[],
    more: Partial<MadeSide> = {},
    silenceMs = 30 * DAY_MS,
  ) => {
    const before = await lookBefore('blog', open);
    const id = `s${(await snapshots.list()).length}`;
    const pages = [{ path: '/' }];
    const completeness = completeReport();
    const file = await makeSide(join(dir, `${id}.wacz`), { at, pages, posts: seen, completeness, ...more });
    const entered = {
      ...{ id, channel: 'blog', url: 'https://blog.example.org/', file, state: 'complete' as const, pages: 1, gaps: 0 },
      ...{ bytes: 1, sha256: sha256(id), signed: false, startedAt: at, finishedAt: at },
    };
    await snapshots.add(entered);
    async function* kept() {
      for (const post of seen) yield { ...post, channel: 'blog', archive: null };
    }
    await posts.addSnapshot({ ...entered }, kept(), completeness as unknown as CompletenessReport);
    return { file, look: () => seeAfter(before, entered, silenceMs, open, context) };
  };
  return { take };
}

const old = blogPost('old', { published: '2026-10-01T08:00:00.000Z' });
const newest = blogPost('newest', { published: '2026-10-12T08:00:00.000Z' });

it('of the first snapshot nothing is told', async () => {
  const { take } = await blog();
  expect(await (await take('2026-11-01T00:00:00.000Z', [old])).look()).toBeNull();
});

it('a post that is dated before the earlier snapshot is new where it is newer than all that was known', async () => {
  const { take } = await blog();
  await take('2026-11-25T00:00:00.000Z', [old, newest]);
  const backdated = blogPost('back', { published: '2026-11-20T08:00:00.000Z' });
  const foundLate = blogPost('late', { published: '2026-10-05T08:00:00.000Z' });
  const seen = await (await take('2026-11-27T00:00:00.000Z', [old, newest, backdated, foundLate])).look();
  expect(seen?.changes).toMatchObject({ newPosts: 1, editedPosts: 0, gonePosts: 0 });
  expect(seen?.firstPost).toMatchObject({ published: '2026-11-20T08:00:00.000Z', silentSince: newest.published });
});

const first = '2026-11-20T08:00:00.000Z';
const second = '2027-03-01T08:00:00.000Z';

it.each([
  ['the first of them when there was silence before it', 39, { published: first, silentSince: newest.published }],
  ['a later one when the silence was before that', 40, { published: second, silentSince: first }],
  ['none when no silence was that long', 102, null],
])('of new posts it tells of %s', async (_, silenceDays, told) => {
  const { take } = await blog();
  await take('2026-11-01T00:00:00.000Z', [newest]);
  const fresh = [blogPost('first', { published: first }), blogPost('second', { published: second })];
  const taken = await take('2027-03-02T00:00:00.000Z', [newest, ...fresh], {}, silenceDays * DAY_MS);
  const seen = await taken.look();
  expect(seen?.changes.newPosts).toBe(2);
  expect(seen?.firstPost).toEqual(told && { url: null, ...told });
});

it('of a post that a partial snapshot lacks nobody says that it is gone, nor that none is', async () => {
  const { take } = await blog();
  await take('2026-11-01T00:00:00.000Z', [old, newest]);
  const seen = await (await take('2026-11-02T00:00:00.000Z', [newest], { crawl: { state: 'partial' } })).look();
  expect(seen?.changes).toMatchObject({ newPosts: 0, gonePosts: null });
  const whole = await (await take('2026-11-03T00:00:00.000Z', [])).look();
  expect(whole?.changes).toMatchObject({ gonePosts: 1 });
});

it('nothing is known of what changed since a snapshot whose file is away', async () => {
  const { take } = await blog();
  const { file } = await take('2026-11-01T00:00:00.000Z', [old]);
  await rm(file);
  const seen = await (await take('2026-11-02T00:00:00.000Z', [old, newest])).look();
  expect(Object.values(seen?.changes ?? {})).toEqual([null, null, null, null, null, null]);
});
