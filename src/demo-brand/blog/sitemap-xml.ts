import { type Html, html } from '../http/html.ts';
import { archivesOf, type Blog } from './blog.ts';

const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Paths of the sub-sitemaps and what each lists, as WordPress divides them: pagination is in none of them. */
export function sitemapPaths(blog: Blog): ReadonlyMap<string, readonly string[]> {
  const archives = archivesOf(blog);
  const kind = (name: string) => archives.filter((archive) => archive.kind === name).map((archive) => archive.path);
  return new Map([
    ['/wp-sitemap-posts-post-1.xml', blog.posts.map((post) => post.path)],
    ['/wp-sitemap-posts-page-1.xml', ['/', '/en/', ...blog.pages.map((page) => page.path)]],
    ['/wp-sitemap-taxonomies-category-1.xml', kind('category')],
    ['/wp-sitemap-taxonomies-post_tag-1.xml', kind('tag')],
    ['/wp-sitemap-users-1.xml', kind('author')],
  ]);
}

export function sitemapIndexXml(blog: Blog): string {
  const entries = [...sitemapPaths(blog).keys()].map(
    (path) => html`<sitemap><loc>${blog.origin}${path}</loc></sitemap>`,
  );
  return document(html`<sitemapindex xmlns="${SCHEMA}">${entries}</sitemapindex>`);
}

export function sitemapXml(blog: Blog, paths: readonly string[]): string {
  const entries = paths.map((path) => html`<url><loc>${blog.origin}${path}</loc></url>`);
  return document(html`<urlset xmlns="${SCHEMA}">${entries}</urlset>`);
}

function document(root: Html): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`;
}
