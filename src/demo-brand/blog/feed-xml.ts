import { type Html, html } from '../http/html.ts';
import { type Blog, type BlogPost, homePath, type Language, postsIn } from './blog.ts';
import { largeUrl } from './pictures.ts';
import { WORDS } from './words.ts';

/** RSS 2.0 of one language, as WordPress writes it. */
export function feedXml(blog: Blog, language: Language): string {
  const words = WORDS[language];
  const posts = postsIn(blog, language);
  const home = `${blog.origin}${homePath(language)}`;
  const feed = html`<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel>
<title>${words.brand}</title>
<atom:link href="${home}feed/" rel="self" type="application/rss+xml" />
<link>${home}</link>
<description>${words.tagline}</description>
<lastBuildDate>${rfc822(posts[0]?.date ?? '2026-10-12T07:00:00Z')}</lastBuildDate>
<language>${words.locale}</language>
<sy:updatePeriod>hourly</sy:updatePeriod>
<generator>https://wordpress.org/?v=6.8.3</generator>
${posts.map((post) => item(blog, post))}
</channel>
</rss>`;
  return `<?xml version="1.0" encoding="UTF-8"?>${feed.markup}\n`;
}

function item(blog: Blog, post: BlogPost): Html {
  return html`<item>
<title>${post.title}</title>
<link>${blog.origin}${post.path}</link>
<comments>${blog.origin}${post.path}#comments</comments>
<dc:creator>${blog.terms.authors[post.author]}</dc:creator>
<pubDate>${rfc822(post.date)}</pubDate>
<category>${blog.terms.categories[post.language][post.category]}</category>
<guid isPermaLink="false">${blog.origin}/?p=${post.id}</guid>
<description>${post.excerpt}</description>
<content:encoded>${html`<p>${post.excerpt}</p><img src="${blog.origin}${largeUrl(post.image)}" alt="${post.imageAlt}">`.markup}</content:encoded>
</item>`;
}

function rfc822(date: string): string {
  return new Date(date).toUTCString().replace('GMT', '+0000');
}
