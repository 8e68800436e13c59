import type { Route } from '../../support/test-site.ts';

const footer = `<footer><nav><a href="/impressum">Impressum</a> <a href="/kontakt">Kontakt</a> <a href="/ueber-uns">Über uns</a></nav>
  <ul class="social"><li><a href="https://www.instagram.com/aurora.kaffee/?hl=de" aria-label="Instagram"></a></li>
  <li><a href="https://www.linkedin.com/company/aurora-kaffee/"></a></li>
  <li><a rel="me noopener" href="https://social.example/@aurora">Mastodon</a></li></ul>
  <p>© Aurora Kaffee. Webdesign von <a href="https://www.instagram.com/studio_nord">Studio Nord</a></p></footer>`;

const head = (title: string, more = '') => `<title>${title}</title><meta charset="utf-8">
  <meta name="generator" content="WordPress 6.5"><meta property="og:site_name" content="Aurora Kaffee">
  <link rel="alternate" type="application/rss+xml" title="Aurora Kaffee Feed" href="/feed/">${more}`;

const share = `<div class="share-buttons"><a href="https://www.facebook.com/sharer/sharer.php?u=x">Teilen</a>
  <a href="https://twitter.com/intent/tweet?url=x">Tweet</a> <a href="https://wa.me/?text=x">WhatsApp</a>
  <a href="https://www.linkedin.com/shareArticle?url=x">LinkedIn</a> <a href="https://t.me/share/url?url=x">Telegram</a></div>`;

const page = (title: string, body: string, more = '') =>
  `<!doctype html><html lang="de"><head>${head(title, more)}</head><body class="single-post comments-open">
  <header><a href="/">Aurora Kaffee</a><nav><a href="/blog/">Blog</a> <a href="/shop/preise.pdf">Preise</a></nav></header>
  <main>${body}</main>${footer}</body></html>`;

const organisation = JSON.stringify({
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'Organization',
      name: 'Aurora Kaffee',
      sameAs: ['https://www.youtube.com/@AuroraKaffee', 'https://www.wikidata.org/wiki/Q1', '/kein-konto'],
    },
    {
      '@type': 'Article',
      author: { '@type': 'Person', name: 'Mira', sameAs: 'https://bsky.app/profile/mira.bsky.social' },
    },
  ],
});

/** A small brand in German: marks, icons, share buttons, an embedded post, a credit, comments, an author. */
export const germanBrand: Readonly<Record<string, Route>> = {
  '/': page(
    'Aurora Kaffee – Rösterei in Köln',
    '<h1>Willkommen</h1><p>Wir rösten seit 2018.</p>',
    `<meta name="twitter:site" content="@AuroraKaffee"><script type="application/ld+json">${organisation}</script>
     <script type="application/ld+json">{ not json</script>`,
  ),
  '/impressum': page(
    'Impressum',
    '<p>Aurora Kaffee GmbH. Auch auf <a href="https://t.me/s/aurorakaffee">Telegram</a>.</p>',
  ),
  '/kontakt': page('Kontakt', '<p>Schreiben Sie uns: <a href="mailto:hallo@aurora.example">E-Mail</a></p>'),
  '/ueber-uns': page(
    'Über uns',
    '<p>Gründerin: Mira</p><a rel="author me" class="author" href="https://www.threads.net/@mira_privat">Mira</a>',
  ),
  '/blog/': page(
    'Blog',
    `<article><header><h2>Ein Beitrag</h2></header>${share}
     <blockquote class="twitter-tweet"><a href="https://twitter.com/kaffeekollektiv/status/77">3. Januar</a></blockquote>
     <p>Gelesen bei <a href="https://www.tiktok.com/@baristaworld">Barista World</a>.</p>
     <div class="comments"><div class="comment"><a href="https://x.com/ein_gast">Ein Gast</a></div></div></article>`,
  ),
  '/feed/': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end('<rss/>');
  },
};

/** A brand in English with one page that says little: everything is in one menu. */
export const englishBrand: Readonly<Record<string, Route>> = {
  '/': `<!doctype html><title>Northwind Tea | Home</title><nav><a href="/about-us">About us</a>
    <a href="https://www.facebook.com/NorthwindTea">Facebook</a> <a href="https://www.pinterest.com/steep_and_stir/">Pinterest</a>
    <a href="https://fedi.example/@northwindtea">Fediverse</a></nav>
    <meta name="fediverse:creator" content="@ned@writers.example">`,
  '/about-us': `<!doctype html><title>About us</title><p>We like <a href="https://www.reddit.com/r/tea/">r/tea</a>
    and our <a href="https://northwindtea.substack.com/p/farewell">newsletter</a>.</p>`,
};
