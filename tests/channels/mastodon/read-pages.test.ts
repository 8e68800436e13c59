import { describe, expect, it } from 'vitest';
import { origin, posts, read } from './mastodon-answers.ts';

const html = { mime: 'text/html' };

/** As Mastodon 3 writes a post on its pages: app/views/statuses/_simple_status.html.haml */
const entry = (id: string, author = 'aurora', more = '') => `<div class="entry h-entry${more}"><div class="status">
<a class="status__relative-time u-url u-uid" href="${origin}/@${author}/${id}"><time class="time-ago" datetime="2019-05-01T10:00:00Z">May 1</time></a>
<div class="p-author h-card"><a class="status__display-name u-url" href="${origin}/@${author}"><bdi><strong class="display-name__html p-name">Name of ${author}</strong></bdi></a></div>
<div class="status__content"><p><span class="p-summary">A warning </span></p><div class="e-content" lang="de"><p>Guten Tag, <a href="${origin}/tags/x" class="mention hashtag" rel="tag">#<span>x</span></a></p></div></div>
<a class="u-photo" href="${origin}/media/full.png" title="A bell"><img src="${origin}/media/small.png" alt="A bell"></a></div></div>`;

describe('pages with their posts in the HTML', () => {
  it('give posts as the interface would', async () => {
    const found = await read(
      '/@aurora',
      `${entry('5')}${entry('4')}<a class="load-more" href="/@aurora?max_id=4">more</a>`,
      html,
    );
    expect(found.map(({ kind }) => kind)).toEqual(['post', 'post']);
    expect(posts(found)[0]).toMatchObject({
      id: '5',
      url: `${origin}/@aurora/5`,
      text: 'Guten Tag, #x',
      lang: 'de',
      warning: 'A warning',
      published: '2019-05-01T10:00:00.000Z',
      author: { name: 'Name of aurora', handle: 'aurora' },
      media: [{ url: `${origin}/media/full.png`, otherUrls: [`${origin}/media/small.png`], alt: 'A bell' }],
      links: [],
    });
  });

  it('end where no older page is', async () => {
    const found = await read('/@aurora?max_id=4', entry('3'), html);
    expect(found.at(-1)).toEqual({ kind: 'end-of-list', list: 'profile pages' });
    expect(await read('/@aurora', '<div id="mastodon"></div>', html)).toEqual([]);
  });

  it('leave out boosts, which stand there under their authors’ names, and keep answers as comments', async () => {
    expect(await read('/@aurora', `${entry('9', 'mira')}<a class="load-more" href="?max_id=9">m</a>`, html)).toEqual(
      [],
    );
    const found = posts(await read('/@aurora/5', entry('5') + entry('6', 'mira', ' entry-successor p-comment'), html));
    expect(found.map(({ id, kind, replyTo }) => [id, kind, replyTo?.id])).toEqual([
      ['5', 'post', undefined],
      ['6', 'comment', '5'],
    ]);
  });

  it('that scripts fill have an excerpt in their head, and no more', async () => {
    const head =
      '<meta property="og:type" content="article"><meta property="og:description" content="Hello &amp; good"><meta property="og:published_time" content="2024-05-01T10:00:00Z">';
    const [post] = posts(await read('/@aurora/5', `<head>${head}</head>`, html));
    expect(post).toMatchObject({
      id: '5',
      extent: 'part',
      text: 'Hello & good',
      published: '2024-05-01T10:00:00.000Z',
    });
    expect(await read('/@mira/5', `<head>${head}</head>`, html)).toEqual([]);
  });
});

describe('the feed', () => {
  it('gives the newest posts under the ids of the interface, without titles', async () => {
    const item = `<item><guid isPermaLink="true">${origin}/@aurora/5</guid><link>${origin}/@aurora/5</link><pubDate>Wed, 01 May 2024 10:00:00 +0000</pubDate><description>&lt;p&gt;Hello&lt;/p&gt;</description><category>x</category></item>`;
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Aurora</title>${item}</channel></rss>`;
    const found = await read('/@aurora.rss', feed, { mime: 'application/rss+xml' });
    expect(posts(found)).toMatchObject([{ id: '5', kind: 'post', title: null, text: 'Hello', tags: ['x'] }]);
    expect(await read('/@aurora.rss', '<h1>Hello</h1>', { mime: 'application/rss+xml' })).toMatchObject([
      { kind: 'unreadable' },
    ]);
  });
});

describe('what pages of Misskey load', () => {
  const user = { id: 'u1', username: 'aurora', host: null, name: 'Aurora' };
  const mira = { id: 'u2', username: 'mira', host: 'elsewhere.example' };
  const note = (more: object = {}) => ({
    id: 'n1',
    createdAt: '2024-05-01T10:00:00.000Z',
    user,
    text: 'Hello https://aurora.example/x',
    visibility: 'home',
    ...more,
  });
  const post = { method: 'POST', requestBody: '{"userId":"u1"}' };

  it('are notes with what belongs to them', async () => {
    const full = note({
      cw: 'An owl',
      tags: ['x'],
      files: [
        {
          type: 'image/png',
          url: `${origin}/f.png`,
          thumbnailUrl: `${origin}/t.png`,
          comment: 'A bell',
          properties: { width: 8, height: 6 },
        },
        { type: 'application/pdf', url: `${origin}/f.pdf` },
      ],
      poll: { choices: [{ text: 'ding', votes: 2 }], expiresAt: '2024-06-01T00:00:00.000Z' },
      reactions: { '👍': 2, ':bell:': 3 },
      renoteCount: 1,
      repliesCount: 0,
    });
    const [found] = posts(await read('/api/users/notes', [full], post));
    expect(found).toMatchObject({
      id: 'n1',
      url: `${origin}/notes/n1`,
      kind: 'post',
      warning: 'An owl',
      visibility: 'unlisted',
      links: ['https://aurora.example/x'],
      media: [{ kind: 'image', alt: 'A bell', width: 8 }, { kind: 'file' }],
      poll: { options: [{ text: 'ding', votes: 2 }] },
      counts: { likes: 5, reposts: 1, replies: 0 },
    });
  });

  it('are renotes, quotes and answers', async () => {
    const others = { ...note({ id: 'n9', user: mira, text: 'Best coffee' }) };
    const found = posts(
      await read(
        '/api/users/notes',
        [
          note({ text: null, renote: others }),
          note({ id: 'n2', renote: others }),
          note({ id: 'n3', reply: others }),
          note({ id: 'n4', reply: note() }),
          others,
        ],
        post,
      ),
    );
    expect(found.map(({ id, kind }) => [id, kind])).toEqual([
      ['n1', 'repost'],
      ['n2', 'quote'],
      ['n3', 'reply'],
      ['n4', 'post'],
    ]);
    const answer = { ...note({ id: 'n5', user: mira, reply: note() }) };
    expect(posts(await read('/api/notes/children', [answer], post))).toMatchObject([{ kind: 'comment', isOwn: false }]);
  });

  it('are the account with its count, and notes without an id', async () => {
    const shown = await read('/api/users/show', { ...user, notesCount: 12, pinnedNotes: [note()] }, post);
    expect(shown.map(({ kind }) => kind)).toEqual(['profile', 'claim', 'post']);
    expect(posts(shown)[0]?.isPinned).toBe(true);
    expect(await read('/api/users/notes', [note({ id: null })], post)).toMatchObject([{ kind: 'unreadable' }]);
    expect(await read('/api/users/notes', { error: { code: 'X' } }, post)).toEqual([]);
  });
});
