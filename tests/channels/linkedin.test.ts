import { describe, expect, it } from 'vitest';
import { linkedinAdapter } from '../../src/channels/linkedin/adapter.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import { expectNoPostOutOfNothing, readerOf } from '../support/odd-answers.ts';

const origin = 'https://www.linkedin.com';
const place: ChannelPlace = { platform: 'linkedin', handle: 'aurora', url: `${origin}/company/aurora/` };
const { read, posts } = readerOf(linkedinAdapter, place);
const voyager = `${origin}/voyager/api/graphql?queryId=x`;
const page = { mime: 'text/html' };
const [first, second] = ['7053762019270778880', '7058424411992842240'];

function card(id: string, inside: string, actor = 'company/aurora'): string {
  return `<article class="main-feed-activity-card" data-activity-urn="urn:li:activity:${id}">
<div data-test-id="main-feed-activity-card__entity-lockup"><a href="https://de.linkedin.com/${actor}?trk=x"><img></a>
<a data-tracking-control-name="public_post_feed-actor-name" href="https://de.linkedin.com/${actor}?trk=x"> Aurora Kaffee </a></div>${inside}</article>`;
}

const said = (text: string) =>
  `<p class="attributed-text-segment-list__content" data-test-id="main-feed-activity-card__commentary">${text}</p>`;

describe('a card of the guest page', () => {
  it('has its words with their line breaks, its links opened, and the time that its number is', async () => {
    const text = said(
      'One &amp; two\nthree<br>four <a href="/redir/redirect?url=https%3A%2F%2Faurora.example%2Fx&amp;urlhash=a">lnkd.in/x</a> <a href="/feed/hashtag/kaffee">#Kaffee</a>',
    );
    const counts =
      '<span data-test-id="social-actions__reaction-count">1,204</span><a data-test-id="social-actions__comments" data-num-comments="3">3 Comments</a>';
    expect(await posts(place.url, card(first, text + counts), page)).toMatchObject([
      {
        id: first,
        text: 'One & two\nthree\nfour lnkd.in/x #Kaffee',
        links: ['https://aurora.example/x'],
        tags: ['Kaffee'],
        published: '2023-04-17T16:11:57.955Z',
        author: { handle: 'aurora', name: 'Aurora Kaffee' },
        counts: { likes: 1204, replies: 3 },
        extent: 'whole',
      },
    ]);
  });

  it('is a part where the page cuts it off, and shares what stands inside of it', async () => {
    const inner = card('7050000000000000000', said('Theirs'), 'in/mira');
    const found = await posts(
      place.url,
      card(first, said('So it goes on… see more')) +
        card(second, said('Look') + inner) +
        card('7060000000000000000', inner),
      page,
    );
    expect(found).toMatchObject([
      { extent: 'part', kind: 'post' },
      {
        kind: 'quote',
        text: 'Look',
        quoteOf: { id: '7050000000000000000', text: 'Theirs', author: { handle: 'mira' } },
      },
      { kind: 'repost', text: '', repostOf: { id: '7050000000000000000' } },
    ]);
  });

  it('has its film from its sources, and no alternative text that nobody wrote', async () => {
    const sources = JSON.stringify([
      { src: 'https://dms.example/small.mp4', type: 'video/mp4', 'data-bitrate': 1 },
      { src: 'https://dms.example/large.mp4', type: 'video/mp4', 'data-bitrate': 9 },
    ]);
    const media = `<video data-sources='${sources}'></video><ul class="feed-images-content"><img data-delayed-url="https://media.example/a.jpg" alt="A cup"><img src="https://media.example/b.jpg" alt="No alternative text description for this image"></ul>`;
    const [post] = await posts(place.url, card(first, media), page);
    expect(post?.media).toMatchObject([
      { kind: 'image', url: 'https://media.example/a.jpg', alt: 'A cup' },
      { kind: 'image', url: 'https://media.example/b.jpg', alt: null },
      { kind: 'video', url: 'https://dms.example/large.mp4', otherUrls: ['https://dms.example/small.mp4'] },
    ]);
  });

  it("is told when its number or its author is missing, and left alone when it is somebody else's", async () => {
    const found = await read(
      place.url,
      card('x', said('a')) +
        card(first, '').replaceAll('company/aurora', 'legal') +
        card(second, said('b'), 'company/aurora-2'),
      page,
    );
    expect(found).toMatchObject([
      { kind: 'unreadable', id: null },
      { kind: 'unreadable', id: first },
    ]);
  });
});

describe('JSON-LD of LinkedIn', () => {
  const author = { '@type': 'Organization', name: 'Aurora', url: 'https://de.linkedin.com/company/aurora' };

  it('gives a part of a post, with its comments', async () => {
    const comment = {
      '@type': 'Comment',
      text: 'Hi',
      datePublished: '2023-04-18T09:00:00.123Z',
      author: { name: 'Mira', url: `${origin}/in/mira` },
    };
    const posting = {
      '@type': 'SocialMediaPosting',
      '@id': `${origin}/posts/aurora_x-activity-${first}-abcd?trk=y`,
      author,
      articleBody: 'Whole',
      datePublished: '2023-04-17T15:22:14.000Z',
      commentCount: 1,
      comment: [comment],
    };
    const html = `<script type="application/ld+json">${JSON.stringify({ '@graph': [posting, { ...posting, author: { ...author, url: `${origin}/company/other` } }] })}</script>`;
    expect(await posts(`${origin}/posts/aurora_x-activity-${first}-abcd`, html, page)).toMatchObject([
      { id: first, url: `${origin}/posts/aurora_x-activity-${first}-abcd`, extent: 'part', counts: { replies: 1 } },
      { id: `${first}/comment/1681808400123`, kind: 'comment', isOwn: false, replyTo: { id: first } },
    ]);
  });
});

describe('Voyager', () => {
  const actor = { name: { text: 'Aurora' }, navigationContext: { actionTarget: `${origin}/company/aurora/posts?x=1` } };
  const update = (id: string, more: object = {}) => ({
    $type: 'com.linkedin.voyager.feed.render.UpdateV2',
    entityUrn: `urn:li:fs_updateV2:(urn:li:activity:${id},MAIN_FEED,EMPTY,DEFAULT,false)`,
    actor,
    commentary: { text: { text: `Post ${id}` } },
    ...more,
  });

  it('is read in its older shape, where the one component is named by its type', async () => {
    const vectorImage = {
      rootUrl: 'https://media.example/',
      artifacts: [
        { width: 480, fileIdentifyingUrlPathSegment: 's.jpg' },
        { width: 1080, fileIdentifyingUrlPathSegment: 'l.jpg' },
      ],
    };
    const content = {
      $type: 'com.linkedin.voyager.feed.render.ImageComponent',
      images: [{ accessibilityText: 'A cup', attributes: [{ vectorImage }] }],
    };
    const [post] = await posts(voyager, { data: {}, included: [update(first, { content })] });
    expect(post).toMatchObject({
      id: first,
      text: `Post ${first}`,
      url: `${origin}/feed/update/urn:li:activity:${first}/`,
    });
    expect(post?.media).toMatchObject([
      { url: 'https://media.example/l.jpg', otherUrls: ['https://media.example/s.jpg'], alt: 'A cup' },
    ]);
  });

  it('gives documents, and links of articles', async () => {
    const documentComponent = {
      document: { title: 'Our year', transcribedDocumentUrl: 'https://media.example/year.pdf' },
    };
    const articleComponent = { navigationContext: { actionTarget: 'https://aurora.example/x' } };
    expect(
      await posts(voyager, {
        included: [
          update(first, { content: { documentComponent } }),
          update(second, { content: { articleComponent } }),
        ],
      }),
    ).toMatchObject([
      { media: [{ kind: 'file', url: 'https://media.example/year.pdf', alt: 'Our year' }] },
      { links: ['https://aurora.example/x'] },
    ]);
  });

  it('stands in code elements of a page as well', async () => {
    const escaped = JSON.stringify({ included: [update(first)] })
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;');
    expect(
      await posts(
        place.url,
        `<html><code style="display:none" id="bpr-guid-1">${escaped}</code><code>{"x":</code></html>`,
        page,
      ),
    ).toMatchObject([{ id: first }]);
  });

  it("keeps comments below the channel's own posts, in both forms of their name", async () => {
    const comment = (urn: string, path: string) => ({
      $type: 'com.linkedin.voyager.dash.social.Comment',
      urn,
      commentary: { text: 'Hi' },
      commenter: { title: { text: 'M' }, navigationUrl: `${origin}/${path}` },
      createdAt: 1_681_808_400_000,
    });
    const body = {
      included: [
        update(first),
        comment(`urn:li:comment:(activity:${first},7054000000000000001)`, 'in/mira'),
        comment(`urn:li:fsd_comment:(7054000000000000002,urn:li:activity:${first})`, 'company/aurora'),
        comment(`urn:li:comment:(activity:${second},7054000000000000003)`, 'in/mira'),
      ],
    };
    expect((await posts(voyager, body)).slice(1)).toMatchObject([
      { id: '7054000000000000001', kind: 'comment', replyTo: { id: first } },
      { id: '7054000000000000002', kind: 'reply', isOwn: true },
    ]);
  });

  it('leaves groups and newsletters alone, which are no accounts', async () => {
    const group = { name: { text: 'Roasters' }, navigationContext: { actionTarget: `${origin}/groups/123/` } };
    expect(await read(voyager, { included: [update(first, { actor: group })] })).toEqual([]);
  });

  it('tells an update that cannot be told whose it is', async () => {
    expect(await read(voyager, { included: [update(first, { actor: { name: { text: 'x' } } })] })).toMatchObject([
      { kind: 'unreadable', id: first },
    ]);
  });
});

it('tells refusals by their status, and does not read the wall itself', async () => {
  const reason = async (status: number) =>
    (await read(voyager, '{}', { status })).map((found) => found.kind === 'withheld' && found.reason);
  expect(await reason(401)).toEqual(['login-wall']);
  expect(await reason(403)).toEqual(['forbidden']);
  expect(await reason(429)).toEqual(['rate-limited']);
  expect(await read(place.url, card(first, said('a')), { ...page, status: 999 })).toEqual([]);
  expect(await read(`${origin}/authwall?trk=x`, card(first, said('a')), page)).toEqual([]);
  await expectNoPostOutOfNothing(linkedinAdapter, place, voyager);
  await expectNoPostOutOfNothing(linkedinAdapter, place, place.url, page);
});

it('knows a person from a company of the same name', async () => {
  const person: ChannelPlace = { platform: 'linkedin', handle: 'aurora', url: `${origin}/in/aurora/` };
  expect(await readerOf(linkedinAdapter, person).posts(place.url, card(first, said('a')), page)).toEqual([]);
  const include = linkedinAdapter.seeds?.scope(place).include ?? [];
  const isIn = (path: string) => include.some((pattern) => pattern.test(origin + path));
  expect(isIn(`/posts/aurora_topic-activity-${first}-abcd?trk=organization_guest`)).toBe(true);
  expect(
    ['/posts/aurora-2_topic-activity-1-a', '/posts/mira_x', '/company/aurora/jobs/', '/in/mira'].filter(isIn),
  ).toEqual([]);
});
