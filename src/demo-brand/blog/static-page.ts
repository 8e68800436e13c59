import { type Html, html } from '../http/html.ts';
import type { Blog, BlogPage } from './blog.ts';
import { layout } from './layout.ts';
import { FINDER } from './post-page.ts';
import { renderMarkdown } from './render-markdown.ts';

/** A page outside the stream of posts. The `hero` one brings a background picture and the web font for its figures. */
export function staticPage(blog: Blog, page: BlogPage): Html {
  const translation = blog.pages.find((other) => other.slug === page.translation);
  const frame = {
    language: page.language,
    title: page.title,
    canonical: page.path,
    translation: translation?.path,
    bodyClass: `page page-id-${page.id} kind-${page.kind}`,
    restPath: `/wp-json/wp/v2/pages/${page.id}`,
  };
  return layout(
    blog,
    frame,
    html`<article class="post-${page.id} page type-page status-publish hentry">
${page.kind === 'hero' ? hero(page) : html`<header class="post-header"><h1 class="wp-block-post-title">${page.title}</h1></header>`}
<div class="entry-content wp-block-post-content is-layout-constrained">
${renderMarkdown(page.markdown, { finder })}
</div>
</article>`,
  );
}

function hero(page: BlogPage): Html {
  return html`<header class="wp-block-cover hero"><h1 class="wp-block-post-title">${page.title}</h1><p class="years">1924–2026</p></header>`;
}

export function finder(): Html {
  return html`<div class="bell-finder" data-worker="${FINDER.worker}" data-bells="${FINDER.data}"><p class="bell-finder-status">Der Finder rechnet …</p><ul></ul></div><script src="${FINDER.script}" defer></script>`;
}
