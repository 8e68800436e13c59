import { describe, expect, it } from 'vitest';
import { DID, HANDLE } from '../../fixtures/sites/bluesky/records.ts';
import { mira, own, page, pds, read, uri } from './bluesky-answers.ts';

describe('the profile', () => {
  it('shows itself, with a count that may be too high', async () => {
    const profile = {
      ...own,
      description: 'Coffee',
      avatar: `${pds}/a.jpg`,
      postsCount: 12,
      followersCount: 3,
      followsCount: 4,
      createdAt: '2023-05-01T10:00:00.000Z',
    };
    expect(await read('app.bsky.actor.getProfile', profile, { query: `actor=${HANDLE}` })).toEqual([
      {
        kind: 'profile',
        profile: {
          id: DID,
          handle: HANDLE,
          name: 'Aurora',
          bio: 'Coffee',
          url: page,
          avatarUrl: `${pds}/a.jpg`,
          followers: 3,
          following: 4,
          since: '2023-05-01T10:00:00.000Z',
          state: 'open',
        },
      },
      {
        kind: 'claim',
        claim: { name: 'postsCount', count: 12, kinds: ['post', 'reply', 'quote'], reach: 'more-hidden' },
      },
    ]);
    expect(
      await read('app.bsky.actor.getProfile', { ...mira, postsCount: 9 }, { query: 'actor=mira.example' }),
    ).toEqual([]);
  });

  it.each([
    ['AccountTakedown', 'suspended'],
    ['AccountDeactivated', 'gone'],
    ['RepoDeactivated', 'gone'],
    ['RepoTakendown', 'suspended'],
  ])('is in trouble: %s', async (error, state) => {
    const found = await read(
      'app.bsky.actor.getProfile',
      { error, message: 'x' },
      { query: `actor=${DID}`, status: 400 },
    );
    expect(found).toMatchObject([{ kind: 'profile', profile: { state } }]);
  });

  it('is gone when nobody has that handle, and in no trouble when the server is', async () => {
    const nobody = { error: 'InvalidRequest', message: 'Unable to resolve handle' };
    const resolve = 'com.atproto.identity.resolveHandle';
    expect(await read(resolve, nobody, { query: `handle=${HANDLE}`, status: 400 })).toMatchObject([
      { profile: { state: 'gone' } },
    ]);
    expect(await read(resolve, '<h1>Bad gateway</h1>', { query: `handle=${HANDLE}`, status: 502 })).toEqual([]);
    expect(await read(resolve, { error: '__proto__' }, { query: `handle=${HANDLE}`, status: 400 })).toEqual([]);
  });

  it('of one post that is not there any more says so of the post', async () => {
    const gone = await read(
      'com.atproto.repo.getRecord',
      { error: 'RecordNotFound', message: 'x' },
      { query: `repo=${DID}&collection=app.bsky.feed.post&rkey=3kx`, status: 400 },
    );
    expect(gone).toMatchObject([{ kind: 'gone', id: uri('3kx') }]);
  });
});
