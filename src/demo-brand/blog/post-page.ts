import { type Html, html } from '../http/html.ts';
import { archivePath, type Blog, type BlogPost } from './blog.ts';
import { commentSection } from './comments.ts';
import { layout, THEME } from './layout.ts';
import { postClasses, postMeta } from './list-page.ts';
import { largeUrl, picture, UPLOADS } from './pictures.ts';
import { renderMarkdown, type Shortcodes } from './render-markdown.ts';
import { WORDS } from './words.ts';

export const VIDEO = `${UPLOADS}/2025/06/wie-eine-glocke-entsteht`;
export const ADMIN_AJAX = '/wp-admin/admin-ajax.php';

/** One post with its comments; the gallery's last sheet stands below the footer. */
export function postPage(blog: Blog, post: BlogPost): Html {
  const words = WORDS[post.language];
  const translation = blog.posts.find((other) => other.slug === post.translation);
  const frame = {
    language: post.language,
    title: post.title,
    description: post.excerpt,
    canonical: post.path,
    translation: translation?.path,
    bodyClass: `single single-post postid-${post.id} single-format-standard`,
    restPath: `/wp-json/wp/v2/posts/${post.id}`,
    extraHead: socialCard(blog, post),
    ...(hasGallery(post) && { tail: closingSheet(blog) }),
  };
  const content = renderMarkdown(post.markdown, shortcodes(blog, post));
  return layout(
    blog,
    frame,
    html`<article class="post-${post.id} ${postClasses(post)}">
<header class="post-header">${postMeta(blog, post)}
<h1 class="wp-block-post-title">${post.title}</h1>
<p class="byline">${words.by} <a rel="author" href="${archivePath(post.language, 'author', post.author)}">${blog.terms.authors[post.author]}</a>${translation !== undefined && html` · <a hreflang="${translation.language}" lang="${translation.language}" href="${translation.path}">${words.alsoIn}</a>`}</p></header>
<figure class="wp-block-post-featured-image alignwide">${picture(post.image, post.imageAlt, { slot: 'wide' })}</figure>
<div class="entry-content wp-block-post-content is-layout-constrained">
${content}
</div>
${tagLinks(blog, post)}
</article>
${commentSection(post)}`,
  );
}

export function hasGallery(post: BlogPost): boolean {
  return post.markdown.includes('[gallery]');
}

function socialCard(blog: Blog, post: BlogPost): Html {
  return html`<link rel="shortlink" href="${blog.origin}/?p=${post.id}">
<meta property="og:type" content="article">
<meta property="og:title" content="${post.title}">
<meta property="og:url" content="${blog.origin}${post.path}">
<meta property="article:published_time" content="${post.date}">`;
}

function tagLinks(blog: Blog, post: BlogPost): Html | undefined {
  if (post.tags.length === 0) return undefined;
  const names = blog.terms.tags[post.language];
  const links = post.tags.map(
    (tag) => html`<a rel="tag" href="${archivePath(post.language, 'tag', tag)}">${names[tag] ?? tag}</a>`,
  );
  return html`<p class="taxonomy-post_tag wp-block-post-terms">${links}</p>`;
}

export function shortcodes(blog: Blog, post: BlogPost): Shortcodes {
  return {
    gallery: () => gallery(blog),
    video: () =>
      html`<figure class="wp-block-video"><video controls preload="auto" playsinline width="640" height="360" poster="${VIDEO}-poster.jpg"><source src="${VIDEO}.webm" type="video/webm"><source src="${VIDEO}.mp4" type="video/mp4"></video><figcaption class="wp-element-caption">Sechs Sekunden, mit Ton. Der zweite Schlag ist der schönere.</figcaption></figure>`,
    embed: () =>
      html`<figure class="wp-block-embed is-type-rich is-provider-tonspur"><div class="wp-block-embed__wrapper"><iframe src="${blog.embedUrl}" title="Tonspur: Die Eule, erste Aufnahme" width="640" height="190" loading="lazy"></iframe></div><figcaption class="wp-element-caption">Die Eule in der Stimmstube, aufgenommen am 2. März 2026.</figcaption></figure>`,
    'letter-count': () =>
      html`<p class="letter-count" data-endpoint="${ADMIN_AJAX}" data-language="${post.language}"><output>…</output> ${WORDS[post.language].letters}</p>`,
  };
}

/** The first sheets load by `loading=lazy`, the later ones when theme.js sees them. */
function gallery(blog: Blog): Html {
  const sheets = blog.terms.gallery.slice(0, -1).map((sheet, at) => {
    const lazy = at < 5 ? 'native' : 'observer';
    return html`<figure class="wp-block-image size-large">${picture(sheet.file, sheet.caption, { slot: 'wide', lazy, className: 'wp-image' })}<figcaption class="wp-element-caption">${sheet.caption}</figcaption></figure>`;
  });
  return html`<figure class="wp-block-gallery has-nested-images columns-1">${sheets}</figure>`;
}

/** Sits in the last two per cent of the page: whoever stops scrolling at the footer never loads it. */
function closingSheet(blog: Blog): Html | undefined {
  const sheet = blog.terms.gallery.at(-1);
  if (sheet === undefined) return undefined;
  return html`<figure class="closing-sheet">${picture(sheet.file, sheet.caption, { slot: 'wide', lazy: 'observer', className: 'wp-image' })}<figcaption>${sheet.caption}</figcaption></figure>`;
}

/** Addresses of the gallery's pictures in the order they stand on the page. */
export function galleryUrls(blog: Blog): readonly string[] {
  return blog.terms.gallery.map((sheet) => largeUrl(sheet.file));
}

export const FINDER = {
  script: `${THEME}/glockenfinder.js`,
  worker: `${THEME}/glockenfinder-worker.js`,
  data: `${THEME}/glocken.json`,
} as const;
