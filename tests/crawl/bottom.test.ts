import { expect, test } from 'vitest';
import { crawlSite } from '../support/crawl-site.ts';
import { bytes, html, png, useSites } from '../support/fixtures.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();

const spacer = '<div style="height:3000px"></div>';

test('loads lazy pictures down to the last 2 % of a page, by attribute and by observer', async () => {
  // Nothing on the page says the address of a picture before it is in sight: what is named is fetched in any case.
  const observed = Array.from({ length: 12 }, (_, n) => `${spacer}<p data-n="${n}" style="height:40px"></p>`).join('');
  const script = `<script>
    const io = new IntersectionObserver((es) => es.forEach((e) => {
      if (!e.isIntersecting) return;
      io.unobserve(e.target);
      e.target.append(Object.assign(new Image(), { src: '/o' + e.target.dataset.n + '.png' }));
    }));
    document.querySelectorAll('p[data-n]').forEach((each) => io.observe(each));
  </script>`;
  const lazy = `${spacer}<img loading="lazy" src="/last.png" width="40" height="40"><p data-n="12" style="height:40px"></p>`;
  const routes: Record<string, Route> = {
    '/': html(observed + lazy + script),
    '/last.png': bytes(png(9, 9, 99), 'image/png'),
  };
  for (let n = 0; n < 13; n += 1) routes[`/o${n}.png`] = bytes(png(8, 8, n), 'image/png');
  const blog = await site(routes);
  const { exchanges, pageOf } = await crawlSite([blog.url('/')]);
  const pictures = exchanges.map((exchange) => new URL(exchange.url).pathname).filter((path) => path.endsWith('.png'));
  const wanted = ['/last.png', ...Array.from({ length: 13 }, (_, n) => `/o${n}.png`)].sort();
  expect(pictures.sort()).toEqual(wanted);
  // The page itself has loaded each of them, and shows it.
  const loaded = pageOf(blog.url('/')).resources.map(({ url }) => new URL(url).pathname);
  expect(wanted.filter((path) => !loaded.includes(path))).toEqual([]);
});

/** A feed of `total` items, ten at a time, that loads more when its end comes into view. */
function feed(total: number, latencyMs: number, style: string): Record<string, Route> {
  const script = `<script>
    let next = 0, busy = false;
    const more = async () => {
      if (busy || next === null) return;
      busy = true;
      const page = await (await fetch('/feed?from=' + next)).json();
      for (const item of page.items) list.insertAdjacentHTML('beforeend', '<article style="height:220px">' + item + '</article>');
      next = page.next; busy = false;
    };
    new IntersectionObserver((es) => es[0].isIntersecting && more(), { root: window.inner ?? null, rootMargin: '100px' }).observe(end);
  </script>`;
  return {
    '/': html(
      `<div id="inner" style="${style}"><div id="list"></div><div id="end">.</div></div>${script}`.replace(
        'window.inner ?? null',
        style ? 'inner' : 'null',
      ),
    ),
    '/feed': (_request, response, url) => {
      const from = Number(url.searchParams.get('from'));
      const items = Array.from({ length: Math.min(10, total - from) }, (_, n) => `Item ${from + n + 1}.`);
      const next = from + 10 < total ? from + 10 : null;
      setTimeout(() => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items, next }));
      }, latencyMs);
    },
  };
}

test('scrolls an infinite feed to its true end', async () => {
  const blog = await site(feed(60, 250, ''));
  const { pageOf } = await crawlSite([blog.url('/')]);
  const items = pageOf(blog.url('/')).text.match(/Item \d+\./g);
  expect(items).toHaveLength(60);
});

test('finds the box that scrolls when the window does not', async () => {
  const blog = await site(feed(40, 50, 'height:100vh;overflow-y:auto'));
  const { pageOf } = await crawlSite([blog.url('/')]);
  expect(pageOf(blog.url('/')).text.match(/Item \d+\./g)).toHaveLength(40);
});

test('a page that never ends is cut off by its budget, and says so', async () => {
  const blog = await site(feed(1_000_000, 5, ''));
  const limits = { maxPages: 5, maxBytes: 1e9, maxTimeMs: 60_000, pageTimeMs: 4_000 };
  const { report, pages } = await crawlSite([blog.url('/')], { plan: { limits } });
  expect(pages).toHaveLength(1);
  expect(report.gaps).toMatchObject([{ reason: 'page-budget', url: blog.url('/') }]);
});

test('takes the pictures of other screens that a srcset names', async () => {
  const blog = await site({
    '/': html('<img src="/s.png" srcset="/s.png 300w, /m.png 900w, /l.png 2000w" sizes="200px">'),
    '/s.png': bytes(png(3, 3, 1), 'image/png'),
    '/m.png': bytes(png(9, 9, 2), 'image/png'),
    '/l.png': bytes(png(20, 20, 3), 'image/png'),
  });
  const { exchange, exchanges } = await crawlSite([blog.url('/')]);
  expect(exchange(blog.url('/l.png')).bytes.equals(png(20, 20, 3))).toBe(true);
  expect(exchange(blog.url('/m.png')).bytes.equals(png(9, 9, 2))).toBe(true);
  expect(exchanges.filter((each) => each.url === blog.url('/s.png'))).toHaveLength(1);
});

test('takes the first screen, the whole page and a thumbnail', async () => {
  const blog = await site({ '/': html(`<h1>Top</h1>${spacer}<p>Bottom</p>`) });
  const page = (await crawlSite([blog.url('/')])).pageOf(blog.url('/'));
  const view = Buffer.from(page.view?.bytes ?? []);
  expect([view.subarray(1, 4).toString(), view.readUInt32BE(16), view.readUInt32BE(20)]).toEqual(['PNG', 1280, 800]);
  const sizeOfJpeg = (data: Buffer) => {
    for (let at = 2; at < data.length; at += 2 + data.readUInt16BE(at + 2)) {
      const marker = data[at + 1] ?? 0;
      if (marker >= 0xc0 && marker <= 0xc2) return [data.readUInt16BE(at + 7), data.readUInt16BE(at + 5)];
    }
    return [];
  };
  const [width, height] = sizeOfJpeg(Buffer.from(page.fullPage?.bytes ?? []));
  expect(width).toBe(1280);
  expect(height).toBeGreaterThan(3000);
  expect(sizeOfJpeg(Buffer.from(page.thumbnail?.bytes ?? []))).toEqual([320, 200]);
});
