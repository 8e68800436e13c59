import { expect, test } from 'vitest';
import { crawlDefaults } from '../../../src/model/crawl-defaults.ts';
import { crawlSite } from '../../support/crawl-site.ts';
import { bytes, html, png, useSites } from '../../support/fixtures.ts';
import type { Route } from '../../support/test-site.ts';

const site = useSites();
const patient = { limits: { ...crawlDefaults.limits, pageTimeMs: 180_000 } };
const names = (total: number, word: string) => Array.from({ length: total }, (_, n) => `${word} ${n + 1}.`);

/** Posts as JSON, `perLoad` at a time, each answer after the time that `latency` says for its load. */
function posts(total: number, perLoad: number, latency: (load: number) => number): Route {
  return (_request, response, url) => {
    const from = Number(url.searchParams.get('from'));
    const items = names(total, 'Post').slice(from, from + perLoad);
    const next = from + perLoad < total ? from + perLoad : null;
    const body = JSON.stringify({ items, next });
    setTimeout(
      () => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
      latency(from / perLoad),
    );
  };
}

/** An inner box that shows a window of its rows only, with pictures, and loads more near its end. */
const virtualised = `<style>body { margin: 0; overflow: hidden } #box { height: 100vh; overflow-y: auto } #rows { position: relative }
  .row { position: absolute; left: 0; right: 0; height: 150px }</style>
<div id="box"><div id="rows"></div></div><script>
  const items = []; let next = 0, busy = false;
  const draw = () => {
    const first = Math.max(0, Math.floor(box.scrollTop / 150) - 2), last = first + Math.ceil(innerHeight / 150) + 4;
    rows.style.height = items.length * 150 + 'px';
    for (const row of [...rows.children]) if (row.n < first || row.n > last) row.remove();
    for (let n = first; n <= last && n < items.length; n += 1) {
      if ([...rows.children].some((row) => row.n === n)) continue;
      const row = document.createElement('div');
      row.n = n; row.className = 'row'; row.style.top = n * 150 + 'px';
      row.innerHTML = '<a href="/post/' + (n + 1) + '">' + items[n] + '</a> <span>1 like</span><img loading="lazy" width="40" height="40" src="/picture/' + (n + 1) + '.png">';
      rows.append(row);
    }
  };
  const more = async () => {
    if (busy || next === null) return;
    busy = true;
    const page = await (await fetch('/posts?from=' + next)).json();
    items.push(...page.items); next = page.next; busy = false; draw();
  };
  box.onscroll = () => { draw(); if (box.scrollTop + box.clientHeight > box.scrollHeight - 400) more(); };
  more();
</script>`;

test('300 of 300 items of a virtualised list in an inner box: texts, links and pictures, each once and in order', async () => {
  const total = 300;
  const pictures = Object.fromEntries(
    Array.from({ length: total }, (_, n) => [`/picture/${n + 1}.png`, bytes(png(8, 8, n), 'image/png')]),
  );
  const slow = new Set([3, 7, 14]);
  const blog = await site({
    '/': html(virtualised),
    '/posts': posts(total, 20, (load) => (slow.has(load) ? 2_000 : 250 + ((load * 37) % 150))),
    ...pictures,
  });
  const scope = { ...crawlDefaults.scope, maxDepth: 0 };
  const { pageOf, exchanges, report } = await crawlSite([blog.url('/')], { plan: { ...patient, scope } });
  const { text, behaviours } = pageOf(blog.url('/'));
  expect(text.match(/Post \d+\./g)).toEqual(names(total, 'Post'));
  const loaded = new Set(exchanges.map(({ url }) => new URL(url).pathname));
  expect(Object.keys(pictures).filter((path) => !loaded.has(path))).toEqual([]);
  // Not one of the 300 links is followed, as the crawl goes no deeper, and each of them was seen.
  expect(report.leftOut).toEqual({ 'too-deep': total });
  expect(behaviours).toContainEqual({ name: 'scroll', did: expect.stringMatching(/^300 items, \d+ screens$/) });
  expect(report.gaps).toEqual([]);
}, 900_000);

/** A feed at the end of the window; `begin` is the script that decides when to load. */
const feed = (begin: string, extra = '') => `<div id="list"></div>${extra}<script>
  let next = 0, busy = false;
  const more = async () => {
    if (busy || next === null) return;
    busy = true;
    const page = await (await fetch('/posts?from=' + next)).json();
    for (const item of page.items) list.insertAdjacentHTML('beforeend', '<article style="height:300px">' + item + '</article>');
    next = page.next; busy = false; after();
  };
  let after = () => {};
  ${begin}
</script>`;

test('feeds that take their time, rows that are used again, shadow roots and several boxes all come to their end', async () => {
  const routes: Record<string, Route> = {
    // Only two seconds after its end was reached does it begin to load, and a spinner says so.
    '/late': html(
      feed(
        `const wait = () => { if (next === null) { end.remove(); return; } setTimeout(more, 2000); };
         new IntersectionObserver(([it]) => it.isIntersecting && wait()).observe(end); after = () => { if (next === null) end.remove(); };`,
        '<div id="end" class="spinner" style="height:40px;width:40px"></div>',
      ),
    ),
    // The same without any sign but that it has grown before.
    '/silent': html(
      feed(
        `more(); addEventListener('scroll', () => { clearTimeout(globalThis.t); if (innerHeight + scrollY > document.body.scrollHeight - 50) globalThis.t = setTimeout(more, 2000); });`,
      ),
    ),
    // Eight elements show all rows in turn; none is ever removed.
    '/recycled':
      html(`<style>body { margin: 0 } #box { height: 100vh; overflow-y: auto } #rows { position: relative; height: 12000px }
      .row { position: absolute; height: 200px }</style><div id="box"><div id="rows"></div></div><script>
      for (let n = 0; n < 8; n += 1) rows.insertAdjacentHTML('beforeend', '<div class="row"><b></b></div>');
      const draw = () => { const first = Math.min(52, Math.max(0, Math.floor(box.scrollTop / 200) - 1));
        for (let n = first; n < first + 8; n += 1) { const row = rows.children[n % 8]; row.style.transform = 'translateY(' + n * 200 + 'px)'; row.firstChild.textContent = 'Post ' + (n + 1) + '.'; } };
      box.onscroll = draw; draw();</script>`),
    // Inside a shadow root, beside a second box that scrolls as well.
    '/shadow':
      html(`<x-feed></x-feed><div id="side" style="height:300px;overflow:auto"><div id="inside"></div></div><script>
      customElements.define('x-feed', class extends HTMLElement { connectedCallback() {
        const root = this.attachShadow({ mode: 'open' }); let n = 0;
        root.innerHTML = '<div id="box" style="height:400px;overflow-y:auto"><div id="list"></div></div>';
        const box = root.querySelector('#box'), list = root.querySelector('#list');
        const more = () => { for (let k = 0; k < 10 && n < 50; k += 1) { n += 1; list.insertAdjacentHTML('beforeend', '<p style="height:90px">Post ' + n + '.</p>'); } };
        box.onscroll = () => { if (box.scrollTop + box.clientHeight > box.scrollHeight - 20) setTimeout(more, 300); }; more(); more();
      } });
      let m = 0; const fill = () => { for (let k = 0; k < 10 && m < 30; k += 1) { m += 1; inside.insertAdjacentHTML('beforeend', '<p style="height:60px">Note ' + m + '.</p>'); } };
      side.onscroll = () => { if (side.scrollTop + side.clientHeight > side.scrollHeight - 20) setTimeout(fill, 300); }; fill();
    </script>`),
    '/posts': posts(30, 10, () => 300),
  };
  const paths = ['/late', '/silent', '/recycled', '/shadow'];
  const blog = await site({ ...routes, '/': html(paths.map((path) => `<a href="${path}">x</a>`).join('')) });
  const { pageOf } = await crawlSite([blog.url('/')], { plan: patient });
  const said = (path: string, word: string) => pageOf(blog.url(path)).text.match(new RegExp(`${word} \\d+\\.`, 'g'));
  expect(said('/late', 'Post')).toEqual(names(30, 'Post'));
  expect(said('/silent', 'Post')).toEqual(names(30, 'Post'));
  expect(said('/recycled', 'Post')).toEqual(names(60, 'Post'));
  expect(said('/shadow', 'Post')).toEqual(names(50, 'Post'));
  expect(said('/shadow', 'Note')).toEqual(names(30, 'Note'));
}, 600_000);

test('what the time cut off is told with the behaviour and how far it came', async () => {
  const endless = posts(1_000_000, 10, () => 50);
  const blog = await site({
    '/': html(
      feed('new IntersectionObserver(([it]) => it.isIntersecting && more()).observe(end);', '<p id="end">.</p>'),
    ),
    '/posts': endless,
  });
  const limits = { ...crawlDefaults.limits, pageTimeMs: 12_000 };
  const { report } = await crawlSite([blog.url('/')], { plan: { limits } });
  expect(report.gaps).toMatchObject([{ reason: 'page-budget', url: blog.url('/') }]);
  // On a machine with much to do, the first items come too late to be counted.
  expect(report.gaps[0]?.message).toMatch(
    / was still loading after 12 s: scroll \((\d+ items, \d+ screens, still growing|\d+ screens, not at its end)\)\.$/,
  );
});

test("an app's hash routes are pages of their own, and plain anchors are none", async () => {
  const blog = await site({
    '/': html(`<nav><a href="#/posts/1">1</a> <a href="#/posts/2">2</a> <a href="#!about">About</a> <a href="#top">Top</a> <a href="#/">Home</a></nav>
      <main></main><script>const show = () => { document.querySelector('main').textContent = 'Shown: ' + (location.hash || 'home'); };
      onhashchange = show; show();</script>`),
  });
  const { pages } = await crawlSite([blog.url('/')], { plan: { workers: 1 } });
  const shown = pages.map(({ url, text }) => [url.replace(blog.origin, ''), text.match(/Shown: (\S+)/)?.[1]]);
  expect(shown).toEqual([
    ['/', 'home'],
    ['/#/posts/1', '#/posts/1'],
    ['/#/posts/2', '#/posts/2'],
    ['/#!about', '#!about'],
  ]);
});
