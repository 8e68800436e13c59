import { archivePath, type Blog, type BlogComment, type BlogPage, type BlogPost, LANGUAGES } from './blog.ts';
import { largeUrl, smallUrl } from './pictures.ts';
import { shortcodes } from './post-page.ts';
import { renderMarkdown } from './render-markdown.ts';
import { finder } from './static-page.ts';

/** One thing of a list of the REST interface. */
export type RestItem = Readonly<Record<string, unknown>> & { readonly id: number };

/** Pages have no date in our texts, and WordPress has no page without one: they all came with the blog. */
const firstDay = '2019-05-01T08:00:00Z';

const zoneless = (date: string) => date.replace('Z', '');

/** Posts and pages as WordPress gives them: its server renders everything that stands in a text. */
export function postItem(blog: Blog, item: BlogPost | BlogPage): RestItem {
  const isPost = 'date' in item;
  const date = zoneless(isPost ? item.date : firstDay);
  const rendered = isPost
    ? renderMarkdown(item.markdown, shortcodes(blog, item))
    : renderMarkdown(item.markdown, { finder });
  return {
    id: item.id,
    date,
    date_gmt: date,
    guid: { rendered: `${blog.origin}/?${isPost ? 'p' : 'page_id'}=${item.id}` },
    modified: date,
    modified_gmt: date,
    slug: item.slug,
    status: 'publish',
    type: isPost ? 'post' : 'page',
    link: `${blog.origin}${item.path}`,
    title: { rendered: item.title },
    content: { rendered: rendered.markup, protected: false },
    ...(isPost ? postParts(blog, item) : { parent: 0, menu_order: 0 }),
  };
}

function postParts(blog: Blog, post: BlogPost) {
  const author = userItems(blog).find(({ slug }) => slug === post.author);
  const terms = termItems(blog).filter(({ lang }) => lang === post.language);
  const category = terms.filter((term) => term.taxonomy === 'category' && term.slug === post.category);
  const tags = terms.filter((term) => term.taxonomy === 'post_tag' && post.tags.includes(String(term.slug)));
  const picture = mediaItems(blog).find(({ slug }) => slug === post.image);
  return {
    excerpt: { rendered: post.excerpt, protected: false },
    author: author?.id ?? 0,
    featured_media: picture?.id ?? 0,
    comment_status: 'open',
    sticky: false,
    format: 'standard',
    categories: category.map(({ id }) => id),
    tags: tags.map(({ id }) => id),
    _embedded: { author: [author], 'wp:featuredmedia': [picture], 'wp:term': [category, tags] },
  };
}

export function commentItems(blog: Blog): readonly RestItem[] {
  return blog.posts.flatMap((post) => post.comments.map((comment) => commentItem(blog, post, comment)));
}

function commentItem(blog: Blog, post: BlogPost, { id, author, date, text, parent }: BlogComment): RestItem {
  const user = userItems(blog).find(({ name }) => name === author);
  return {
    id,
    post: post.id,
    parent: parent ?? 0,
    author: user?.id ?? 0,
    author_name: author,
    author_url: '',
    date: zoneless(date),
    date_gmt: zoneless(date),
    content: { rendered: `<p>${escaped(text)}</p>\n` },
    link: `${blog.origin}${post.path}#comment-${id}`,
    status: 'approved',
    type: 'comment',
    ...(user !== undefined && { _embedded: { author: [user] } }),
  };
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The pictures that stand above posts, each once: a translation has the same one. */
export function mediaItems(blog: Blog): readonly RestItem[] {
  const first = [...new Map(blog.posts.map((post) => [post.image, post])).values()];
  return first.map((post, index) => ({
    id: 3000 + index,
    date: zoneless(post.date),
    date_gmt: zoneless(post.date),
    slug: post.image,
    status: 'inherit',
    type: 'attachment',
    link: `${blog.origin}${post.path}`,
    alt_text: post.imageAlt,
    caption: { rendered: '' },
    media_type: 'image',
    mime_type: 'image/jpeg',
    media_details: { sizes: { medium: { source_url: `${blog.origin}${smallUrl(post.image)}` } } },
    source_url: `${blog.origin}${largeUrl(post.image)}`,
  }));
}

export function userItems(blog: Blog): readonly RestItem[] {
  return Object.entries(blog.terms.authors).map(([slug, name], index) => {
    const link = `${blog.origin}${archivePath('de', 'author', slug)}`;
    return { id: index + 1, slug, name, link, description: '' };
  });
}

/** Categories and tags of both languages. */
export function termItems(blog: Blog): readonly RestItem[] {
  const { categories, tags } = blog.terms;
  const groups = LANGUAGES.flatMap((lang) => [
    ...Object.entries(categories[lang]).map(([slug, name]) => ({ lang, slug, name, taxonomy: 'category' })),
    ...Object.entries(tags[lang]).map(([slug, name]) => ({ lang, slug, name, taxonomy: 'post_tag' })),
  ]);
  return groups.map((term, index) => ({ id: index + 1, ...term }));
}
