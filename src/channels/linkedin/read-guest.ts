import { type CheerioAPI, load } from 'cheerio';
import type { Finding } from '../../model/finding.ts';
import {
  type FoundPost,
  makeMedia,
  makePost,
  type PostAuthor,
  type PostCounts,
  type PostMedia,
} from '../../model/post.ts';
import { hashtagsOf } from '../reading/caption.ts';
import { asList, asNumber, asText, asUrl, at, parseJson } from '../reading/json-reader.ts';
import { activityOf, actorOf, addressOfActivity, plainAddress, timeOfActivity } from './linkedin-urn.ts';

/** What reading takes to know about where something was found. */
export interface LinkedinContext {
  /** `company/aurora-coffee` */
  readonly account: string;
  readonly origin: string;
  /** UTC ISO 8601, when it was served. */
  readonly at: string;
  readonly url: string;
}

type Part = ReturnType<CheerioAPI>;

const card = 'article[data-activity-urn], [data-activity-urn].main-feed-activity-card';
const words = '[data-test-id="main-feed-activity-card__commentary"], .attributed-text-segment-list__content';

/** The cards of a page as visitors get it: of a company's page the newest, of a post's page the post and some more. */
export function* readCards(html: string, context: LinkedinContext): Generator<Finding> {
  const $ = load(html);
  for (const element of $(card)) {
    const part = $(element);
    // What is shared stands as a card inside of the card that shares it.
    if (part.parents('[data-activity-urn]').length > 0) continue;
    const id = activityOf(part.attr('data-activity-urn'));
    if (id === null) {
      yield { kind: 'unreadable', id: null, where: context.url, message: 'A card without the number of its post.' };
      continue;
    }
    const author = authorOfCard($, part, context.origin);
    if (author === null) {
      yield { kind: 'unreadable', id, where: context.url, message: `LinkedIn does not say who posted ${id}.` };
    } else if (actorOf(author.url, context.origin) === context.account) {
      yield { kind: 'post', post: readCard($, part, id, author, context) };
    }
  }
}

function authorOfCard($: CheerioAPI, part: Part, origin: string): PostAuthor | null {
  const actors = part
    .find('a[data-tracking-control-name*="feed-actor-name"], [data-test-id$="entity-lockup"] a[href], a[href]')
    .toArray()
    .filter((link) => actorOf($(link).attr('href'), origin) !== null);
  const named = actors.find((link) => $(link).text().trim() !== '') ?? actors[0];
  const actor = named === undefined ? null : actorOf($(named).attr('href'), origin);
  if (actor === null) return null;
  const name = $(named).text().trim();
  return { id: null, handle: actor.split('/')[1] ?? null, name: name === '' ? null : name, url: `${origin}/${actor}/` };
}

function readCard($: CheerioAPI, part: Part, id: string, author: PostAuthor, context: LinkedinContext): FoundPost {
  const own = part.clone();
  const inner = own.find('[data-activity-urn], .feed-reshare-content, [class*="reshare"]').first();
  const shared = inner.length === 0 ? null : sharedCard($, inner.clone(), context.origin);
  inner.remove();
  const said = own.find(words).first();
  const text = textOf(said);
  const counts = countsOf(own);
  const link = own.find('a[href*="/posts/"]').first().attr('href');
  return makePost({
    platform: 'linkedin',
    id,
    url: (activityOf(link) === id ? plainAddress(link, context.origin) : null) ?? addressOfActivity(id, context.origin),
    kind: shared === null ? 'post' : text === '' ? 'repost' : 'quote',
    author,
    published: timeOfActivity(id),
    text,
    links: linksOf($, said, context.origin),
    tags: hashtagsOf(text),
    media: mediaOf($, own),
    quoteOf: text === '' ? null : shared,
    repostOf: text === '' ? shared : null,
    counts,
    countedAt: Object.keys(counts).length === 0 ? null : context.at,
    source: 'crawl',
    // The page cuts long texts off where it shows several posts; a post's own page has the whole.
    extent: /(…|\.\.\.)\s*(see more|mehr anzeigen|more)?$/i.test(text) ? 'part' : 'whole',
  });
}

function sharedCard($: CheerioAPI, inner: Part, origin: string): FoundPost['quoteOf'] {
  const id = activityOf(inner.attr('data-activity-urn')) ?? activityOf(inner.find('a[href*="activity"]').attr('href'));
  const url = id === null ? null : addressOfActivity(id, origin);
  return { id, url, author: authorOfCard($, inner, origin), text: textOf(inner.find(words).first()) };
}

/** The words stand as they were written, line breaks included. */
function textOf(said: Part): string {
  const copy = said.clone();
  copy.find('br').replaceWith('\n');
  copy.find('button, .sr-only, [class*="see-more"]').remove();
  return copy
    .text()
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .trim();
}

function linksOf($: CheerioAPI, said: Part, origin: string): readonly string[] {
  const found = said
    .find('a[href]')
    .toArray()
    .flatMap((link) => plainAddress($(link).attr('href'), origin) ?? []);
  return [...new Set(found)].filter((address) => new URL(address).origin !== origin && !/\/hashtag\//.test(address));
}

function mediaOf($: CheerioAPI, own: Part): readonly PostMedia[] {
  const films = own
    .find('video')
    .toArray()
    .flatMap((video) => filmOf($(video)));
  const pictures = own
    .find('[data-test-id*="feed-images-content"] img, [class*="feed-images-content"] img, [class*="share-images"] img')
    .toArray()
    .flatMap((image) => {
      const part = $(image);
      const url = asUrl(part.attr('data-delayed-url')) ?? asUrl(part.attr('src'));
      const alt = part.attr('alt')?.trim();
      return url === null
        ? []
        : [makeMedia({ kind: 'image', url, alt: alt === undefined || isNoText(alt) ? null : alt })];
    });
  const known = new Set<string>();
  return [...pictures, ...films].filter(({ url }) => !known.has(url) && known.add(url));
}

/** `alt=""` is no text, and neither is what LinkedIn puts there when nobody wrote one. */
function isNoText(alt: string): boolean {
  return /^$|^(no alternative text description for this image|für dieses bild wurde kein alt-text angegeben\.?)$/i.test(
    alt,
  );
}

function filmOf(video: Part): readonly PostMedia[] {
  const sources = asList(parseJson(video.attr('data-sources') ?? ''))
    .flatMap((source) => {
      const url = asUrl(at(source, 'src'));
      const mime = asText(at(source, 'type'));
      return url === null ? [] : [{ url, mime, rate: asNumber(at(source, 'data-bitrate')) ?? 0 }];
    })
    .sort((a, b) => b.rate - a.rate);
  const [best, ...others] = sources.filter(({ mime }) => mime === null || mime.startsWith('video/'));
  if (best === undefined) return [];
  return [makeMedia({ kind: 'video', url: best.url, otherUrls: others.map(({ url }) => url), mime: best.mime })];
}

function countsOf(own: Part): PostCounts {
  const numberIn = (text: string | undefined) => asNumber((text ?? '').replace(/[^\d]/g, ''));
  const likes = numberIn(own.find('[data-test-id="social-actions__reaction-count"]').first().text());
  const comments = own.find('[data-test-id="social-actions__comments"]').first();
  const replies = asNumber(comments.attr('data-num-comments')) ?? numberIn(comments.text());
  return { ...(likes === null ? {} : { likes }), ...(replies === null ? {} : { replies }) };
}
