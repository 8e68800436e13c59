import { expect, test } from 'vitest';
import { crawlSite } from '../../support/crawl-site.ts';
import { bytes, html, png, useSites } from '../../support/fixtures.ts';
import type { Route } from '../../support/test-site.ts';

const site = useSites();

/** A page of its own for each claim, one crawl for all of them. */
async function crawlPages(bodies: Readonly<Record<string, string>>, routes: Record<string, Route> = {}) {
  const links = Object.keys(bodies).map((path) => `<a href="${path}">x</a>`);
  const pages = Object.fromEntries(Object.entries(bodies).map(([path, body]) => [path, html(body)]));
  const blog = await site({ ...pages, ...routes, '/': html(links.join('')) });
  const result = await crawlSite([blog.url('/')]);
  const paths = new Set(result.exchanges.map(({ url }) => new URL(url).pathname));
  return {
    ...result,
    blog,
    page: (path: string) => result.pageOf(blog.url(path)),
    did: (path: string, name: string) =>
      result.pageOf(blog.url(path)).behaviours?.find((each) => each.name === name)?.did,
    missing: (wanted: readonly string[]) => wanted.filter((path) => !paths.has(path)),
  };
}

/** Presses are remembered in the page's title. */
const presses = `<script>document.title = 'nothing'; const press = (what) => { document.title = what; };</script>`;
const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => `<p>Row ${from + n}.</p>`).join('');

test('load-more buttons are pressed until they are gone or bring nothing, and no other button is', async () => {
  const grow = (total: number) => `<script>
    let n = 0;
    const add = (root) => { for (let k = 0; k < 5 && n < ${total}; k += 1) { n += 1; root.querySelector('ul').insertAdjacentHTML('beforeend', '<li>Row ' + n + '.</li>'); }
      if (n >= ${total}) root.querySelector('.more')?.remove(); };</script>`;
  const labels = ['Weitere Beiträge laden', 'Afficher plus', 'Cargar más', 'Mostra altro', 'Load more posts'];
  const bodies: Record<string, string> = {};
  for (const [n, label] of labels.entries()) {
    bodies[`/word${n}`] =
      `${grow(20)}<ul></ul><button type="button" class="more" onclick="setTimeout(() => add(document), 200)">${label}</button>`;
  }
  bodies['/shadow'] =
    `${grow(15)}<x-list></x-list><script>customElements.define('x-list', class extends HTMLElement { connectedCallback() {
    const root = this.attachShadow({ mode: 'open' }); root.innerHTML = '<ul></ul><div role="button" class="more" aria-label="Show more">↓</div>';
    root.querySelector('.more').onclick = () => add(root); } })</script>`;
  bodies['/vain'] =
    `${presses}<ul></ul><button type="button" onclick="press(String(Number(document.title) + 1 || 1))">Load more</button>`;
  bodies['/paged'] =
    `<nav class="pagination"><button type="button" id="next" aria-label="Next page">›</button></nav><div id="list">${rows(1, 4)}</div>
    <script>let at = 1; next.onclick = () => { at += 4; list.innerHTML = [0, 1, 2, 3].map((k) => '<p>Row ' + (at + k) + '.</p>').join(''); if (at > 8) next.disabled = true; };</script>`;
  bodies['/harm'] = `${presses}<form><button onclick="press('sent')">Load more</button></form>
    <button onclick="press('deleted')">Delete and show more</button><button onclick="press('bought')">Buy more items</button>
    <button onclick="press('subscribed')">Subscribe to see more posts</button><a href="/elsewhere" onclick="press('left')">Show more</a>
    <button type="button" onclick="location.href = '/script'">Load more</button>`;
  const { page, did, pages, blog } = await crawlPages(bodies, {
    '/elsewhere': html('Elsewhere'),
    '/script': html('By script'),
  });
  const said = (path: string) => page(path).text.match(/Row \d+\./g)?.length;
  for (const n of labels.keys()) expect([labels[n], said(`/word${n}`)]).toEqual([labels[n], 20]);
  expect(did('/word0', 'load-more')).toBe('4 clicks, 20 items');
  expect(said('/shadow')).toBe(15);
  expect(page('/vain').title).toBe('1');
  expect(page('/paged').text.match(/Row \d+\./g)).toEqual(Array.from({ length: 12 }, (_, n) => `Row ${n + 1}.`));
  expect(page('/harm').title).toBe('nothing');
  // What a link or a script would have opened is a page for the crawl.
  expect(pages.map(({ url }) => url)).toContain(blog.url('/elsewhere'));
  expect(pages.map(({ url }) => url)).toContain(blog.url('/script'));
}, 600_000);

test('what is folded up is opened, slides are shown, and players are started', async () => {
  const bodies = {
    '/folded': `${presses}<article><details><summary>More about it</summary><p>In the details.</p></details>
      <p>Beginning <button type="button" onclick="this.outerHTML = 'and the rest of the story.'">… mehr anzeigen</button></p>
      <button type="button" onclick="this.outerHTML = '<p>First reply.</p><button type=button onclick=&quot;this.outerHTML=\\'<p>Reply to the reply.</p>\\'&quot;>View 1 reply</button>'">View 3 replies</button>
      <h3><button type="button" aria-expanded="false" aria-controls="a" onclick="open1('a')">Question A</button></h3><div id="a" hidden>Answer A.</div>
      <h3><button type="button" aria-expanded="false" aria-controls="b" onclick="open1('b')">Question B</button></h3><div id="b" hidden>Answer B.</div></article>
      <header><button type="button" aria-expanded="false" aria-controls="menu" onclick="press('menu')">Mehr</button><ul id="menu" hidden></ul></header>
      <script>const open1 = (id) => { for (const each of ['a', 'b']) document.getElementById(each).hidden = each !== id; };</script>`,
    '/slides': `<style>.strip { display: flex; width: 400px; overflow-x: auto; scroll-snap-type: x mandatory } .strip div { flex: 0 0 400px; height: 120px; scroll-snap-align: start }</style>
      <section class="carousel" style="width:400px"><img id="shown" src="/s0.png" width="300" height="100"><p id="words">Slide 0</p><button type="button" aria-label="Nächstes Bild" id="next">→</button></section>
      <div class="strip">${[0, 1, 2, 3].map((n) => `<div data-n="${n}">Strip ${n}</div>`).join('')}</div>
      <script>let at = 0; next.onclick = () => { at = (at + 1) % 4; shown.src = '/s' + at + '.png'; words.textContent = 'Slide ' + at; };
      const seen = new IntersectionObserver((es) => es.forEach((e) => { if (e.isIntersecting) new Image().src = '/t' + e.target.dataset.n + '.png'; }), { root: document.querySelector('.strip'), threshold: 0.5 });
      document.querySelectorAll('.strip div').forEach((each) => seen.observe(each));</script>`,
    '/player': `<video id="film" muted="false" width="320" height="180"></video><script>
      film.play = () => { fetch('/manifest.m3u8'); return Promise.resolve(); };</script>`,
  };
  const pictures = [0, 1, 2, 3].flatMap((n) => [`/s${n}.png`, `/t${n}.png`]);
  const routes = Object.fromEntries(pictures.map((path, n) => [path, bytes(png(9, 9, n), 'image/png')]));
  const { page, did, missing } = await crawlPages(bodies, {
    ...routes,
    // Still on its way when the next slide takes its place.
    '/s1.png': (_request, response) => {
      setTimeout(() => response.writeHead(200, { 'content-type': 'image/png' }).end(png(9, 9, 1)), 1_500);
    },
    '/manifest.m3u8': bytes('#EXTM3U', 'text/plain'),
  });
  const folded = page('/folded');
  for (const words of [
    'In the details.',
    'and the rest of the story.',
    'First reply.',
    'Reply to the reply.',
    'Answer A.',
    'Answer B.',
  ]) {
    expect(folded.text).toContain(words);
  }
  expect(folded.title).toBe('nothing');
  expect(did('/folded', 'expand')).toBe('6 panels');
  expect(missing(pictures)).toEqual([]);
  for (const n of [0, 1, 2, 3]) expect(page('/slides').text).toContain(`Slide ${n}`);
  expect(did('/slides', 'carousel')).toBe('8 slides');
  expect(missing(['/manifest.m3u8'])).toEqual([]);
  expect(did('/player', 'media')).toBe('1 player');
}, 600_000);

test('every picture a page names is kept: lazy, for other screens, in styles, for readers without scripts', async () => {
  const names = [
    'attribute',
    'set1',
    'set2',
    'noscript',
    'media',
    'nested',
    'inline',
    'data-bg',
    'in-view',
    'observed',
    'last',
    'hidden',
  ];
  const body = `<style>
      @media (max-width: 300px) { body { background: url(/media.png) } @supports (display: grid) { p { background-image: url("nested.png") } } }
      .near.seen { background-image: url(/in-view.png) } @font-face { font-family: f; src: url(/font.woff2) }
    </style>
    <img data-src="/attribute.png"><img class="lazyload" data-srcset="/set1.png 300w, /set2.png 900w">
    <noscript><img src="/noscript.png"></noscript><div style="display:none"><b style="background:url('/inline.png')"></b></div>
    <div data-bg="url(/data-bg.png)"></div><div hidden><img loading="lazy" src="/hidden.png"></div><img data-src="/{width}.png">
    <div style="height:4000px"></div><p class="near" style="height:30px">Near</p><i id="watch" style="display:block;height:20px"></i>
    <div style="height:4000px"></div><img loading="lazy" src="/last.png" width="10" height="10">
    <script>new IntersectionObserver(([it]) => it.isIntersecting && document.querySelector('.near').classList.add('seen')).observe(watch);
    new IntersectionObserver(([it]) => it.isIntersecting && (new Image().src = '/observed.png')).observe(watch);</script>`;
  const routes = Object.fromEntries(names.map((name, n) => [`/${name}.png`, bytes(png(7, 7, n), 'image/png')]));
  const { missing, blog, report } = await crawlPages({ '/pictures': body }, routes);
  expect(missing(Object.keys(routes))).toEqual([]);
  expect(blog.requests.filter((line) => /width|woff2/.test(line))).toEqual([]);
  expect(report.gaps).toEqual([]);
});

test('overlays are closed by their own button or taken away, and the page scrolls again', async () => {
  const modal = (words: string, inner: string) =>
    `<style>body { overflow: hidden }</style><div id="curtain" style="position:fixed;inset:0;background:#0008;z-index:900"></div>
    <div id="modal" role="dialog" style="position:fixed;z-index:901;inset:20% 30%;background:#fff"><h2>${words}</h2>${inner}</div>
    <div style="height:3000px"></div><p id="end">.</p><script>new IntersectionObserver(([it]) => it.isIntersecting && (document.title += ' scrolled')).observe(end);</script>`;
  const closes = `onclick="document.title = 'closed'; modal.remove(); curtain.remove(); document.body.style.overflow = 'auto'"`;
  const bodies = {
    '/login': modal(
      'Log in to see more from Aurora',
      `<button onclick="document.title = 'pressed'">Log in</button><button aria-label="Schließen" ${closes}>✕</button>`,
    ),
    '/wall': modal(
      'Melde dich an, um weitere Beiträge zu sehen',
      `<button onclick="document.title = 'pressed'">Anmelden</button>`,
    ),
    '/app': `<p>Post</p><div style="position:fixed;bottom:0;left:0;right:0;height:80px">Open in the Aurora app <button onclick="document.title = 'pressed'">Open</button> <button onclick="document.title = 'closed'; this.parentNode.remove()">Not now</button></div>`,
    '/letter': modal(
      'Subscribe to our newsletter',
      `<input type="email"><button onclick="document.title = 'pressed'">Subscribe</button><button ${closes}>No thanks</button>`,
    ),
    '/fine': `<header style="position:sticky;top:0">Aurora <a href="#in">Log in</a></header><div role="dialog" style="position:fixed;right:0;bottom:0;width:200px">Chat with us <button onclick="document.title = 'pressed'">Close</button></div><p>Post</p>`,
  };
  const { page, did } = await crawlPages(bodies);
  const told = Object.keys(bodies).map((path) => [path, page(path).title, did(path, 'overlays')]);
  expect(told).toEqual([
    ['/login', 'closed scrolled', 'closed (login)'],
    ['/wall', 'Test page scrolled', 'hidden (login)'],
    ['/app', 'closed', 'closed (app)'],
    ['/letter', 'closed scrolled', 'closed (newsletter)'],
    ['/fine', 'Test page', undefined],
  ]);
}, 600_000);
