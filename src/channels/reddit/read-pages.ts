import { load } from 'cheerio';
import type { Finding } from '../../model/finding.ts';
import { makePost } from '../../model/post.ts';
import { htmlToText } from '../reading/html-to-text.ts';
import { asNumber, asTime, asUnixTime, asUrl } from '../reading/json-reader.ts';
import { communityIn, isOwnEntry } from './account.ts';
import type { ThingPlace } from './read-things.ts';

interface Shown {
  readonly id: string;
  readonly path: string | undefined;
  readonly author: string | undefined;
  readonly published: string | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly score: string | undefined;
  readonly link: string | undefined;
  readonly parent: string | undefined;
}

/**
 * Posts and comments in a page: elements of the new design (`shreddit-post`, `shreddit-comment`), or the `.thing` of
 * old.reddit.com. A page knows less than the interface; it stands in where that is closed.
 */
export function* readRedditPage(html: string, where: ThingPlace): Generator<Finding> {
  for (const shown of [...newDesign(html), ...oldDesign(html)]) {
    if (/^t[13]_\w+$/.test(shown.id)) yield findingOf(shown, where);
  }
}

/** True on a page of old.reddit.com that has no next one. */
export function isLastOldPage(html: string): boolean {
  const $ = load(html);
  return $('#siteTable').length > 0 && $('.next-button a').length === 0;
}

function newDesign(html: string): readonly Shown[] {
  if (!html.includes('<shreddit-')) return [];
  const $ = load(html);
  const posts = $('shreddit-post[id]')
    .toArray()
    .map((element) => {
      const post = $(element);
      return {
        id: post.attr('id') ?? '',
        path: post.attr('permalink'),
        author: post.attr('author'),
        published: asTime(post.attr('created-timestamp')),
        title: post.attr('post-title') ?? null,
        body: post.find('[slot="text-body"] .md').first().html(),
        score: post.attr('score'),
        link: post.attr('content-href'),
        parent: undefined,
      };
    });
  const comments = $('shreddit-comment[thingid]')
    .toArray()
    .map((element) => {
      const comment = $(element);
      return {
        id: comment.attr('thingid') ?? '',
        path: comment.attr('permalink'),
        author: comment.attr('author'),
        published: asTime(comment.find('time[datetime]').first().attr('datetime')),
        title: null,
        body: comment.children('[slot="comment"]').first().html(),
        score: comment.attr('score'),
        link: undefined,
        parent: comment.attr('parentid') ?? comment.attr('postid'),
      };
    });
  return [...posts, ...comments];
}

function oldDesign(html: string): readonly Shown[] {
  if (!html.includes('data-fullname')) return [];
  const $ = load(html);
  return $('.thing[data-fullname]')
    .toArray()
    .map((element) => {
      const thing = $(element);
      const above = thing.parent().closest('.thing[data-fullname]').attr('data-fullname');
      const isComment = (thing.attr('data-fullname') ?? '').startsWith('t1_');
      const first = thing.children('.entry').find('time[datetime]').first().attr('datetime');
      return {
        id: thing.attr('data-fullname') ?? '',
        path: thing.attr('data-permalink'),
        author: thing.attr('data-author'),
        published: asUnixTime(thing.attr('data-timestamp')) ?? asTime(first),
        title: isComment ? null : thing.find('a.title').first().text().trim() || null,
        body: thing.children('.entry').find('.usertext-body .md').first().html(),
        score: thing.attr('data-score'),
        link: thing.attr('data-url'),
        parent: isComment ? (above ?? $('.thing.link[data-fullname]').first().attr('data-fullname')) : undefined,
      };
    });
}

function findingOf(
  { id, path, author, published, title, body, score, link, parent }: Shown,
  where: ThingPlace,
): Finding {
  const { origin } = new URL(where.place.url);
  const isComment = id.startsWith('t1_');
  const { text, links } = htmlToText(body ?? '', origin);
  const url = asUrl(path, origin);
  if (/^\[(removed|deleted)\]$/.test(text)) return { kind: 'gone', id, url, message: `${id} was taken down.` };
  const community = url === null ? null : communityIn(new URL(url).pathname);
  const isOwn = isOwnEntry(where.place, { author: author ?? null, community, isComment });
  const linked = asUrl(link, origin);
  const likes = asNumber(score);
  return {
    kind: 'post',
    post: makePost({
      platform: 'reddit',
      id,
      url,
      source: 'crawl',
      kind: !isComment ? 'post' : isOwn ? 'reply' : 'comment',
      isOwn,
      author: author === undefined ? null : { id: null, handle: author, name: null, url: `${origin}/user/${author}/` },
      published,
      title,
      text,
      html: body,
      links: linked === null || linked === url ? links : [linked, ...links],
      replyTo: parent === undefined ? null : { id: parent, url: null, author: null, text: null },
      counts: likes === null ? {} : { likes },
      countedAt: likes === null ? null : where.at,
      extent: 'part',
    }),
  };
}
