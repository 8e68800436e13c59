import { type FoundPost, makeMedia, makePost, type PostKind, type PostReference } from '../../src/model/post.ts';
import { livingTimeline, type OthersPost, type TimelinePost } from '../fixtures/sites/brand-timeline.ts';
import { png } from './fixtures.ts';
import type { ServedFile } from './posts-snapshot.ts';

const HOST = 'https://social.example';
const author = { id: '1', handle: 'aurora', name: 'Aurora Kaffee', url: `${HOST}/@aurora` };

const others = ({ id, author: handle, text }: OthersPost): PostReference => ({
  id,
  url: `${HOST}/@${handle}/${id}`,
  author: { id: null, handle, name: handle, url: `${HOST}/@${handle}` },
  text,
});

const own = (number: number): PostReference => ({ id: String(number), url: addressOf(number), author, text: null });

export function addressOf(number: number): string {
  return `${HOST}/@aurora/${number}`;
}

export function pictureOf(number: number, index: number): string {
  return `${HOST}/media/${number}-${index}.png`;
}

function kindOf(post: TimelinePost): PostKind {
  if (post.reposts) return 'repost';
  if (post.quotes) return 'quote';
  return post.replyTo === undefined && post.answers === undefined ? 'post' : 'reply';
}

function auroraPost(post: TimelinePost): FoundPost {
  const { number, at, text, lang, images, video, tags, link, replyTo, answers, quotes, reposts, poll } = post;
  return makePost({
    platform: 'mastodon',
    id: String(number),
    kind: kindOf(post),
    source: 'api',
    url: addressOf(number),
    author,
    published: at,
    edited: post.editedAt ?? null,
    text,
    lang,
    media: [
      ...images.map((alt, index) => makeMedia({ url: pictureOf(number, index), kind: 'image', alt })),
      ...(video ? [makeMedia({ url: `${HOST}/media/${number}.mp4`, kind: 'video', mime: 'video/mp4', ...video })] : []),
    ],
    links: link === undefined ? [] : [link],
    replyTo: replyTo === undefined ? (answers ? others(answers) : null) : own(replyTo),
    quoteOf: quotes ? others(quotes) : null,
    repostOf: reposts ? others(reposts) : null,
    thread: replyTo === undefined ? null : '5',
    tags,
    poll: poll
      ? { options: poll.map((option, index) => ({ text: option, votes: index * 12 })), endsAt: null, voters: 36 }
      : null,
    counts: { likes: post.likes, replies: 0 },
    countedAt: '2026-11-23T09:30:00.000Z',
    isPinned: post.isPinned === true,
  });
}

/** What a hostile page might have given as an article. */
export const HOSTILE_HTML = `<h1>Wasser &amp; Röstung</h1><p onclick="steal()">Weiches Wasser <b>hilft</b>. <a href="javascript:alert(1)">Nein</a>
<a href="/wasser?x=1&y=2">Mehr dazu</a></p><script>document.title = 'run'</script><style>body{display:none}</style>
<img src="/media/40-0.png" alt="Wasser im Glas" onerror="document.title = 'run'"><img src="https://tracker.example/p.gif" alt="">
<iframe src="https://tracker.example/"></iframe><form action="https://tracker.example/"><input name="q"></form>
<svg><script>document.title = 'run'</script></svg><p style="position:fixed">Ende</p>`;

/** Posts that the timeline has not: an article, somebody's comment, a warning, one without a date, formulas. */
const more: readonly FoundPost[] = [
  makePost({
    platform: 'mastodon',
    id: '101',
    kind: 'article',
    source: 'crawl',
    url: `${HOST}/artikel/wasser`,
    author,
    published: '2025-02-03T10:00:00.000Z',
    title: 'Wasser & Röstung: was <b>wirklich</b> zählt',
    text: 'Wasser & Röstung\n\nWeiches Wasser hilft. Nein Mehr dazu\n\nEnde',
    html: HOSTILE_HTML,
    lang: 'de',
    media: [makeMedia({ url: `${HOST}/media/40-0.png`, kind: 'image', alt: 'Wasser im Glas' })],
    tags: ['Wasser'],
  }),
  makePost({
    platform: 'mastodon',
    id: '102',
    kind: 'comment',
    source: 'api',
    url: `${HOST}/@mira/102`,
    isOwn: false,
    author: { id: '2', handle: 'mira', name: 'Mira Ökçün', url: `${HOST}/@mira` },
    published: '2025-02-04T10:00:00.000Z',
    text: 'Ich nehme Leitungswasser.',
    replyTo: { id: '101', url: `${HOST}/artikel/wasser`, author, text: null },
  }),
  makePost({
    platform: 'mastodon',
    id: '103',
    kind: 'post',
    source: 'api',
    url: addressOf(103),
    author,
    published: '2025-02-05T10:00:00.000Z',
    text: '=HYPERLINK("https://evil.example";"Gewinn")',
    warning: 'Formeln; "Anführungen"',
  }),
  makePost({
    platform: 'mastodon',
    id: '104',
    kind: 'page',
    source: 'crawl',
    url: `${HOST}/impressum`,
    author,
    title: 'Impressum',
    text: '',
    extent: 'part',
  }),
];

/** The brand's timeline and some more, oldest first, the undated one last. */
export const auroraPosts: readonly FoundPost[] = [...livingTimeline.map(auroraPost), ...more];

/** What the archive has of their media: all pictures but the last of post 2, twice the same in post 17, and no film. */
export const auroraFiles: Readonly<Record<string, ServedFile>> = Object.fromEntries([
  ...auroraPosts.flatMap(({ media }) =>
    media
      .filter(({ kind, url }) => kind === 'image' && url !== pictureOf(2, 3))
      .map(({ url }, index) => {
        const seed = url === pictureOf(17, 0) ? 2 : url.length + index * 7 + Number(/(\d+)-/.exec(url)?.[1]);
        return [url, { type: 'image/png', content: png(320, 200, seed) }] as const;
      }),
  ),
  // The same bytes as post 17's, so that this record says so and has none.
  [`${HOST}/media/40-0.png`, { type: 'image/png', content: png(320, 200, 2) }] as const,
]);
