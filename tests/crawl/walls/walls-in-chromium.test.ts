import { expect, test, vi } from 'vitest';
import { crawlSite } from '../../support/crawl-site.ts';
import { bytes, html, redirect, useSites } from '../../support/fixtures.ts';
import type { Route } from '../../support/test-site.ts';

const site = useSites();
// A busy machine takes its time for sixty pages.
vi.setConfig({ testTimeout: 240_000 });

const titled = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

const answer =
  (status: number, headers: Record<string, string>, body: string): Route =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);

const loginForm = '<form><input name="user"><input type="password" name="password"><button>Go</button></form>';
const index = (routes: Record<string, Route>): string =>
  html(
    Object.keys(routes)
      .map((path) => `<a href="${path}">${path}</a>`)
      .join(' '),
  );

const walls: Record<string, readonly [reason: string, route: Route]> = {
  '/members': ['login-wall', redirect('/login?next=/members')],
  '/app': ['login-wall', html('<script>location.replace("/login?next=/app")</script>')],
  '/intern': ['login-wall', titled('Anmelden', `<p>Bitte melde dich an, um fortzufahren.</p>${loginForm}`)],
  '/challenge-403': [
    'bot-wall',
    answer(
      403,
      { 'cf-mitigated': 'challenge', server: 'cloudflare' },
      titled('Just a moment...', '<div id="challenge-form"></div>'),
    ),
  ],
  '/challenge-503': [
    'bot-wall',
    answer(503, {}, titled('Attention Required! | Cloudflare', '<h1>Sorry, you have been blocked</h1>')),
  ],
  '/press': [
    'bot-wall',
    answer(
      403,
      {},
      titled(
        'Access to this page has been denied',
        '<p>Press &amp; Hold to confirm you are a human (and not a bot).</p><div id="px-captcha"></div>',
      ),
    ),
  ],
  '/aws': [
    'bot-wall',
    answer(405, { 'x-amzn-waf-action': 'captcha' }, titled('Human Verification', '<p>Let’s confirm you are human</p>')),
  ],
  '/mensch': ['bot-wall', titled('Sicherheitsprüfung', '<p>Bitte bestätigen Sie, dass Sie ein Mensch sind.</p>')],
  '/anubis': [
    'bot-wall',
    titled("Making sure you're not a bot!", '<script id="anubis_challenge" type="application/json">{}</script>'),
  ],
  '/gone': [
    'content-unavailable',
    titled(
      'Facebook',
      "<h2>This content isn't available right now</h2><p>When this happens, it's usually because the owner only shared it with a small group of people, changed who can see it or it's been deleted.</p>",
    ),
  ],
  '/weg': [
    'content-unavailable',
    titled(
      'Facebook',
      '<h2>Dieser Inhalt ist momentan nicht verfügbar</h2><p>Dies passiert in der Regel, wenn der Inhalt gelöscht wurde.</p>',
    ),
  ],
  '/whisky': ['age-gate', titled('Altersprüfung', '<p>Bitte bestätigen Sie Ihr Alter.</p><button>Ja</button>')],
  '/abroad': ['country-gate', titled('Sorry', '<p>This content is not available in your country.</p>')],
  '/law': ['country-gate', answer(451, {}, titled('Unavailable', '<p>Unavailable For Legal Reasons</p>'))],
};

const prose = '<p>The kettle sang in the small hours, and nobody in the roastery had slept much.</p>'.repeat(25);
const contents: Record<string, Route> = {
  '/login': titled('Log in', `<h1>Log in</h1>${loginForm}`),
  '/about-walls': titled(
    'Just a moment...',
    `<article><h1>Verify you are human</h1><p>Too many requests, it said.</p>${prose}</article>`,
  ),
  '/short-post': titled('Are you a robot?', '<h1>Are you a robot?</h1><p>Our barista is not.</p>'),
  '/rate-limits': titled(
    'Rate limits – help',
    '<h1>Rate limit exceeded</h1><p>You may ask a hundred times an hour.</p>',
  ),
  '/hours': titled(
    'Opening hours',
    `<header>${loginForm}<a href="/login">Log in</a></header><p>From nine to five.</p>`,
  ),
  '/quote': titled('A quote', `<blockquote>This content isn't available right now</blockquote>${prose}`),
  '/contact': titled('Contact', `<p>Please log in to continue later, or write now.</p>${loginForm}`),
};

test('what stands in the way is a gap with a hint and no page; what writes about walls is a page', async () => {
  const routes = {
    ...Object.fromEntries(Object.entries(walls).map(([path, [, route]]) => [path, route])),
    ...contents,
  };
  const blog = await site({ '/': index(routes), '/robots.txt': bytes('', 'text/plain'), ...routes });
  const { report, pages, exchanges } = await crawlSite([blog.url('/')], { plan: { workers: 3, sitemaps: false } });
  const path = (url: string) => new URL(url).pathname;
  expect(pages.map(({ url }) => path(url)).sort()).toEqual(['/', ...Object.keys(contents)].sort());
  expect(report.pages).toBe(pages.length);
  expect(Object.fromEntries(report.gaps.map((gap) => [path(gap.url), gap.reason]))).toEqual(
    Object.fromEntries(Object.entries(walls).map(([address, [reason]]) => [address, reason])),
  );
  const [members] = report.gaps.filter(({ url }) => url.endsWith('/members'));
  expect(members?.message).toMatch(
    /\/members: a login page stands in the way; seen by it led to 127\.0\.0\.1\/login, /,
  );
  expect(members?.hint).toContain('lastpost channel login');
  // What the server sent stays in the archive; it is no page of it.
  expect(exchanges.find(({ url }) => url === blog.url('/challenge-403'))?.status).toBe(403);
});

test('a page that says "too often" under status 200 is asked again after the pause it asks for', async () => {
  const times: number[] = [];
  const busy = answer(
    200,
    { 'retry-after': '1' },
    titled('Too Many Requests', '<p>Too many requests. Try again later.</p>'),
  );
  const blog = await site({
    '/': html('<a href="/busy">b</a>'),
    '/busy': (request, response, url) => {
      times.push(performance.now());
      if (times.length > 1) response.writeHead(200, { 'content-type': 'text/html' }).end(html('A real page.'));
      else if (typeof busy === 'function') return busy(request, response, url);
    },
  });
  const { report, pageOf } = await crawlSite([blog.url('/')]);
  expect(report).toMatchObject({ state: 'complete', pages: 2, gaps: [] });
  expect(pageOf(blog.url('/busy')).text).toBe('A real page.');
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(900);
});
