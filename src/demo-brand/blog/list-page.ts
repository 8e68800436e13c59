import { type Html, html } from '../http/html.ts';
import {
  type Archive,
  archivePath,
  type Blog,
  type BlogPost,
  homePages,
  homePath,
  type Language,
  POSTS_PER_PAGE,
  postsIn,
} from './blog.ts';
import { layout, searchForm } from './layout.ts';
import { picture } from './pictures.ts';
import { longDate, WORDS } from './words.ts';

/** The front page of a language, or a later page of it. `page` counts from 1 and must exist. */
export function homePage(blog: Blog, language: Language, page: number): Html {
  const words = WORDS[language];
  const posts = postsIn(blog, language).slice((page - 1) * POSTS_PER_PAGE, page * POSTS_PER_PAGE);
  const [first, ...rest] = posts;
  const lead = page === 1 && first !== undefined ? leadPost(blog, first) : undefined;
  const other = language === 'de' ? 'en' : 'de';
  const canonical = homePath(language, page);
  const frame = {
    language,
    title: page === 1 ? words.brand : `${words.pageOf(page, homePages(blog, language))}`,
    description: words.tagline,
    canonical,
    translation: homePath(other),
    bodyClass: page === 1 ? 'home blog' : `blog paged paged-${page}`,
    extraHead: relLinks(blog, language, page),
  };
  return layout(
    blog,
    frame,
    html`<h1 class="site-tagline">${words.tagline}</h1>
${lead}
${postCards(blog, lead === undefined ? posts : rest)}
${pagination(blog, language, page)}`,
  );
}

function relLinks(blog: Blog, language: Language, page: number): Html {
  const link = (rel: string, at: number) => html`<link rel="${rel}" href="${blog.origin}${homePath(language, at)}">`;
  return html`${page > 1 && link('prev', page - 1)}${page < homePages(blog, language) && link('next', page + 1)}`;
}

function pagination(blog: Blog, language: Language, page: number): Html {
  const words = WORDS[language];
  const last = homePages(blog, language);
  return html`<nav class="wp-block-query-pagination" aria-label="${words.pageOf(page, last)}">
${page > 1 && html`<a class="wp-block-query-pagination-previous" href="${homePath(language, page - 1)}">← ${words.newer}</a>`}
<span class="page-numbers current">${words.pageOf(page, last)}</span>
${page < last && html`<a class="wp-block-query-pagination-next" href="${homePath(language, page + 1)}">${words.older} →</a>`}
</nav>`;
}

function leadPost(blog: Blog, post: BlogPost): Html {
  return html`<article class="wp-block-post lead post-${post.id} ${postClasses(post)}">
<figure class="wp-block-post-featured-image"><a href="${post.path}">${picture(post.image, post.imageAlt, { slot: 'wide' })}</a></figure>
<div class="lead-text">${postMeta(blog, post)}
<h2 class="wp-block-post-title"><a href="${post.path}">${post.title}</a></h2>
<p class="wp-block-post-excerpt__excerpt">${post.excerpt}</p>
<p><a class="wp-block-post-excerpt__more-link" href="${post.path}">${WORDS[post.language].readOn}</a></p></div>
</article>`;
}

function postCards(blog: Blog, posts: readonly BlogPost[]): Html {
  const cards = posts.map(
    (post) => html`<li class="wp-block-post post-${post.id} ${postClasses(post)}">
<figure class="wp-block-post-featured-image"><a href="${post.path}">${picture(post.image, post.imageAlt, { slot: 'card', lazy: 'native' })}</a></figure>
${postMeta(blog, post)}
<h2 class="wp-block-post-title"><a href="${post.path}">${post.title}</a></h2>
<p class="wp-block-post-excerpt__excerpt">${post.excerpt}</p>
</li>`,
  );
  return html`<ul class="wp-block-post-template is-layout-grid columns-${cards.length === 4 ? 2 : 3}">${cards}</ul>`;
}

export function postMeta(blog: Blog, post: BlogPost): Html {
  const { language } = post;
  const category = blog.terms.categories[language][post.category] ?? post.category;
  return html`<p class="post-meta"><a rel="category tag" href="${archivePath(language, 'category', post.category)}">${category}</a> <time datetime="${post.date}">${longDate(language, post.date)}</time></p>`;
}

export function postClasses(post: BlogPost): string {
  const tags = post.tags.map((tag) => `tag-${tag}`);
  const fixed = ['post', 'type-post', 'status-publish', 'format-standard', 'has-post-thumbnail', 'hentry'];
  return [...fixed, `category-${post.category}`, ...tags].join(' ');
}

/** Posts of one author, category or tag. */
export function archivePage(blog: Blog, archive: Archive): Html {
  const words = WORDS[archive.language];
  const frame = {
    language: archive.language,
    title: archive.name,
    canonical: archive.path,
    bodyClass: `archive ${archive.kind} ${archive.kind}-${archive.slug}`,
  };
  return layout(
    blog,
    frame,
    html`<h1 class="wp-block-query-title"><span>${words.archive[archive.kind]}</span> ${archive.name}</h1>
${postCards(blog, archive.posts)}`,
  );
}

/** What `?s=` finds: the query in title, excerpt or text. */
export function searchPage(blog: Blog, language: Language, query: string): Html {
  const wanted = query.toLowerCase();
  const found = postsIn(blog, language).filter((post) =>
    `${post.title} ${post.excerpt} ${post.markdown}`.toLowerCase().includes(wanted),
  );
  const title = WORDS[language].results(query, found.length);
  return layout(
    blog,
    { language, title, bodyClass: 'search search-results' },
    html`<h1 class="wp-block-query-title">${title}</h1>${searchForm(language, query)}${postCards(blog, found)}`,
  );
}

export function notFoundPage(blog: Blog, language: Language): Html {
  const words = WORDS[language];
  return layout(
    blog,
    { language, title: words.notFoundTitle, bodyClass: 'error404' },
    html`<div class="not-found"><h1>${words.notFoundTitle}</h1><p>${words.notFoundText}</p>${searchForm(language)}</div>`,
  );
}
