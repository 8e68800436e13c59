import { archivesOf, type Blog, type BlogPost, homePages, homePath, LANGUAGES } from './blog/blog.ts';
import { BLOG_COOKIES, BLOG_REDIRECTS, CHRONICLE } from './blog/blog-site.ts';
import { SIGN, STYLES_AND_SCRIPT, THEME } from './blog/layout.ts';
import { largeUrl, smallUrl, UPLOADS } from './blog/pictures.ts';
import { ADMIN_AJAX, FINDER, galleryUrls, VIDEO } from './blog/post-page.ts';
import { sitemapPaths } from './blog/sitemap-xml.ts';
import { EMBED_COOKIE, EMBED_FILES, EMBED_PAGE } from './embed/embed-site.ts';
import { filmPath, LIST_PATH, PAGE_SIZE, PROFILE_PATH, picturePath, tootPath } from './fediverse/fediverse-frame.ts';
import { FEDIVERSE_COOKIE, profilePaths } from './fediverse/fediverse-site.ts';
import type { Toot } from './fediverse/load-toots.ts';
import { FEED_API, FEED_PAGE_SIZE, type FeedPost, mediaPath, PROFILE, postPath } from './social/feed-posts.ts';
import { SOCIAL_COOKIE } from './social/social-site.ts';
import type { XAccountTexts } from './x/load-x-posts.ts';
import { expectedX, type XExpectation } from './x/x-expectation.ts';
import { X_COOKIE } from './x/x-site.ts';

/** What a complete snapshot of the demo brand must hold. Every address is absolute. */
export interface DemoExpectation {
  readonly blog: {
    /** Pages that answer 200 with HTML: all that links, redirects and sitemaps lead to, `?replytocom=` and `?s=` left out. */
    readonly pageUrls: readonly string[];
    /** The one page no other page links to. It is in `pageUrls` too. */
    readonly sitemapOnlyUrl: string;
    /** Linked, answers 404 with a themed page. */
    readonly notFoundUrls: readonly string[];
    /** Linked addresses that redirect: from, to. */
    readonly redirects: readonly (readonly [from: string, to: string])[];
    readonly postUrls: readonly string[];
    /** Every picture a browser of 1280 × 800 at one pixel a pixel loads when it scrolls each page to its end. */
    readonly imageUrls: readonly string[];
    /** Those of them that load only when scrolled to, in page order; the last one sits in the last 2 % of its page. */
    readonly galleryUrls: readonly string[];
    readonly galleryPageUrl: string;
    /** Stylesheets and scripts. The first three are on every page and may stay in the browser's cache for a day. */
    readonly assetUrls: readonly string[];
    /** The first source, WebM. Browsers that cannot play it take `videoFallbackUrl`. */
    readonly videoUrl: string;
    readonly videoFallbackUrl: string;
    readonly videoPageUrl: string;
    readonly fontUrl: string;
    readonly documentUrl: string;
    readonly latin1PageUrl: string;
    readonly slowPageUrl: string;
    readonly postEndpoint: string;
    readonly postPageUrls: readonly string[];
    /** Script of the dedicated worker, and the JSON it fetches. */
    readonly workerUrl: string;
    readonly workerDataUrl: string;
    readonly workerPageUrl: string;
    readonly feedUrls: readonly string[];
    readonly sitemapUrls: readonly string[];
  };
  readonly social: {
    /** The profile and one page a post. */
    readonly pageUrls: readonly string[];
    readonly postCount: number;
    /** The feed's JSON, one address a page, in the order the browser asks. */
    readonly feedUrls: readonly string[];
    readonly imageUrls: readonly string[];
    readonly assetUrls: readonly string[];
    readonly redirects: readonly (readonly [from: string, to: string])[];
  };
  readonly fediverse: {
    /** All pages of the profile and one page for each toot that is not passed on. */
    readonly pageUrls: readonly string[];
    /** What `statuses_count` says: all of them, boosts too. */
    readonly postCount: number;
    /** The server's ids, newest first. */
    readonly postIds: readonly string[];
    /** Ids that the server's own paging (`rel=next`) loses. */
    readonly lostIds: readonly string[];
    /** What others answered. */
    readonly commentCount: number;
    /** Pictures and the film of the toots. */
    readonly mediaUrls: readonly string[];
    readonly listUrl: string;
    readonly feedUrl: string;
  };
  readonly x: XExpectation;
  readonly embed: {
    readonly pageUrl: string;
    readonly hostPageUrl: string;
    /** The player's page and what it loads. */
    readonly urls: readonly string[];
  };
  /** Planted cookie values, also sent as a bearer token: none may be found in a snapshot. */
  readonly secrets: readonly string[];
}

/** Works the expectation out of the same texts the sites are made of. */
export function demoExpectation(
  blog: Blog,
  {
    posts,
    toots,
    x,
  }: { readonly posts: readonly FeedPost[]; readonly toots: readonly Toot[]; readonly x: XAccountTexts },
  origins: { readonly social: string; readonly embed: string; readonly fediverse: string; readonly x: string },
): DemoExpectation {
  const embed = [EMBED_PAGE, ...EMBED_FILES].map((path) => `${origins.embed}${path}`);
  return {
    blog: expectedBlog(blog),
    social: expectedSocial(origins.social, posts),
    fediverse: expectedFediverse(origins.fediverse, toots),
    x: expectedX(origins.x, x),
    embed: { pageUrl: blog.embedUrl, hostPageUrl: hostOf(blog, '[embed]'), urls: embed },
    secrets: [BLOG_COOKIES.session, BLOG_COOKIES.consent, SOCIAL_COOKIE, EMBED_COOKIE, FEDIVERSE_COOKIE, X_COOKIE],
  };
}

function expectedBlog(blog: Blog): DemoExpectation['blog'] {
  const at = (path: string) => `${blog.origin}${path}`;
  const sitemaps = sitemapPaths(blog);
  const page = (kind: string) => at(blog.pages.find((one) => one.kind === kind)?.path ?? '');
  return {
    pageUrls: [...new Set([...[...sitemaps.values()].flat(), ...paginated(blog), CHRONICLE])].map(at),
    sitemapOnlyUrl: page('unlinked'),
    notFoundUrls: [at('/de/2018/03/probefahrt-mit-waffeln/')],
    redirects: BLOG_REDIRECTS.map(({ from, to }) => [at(from), at(to)] as const),
    postUrls: blog.posts.map((post) => at(post.path)),
    imageUrls: blogImages(blog).map(at),
    galleryUrls: galleryUrls(blog).map(at),
    galleryPageUrl: hostOf(blog, '[gallery]'),
    assetUrls: [...STYLES_AND_SCRIPT, FINDER.script].map(at),
    videoUrl: at(`${VIDEO}.webm`),
    videoFallbackUrl: at(`${VIDEO}.mp4`),
    videoPageUrl: hostOf(blog, '[video]'),
    fontUrl: at(`${THEME}/brandt-ziffern.woff2`),
    documentUrl: at(`${UPLOADS}/2023/04/pflegeblatt-fahrradglocke.pdf`),
    latin1PageUrl: at(CHRONICLE),
    slowPageUrl: page('slow'),
    postEndpoint: at(ADMIN_AJAX),
    postPageUrls: holding(blog, '[letter-count]').map((post) => at(post.path)),
    workerUrl: at(FINDER.worker),
    workerDataUrl: at(FINDER.data),
    workerPageUrl: page('finder'),
    feedUrls: LANGUAGES.map((language) => at(`${homePath(language)}feed/`)),
    sitemapUrls: ['/wp-sitemap.xml', ...sitemaps.keys()].map(at),
  };
}

function expectedSocial(origin: string, posts: readonly FeedPost[]): DemoExpectation['social'] {
  const images = posts.flatMap((post) => (post.image === undefined ? [] : [mediaPath(post.image)]));
  const cursors = posts
    .filter((_, index) => (index + 1) % FEED_PAGE_SIZE === 0 && index + 1 < posts.length)
    .map((post) => Buffer.from(`after:${post.id}`).toString('base64url'));
  return {
    pageUrls: [PROFILE, ...posts.map(postPath)].map((path) => `${origin}${path}`),
    postCount: posts.length,
    feedUrls: ['', ...cursors].map((cursor) => `${origin}${FEED_API}?cursor=${cursor}`),
    imageUrls: [...new Set([mediaPath('header'), '/static/brandt.svg', '/static/kettenblatt.svg', ...images])].map(
      (path) => `${origin}${path}`,
    ),
    assetUrls: ['/static/kettenblatt.css', '/static/feed.js'].map((path) => `${origin}${path}`),
    redirects: [[`${origin}/`, `${origin}${PROFILE}`]],
  };
}

function expectedFediverse(origin: string, toots: readonly Toot[]): DemoExpectation['fediverse'] {
  const own = toots.filter(({ boosts }) => boosts === undefined);
  const media = own.flatMap(({ images, video }) => [
    ...images.map(({ file }) => picturePath(file)),
    ...(video === undefined ? [] : [filmPath(video.file)]),
  ]);
  return {
    pageUrls: [...profilePaths(toots), ...own.map(tootPath)].map((path) => `${origin}${path}`),
    postCount: toots.length,
    postIds: toots.map(({ id }) => id),
    lostIds: lostByNext(toots).map(({ id }) => id),
    commentCount: toots.flatMap(({ replies }) => replies).length,
    mediaUrls: [...new Set(media)].map((path) => `${origin}${path}`),
    listUrl: `${origin}${LIST_PATH}`,
    feedUrl: `${origin}${PROFILE_PATH}.rss`,
  };
}

/** The first toot of each page but the first, as the server's own links go on below it. */
function lostByNext(toots: readonly Toot[]): readonly Toot[] {
  const lost: Toot[] = [];
  for (let place = PAGE_SIZE; place < toots.length; place += PAGE_SIZE + 1) lost.push(...toots.slice(place, place + 1));
  return lost;
}

function paginated(blog: Blog): readonly string[] {
  return LANGUAGES.flatMap((language) =>
    Array.from({ length: homePages(blog, language) }, (_, index) => homePath(language, index + 1)),
  );
}

function holding(blog: Blog, shortcode: string): readonly BlogPost[] {
  return blog.posts.filter((post) => post.markdown.includes(shortcode));
}

function hostOf(blog: Blog, shortcode: string): string {
  return `${blog.origin}${holding(blog, shortcode)[0]?.path ?? ''}`;
}

/** Posts show the large file, lists the small one; pictures inside a text are small, the gallery's are large. */
function blogImages(blog: Blog): readonly string[] {
  const inTexts = [...blog.posts, ...blog.pages].flatMap((text) =>
    [...text.markdown.matchAll(/^!\[[^\]]*\]\((\S+) "/gm)].map((match) => smallUrl(match[1] ?? '')),
  );
  const inLists = archivesOf(blog).flatMap((archive) => archive.posts.map((post) => smallUrl(post.image)));
  const onPosts = blog.posts.map((post) => largeUrl(post.image));
  const rest = [SIGN, `${VIDEO}-poster.jpg`];
  const hero = `${UPLOADS}/2019/05/abend-im-harz.jpg`;
  return [...new Set([...onPosts, ...inLists, ...inTexts, ...galleryUrls(blog), ...rest, hero])];
}
