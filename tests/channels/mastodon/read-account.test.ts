import { describe, expect, it } from 'vitest';
import { account, list, mira, one, origin, posts, read, status } from './mastodon-answers.ts';

describe('an account', () => {
  const full = {
    ...account,
    statuses_count: 12,
    followers_count: '5',
    created_at: '2022-11-01',
    note: '<p>Bio</p>',
    locked: true,
  };

  it('claims how much it has said; being locked hides nothing', async () => {
    const [profile, claim] = await read('/api/v1/accounts/lookup?acct=aurora', full);
    expect(profile).toMatchObject({ profile: { state: 'open', bio: 'Bio', followers: 5 } });
    expect(claim).toMatchObject({ claim: { name: 'statuses_count', count: 12, reach: 'more-hidden' } });
  });

  it.each([
    ['suspended', { suspended: true, statuses_count: 0 }],
    ['moved', { moved: { acct: 'aurora@new.example' } }],
  ])('is %s', async (state, more) => {
    const [profile] = await read('/api/v1/accounts/7', { ...full, ...more });
    expect(profile).toMatchObject({ profile: { state } });
  });

  it('that is suspended claims nothing, for its zero would be a lie', async () => {
    const findings = await read('/api/v1/accounts/7', { ...full, suspended: true, statuses_count: 0 });
    expect(findings.map(({ kind }) => kind)).toEqual(['profile']);
  });

  it('is gone when the server says so, and not when it merely knows no such interface', async () => {
    const gone = await read('/api/v1/accounts/lookup?acct=aurora', { error: 'Record not found' }, { status: 404 });
    expect(gone).toMatchObject([{ profile: { state: 'gone' } }]);
    expect(await read('/api/v1/accounts/lookup?acct=aurora', '<h1>404</h1>', { status: 404 })).toEqual([]);
    expect(await read('/@aurora', 'Gone', { status: 410, mime: 'text/html' })).toMatchObject([
      { profile: { state: 'gone' } },
    ]);
  });

  it('of somebody else is nothing to us, nor are their posts', async () => {
    expect(await read('/api/v1/accounts/42', { ...full, ...mira })).toEqual([]);
    expect(await read('/api/v1/accounts/42/statuses', [status({ account: mira })])).toEqual([]);
    expect(await read('/api/v1/accounts/relationships', [{ id: '7', following: true }])).toEqual([]);
    expect(await read('/api/v1/trends/statuses', [status()])).toEqual([]);
  });
});

describe('a post that is gone', () => {
  it('is one whose page or interface says so; of others it says nothing', async () => {
    const html = { mime: 'text/html', status: 404 };
    expect(await read('/@aurora/55', '<h1>404</h1>', html)).toMatchObject([{ kind: 'gone', id: '55' }]);
    expect(await read('/@mira/55', '<h1>404</h1>', html)).toEqual([]);
    const answer = { error: 'Record not found' };
    expect(await read('/api/v1/statuses/55', answer, { status: 404 })).toMatchObject([{ kind: 'gone', id: '55' }]);
    expect(
      await read('/users/aurora/statuses/55', '', { status: 410, mime: 'application/activity+json' }),
    ).toMatchObject([{ kind: 'gone', id: '55' }]);
    expect(await read('/api/v1/statuses/55', '<h1>Bad gateway</h1>', { status: 502 })).toEqual([]);
  });
});

describe('bad input', () => {
  it.each([
    ['HTML where JSON should be', list, '<h1>Hello</h1>'],
    ['JSON that breaks off', list, '[{"id":"1","content":"<p>'],
    ['an object where a list should be', list, { error: 'none of your business' }],
    ['a list where an object should be', '/api/v1/statuses/1', []],
  ])('%s is said to be unreadable', async (_name, path, body) => {
    expect(await read(path, body)).toMatchObject([{ kind: 'unreadable', where: origin + path }]);
  });

  it('a post without an id is counted, and those beside it are read', async () => {
    const findings = await read(list, [status({ id: null }), 'nonsense', null, status({ id: '8' })]);
    expect(findings.filter(({ kind }) => kind === 'unreadable')).toHaveLength(3);
    expect(posts(findings).map(({ id }) => id)).toEqual(['8']);
  });

  it('fields of the wrong kind are as if they were not there', async () => {
    const post = await one({
      content: 7,
      created_at: 'soon',
      tags: 'x',
      mentions: {},
      poll: [],
      card: 'no',
      language: {},
      counts: 1,
      url: 'javascript:alert(1)',
      visibility: 9,
    });
    expect(post).toMatchObject({
      text: '',
      published: null,
      tags: [],
      poll: null,
      links: [],
      lang: null,
      visibility: 'unknown',
      url: `${origin}/users/aurora/statuses/100`,
    });
  });
});
