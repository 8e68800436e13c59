import { type Html, html } from '../http/html.ts';
import { archivePath, type Blog, homePath, type Language } from './blog.ts';
import { WORDS } from './words.ts';

export const THEME = '/wp-content/themes/brandt';
const VERSION = '6.8.3';
export const SIGN = `${THEME}/bell.svg?ver=1.9.24`;
export const STYLES_AND_SCRIPT = [
  `/wp-includes/css/dist/block-library/style.min.css?ver=${VERSION}`,
  `${THEME}/style.css?ver=1.9.24`,
  `${THEME}/theme.js?ver=1.9.24`,
] as const;

export interface PageFrame {
  readonly language: Language;
  readonly title: string;
  readonly description?: string;
  /** Path of this page as search engines should know it; absent on search results and 404. */
  readonly canonical?: string;
  /** The same page in the other language. */
  readonly translation?: string | undefined;
  readonly bodyClass: string;
  /** Path of this page's JSON in the REST interface. */
  readonly restPath?: string;
  readonly extraHead?: Html;
  /** Comes below the footer, at the very end of the page. */
  readonly tail?: Html | undefined;
}

/** The theme round a page: head, header with the notice, footer, script. */
export function layout(blog: Blog, frame: PageFrame, main: Html): Html {
  return html`<html lang="${WORDS[frame.language].locale}">
${head(blog, frame)}
<body class="wp-singular ${frame.bodyClass} wp-embed-responsive wp-theme-brandt">
<a class="skip-link screen-reader-text" href="#wp--skip-link--target">${WORDS[frame.language].skip}</a>
${notice(frame.language)}
<div class="wp-site-blocks">
${header(frame)}
<main class="wp-block-group" id="wp--skip-link--target">
${main}
</main>
${footer(blog, frame.language)}
</div>
${frame.tail}
<script src="${STYLES_AND_SCRIPT[2]}" id="brandt-theme-js" defer></script>
</body>
</html>`;
}

function head(blog: Blog, frame: PageFrame): Html {
  const { brand } = WORDS[frame.language];
  const feed = `${blog.origin}${homePath(frame.language)}feed/`;
  return html`<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="${frame.canonical === undefined ? 'noindex, follow' : 'max-image-preview:large'}">
<meta name="generator" content="WordPress ${VERSION}">
<title>${frame.title === brand ? `${brand} – ${WORDS[frame.language].tagline}` : `${frame.title} – ${brand}`}</title>
${frame.description !== undefined && html`<meta name="description" content="${frame.description}">`}
<link rel="alternate" type="application/rss+xml" title="${brand} » Feed" href="${feed}">
<link rel="icon" type="image/svg+xml" href="${SIGN}">
<link rel="stylesheet" id="wp-block-library-css" href="${STYLES_AND_SCRIPT[0]}">
<link rel="stylesheet" id="brandt-style-css" href="${STYLES_AND_SCRIPT[1]}">
<link rel="https://api.w.org/" href="${blog.origin}/wp-json/">
${frame.restPath !== undefined && html`<link rel="alternate" title="JSON" type="application/json" href="${blog.origin}${frame.restPath}">`}
${frame.canonical !== undefined && html`<link rel="canonical" href="${blog.origin}${frame.canonical}">`}
${languageLinks(blog, frame)}
${frame.extraHead}
</head>`;
}

function languageLinks(blog: Blog, frame: PageFrame): Html | undefined {
  if (frame.canonical === undefined || frame.translation === undefined) return undefined;
  const other = frame.language === 'de' ? 'en' : 'de';
  return html`<link rel="alternate" hreflang="${frame.language}" href="${blog.origin}${frame.canonical}">
<link rel="alternate" hreflang="${other}" href="${blog.origin}${frame.translation}">`;
}

const MENU: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  de: [
    ['/', 'Blog'],
    ['/de/ueber-uns/', 'Über uns'],
    ['/de/glockenfinder/', 'Glockenfinder'],
    ['/de/ersatzteile/', 'Ersatzteile'],
  ],
  en: [
    ['/en/', 'Blog'],
    ['/en/about/', 'About us'],
    ['/en/spare-parts/', 'Spare parts'],
  ],
};

function notice(language: Language): Html {
  const words = WORDS[language];
  const farewell = language === 'de' ? '/de/2026/10/abschied-vom-blog/' : '/en/2026/10/closing-our-blog/';
  return html`<p class="brandt-notice">${words.notice} <a href="${farewell}">${words.noticeLink}</a></p>`;
}

function header(frame: PageFrame): Html {
  const words = WORDS[frame.language];
  const other = frame.language === 'de' ? 'en' : 'de';
  return html`<header class="wp-block-template-part site-header">
<p class="wp-block-site-title"><a href="${homePath(frame.language)}" rel="home"><img src="${SIGN}" width="44" height="44" alt=""> <span>${words.brand}</span></a></p>
<nav class="wp-block-navigation" aria-label="Menu"><ul class="wp-block-navigation__container">
${MENU[frame.language].map(([path, name]) => html`<li class="wp-block-navigation-item"><a class="wp-block-navigation-item__content" href="${path}">${name}</a></li>`)}
<li class="wp-block-navigation-item lang-item"><a lang="${other}" hreflang="${other}" href="${frame.translation ?? homePath(other)}">${other === 'en' ? 'English' : 'Deutsch'}</a></li>
</ul></nav>
</header>`;
}

function footer(blog: Blog, language: Language): Html {
  const words = WORDS[language];
  const categories = Object.entries(blog.terms.categories[language]);
  const pages = blog.pages.filter((page) => page.language === language && page.kind !== 'unlinked');
  const list = (items: readonly (readonly [string, string])[]) =>
    html`<ul>${items.map(([path, name]) => html`<li><a href="${path}">${name}</a></li>`)}</ul>`;
  return html`<footer class="wp-block-template-part site-footer">
<div class="footer-columns">
<section><h2>${words.topics}</h2>${list(categories.map(([slug, name]) => [archivePath(language, 'category', slug), name]))}</section>
<section><h2>${words.pages}</h2>${list(pages.map((page) => [page.path, page.title]))}</section>
<section><h2>${words.elsewhere}</h2><ul><li><a href="${blog.socialUrl}" rel="me">${words.social}</a></li>
<li><a href="${blog.fediverseUrl}" rel="me">${words.fediverse}</a></li>
<li><a href="${homePath(language)}feed/">${words.feed}</a></li></ul></section>
<section>${searchForm(language)}</section>
</div>
<p class="colophon">${words.colophon}</p>
</footer>`;
}

export function searchForm(language: Language, query = ''): Html {
  const words = WORDS[language];
  return html`<form role="search" method="get" action="${homePath(language)}" class="wp-block-search"><label class="wp-block-search__label" for="search-field">${words.search}</label><div class="wp-block-search__inside-wrapper"><input class="wp-block-search__input" id="search-field" type="search" name="s" value="${query}" placeholder="${words.searchHint}" required><button type="submit" class="wp-block-search__button">${words.search}</button></div></form>`;
}
