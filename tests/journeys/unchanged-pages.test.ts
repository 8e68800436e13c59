import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verifyWacz } from '../../src/archive/verify-wacz.ts';
import { qaSnapshot } from '../../src/journeys/qa-snapshot.ts';
import { textOf, unzipFile } from '../archive/unzip.ts';
import { channelWorkspace, type TakenWhole } from '../support/channel-workspace.ts';
import { type Handler, type Route, startTestSite } from '../support/test-site.ts';

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const WORDS = 'Die Glocke läutet noch einmal, dann ist es still. '.repeat(20);

/** Answers 304 to whoever has it already. */
function validated(mime: string, body: () => string | Buffer): Handler {
  return (request, response) => {
    const content = body();
    const etag = `"${Buffer.from(content).length}-${Buffer.from(content).toString('base64').slice(0, 24)}"`;
    response.setHeader('etag', etag).setHeader('content-type', mime);
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.end(content);
  };
}

const dated =
  (mime: string, body: string | Buffer): Handler =>
  (request, response) => {
    const at = 'Sat, 21 Nov 2026 09:00:00 GMT';
    response.setHeader('last-modified', at).setHeader('content-type', mime);
    if (request.headers['if-modified-since'] === at) response.writeHead(304).end();
    else response.end(body);
  };

function page(title: string, body = ''): string {
  return `<!doctype html><html lang="de"><head><title>${title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/site.css"><script src="/site.js"></script></head><body><h1>${title}</h1><p>${WORDS}</p><img src="/bell.png" alt="" srcset="/bell.png 1x, /bell-large.png 2x">${body}</body></html>`;
}

/** A small site whose pages can be changed, and which knows what a browser has opened. */
async function openSite(more: Record<string, Route> = {}) {
  const now = {
    css: `p { margin: 1em; background: url(/paper.png) }\n${'/* quiet */\n'.repeat(60)}`,
    second: 'Second',
    large: DOT,
  };
  const opened: string[] = [];
  const links = ['/first', '/second', '/third', ...Object.keys(more).filter((path) => path.startsWith('/more-'))];
  const asPage =
    (html: () => string): Handler =>
    (request, response, url) => {
      if (request.headers['sec-fetch-mode'] === 'navigate') opened.push(url.pathname);
      return validated('text/html; charset=utf-8', html)(request, response, url);
    };
  const pages: Record<string, Route> = Object.fromEntries(
    Object.entries(more).map(([path, route]) => [path, typeof route === 'string' ? asPage(() => route) : route]),
  );
  const routes: Record<string, Route> = {
    '/': asPage(() => page('Home', links.map((link) => `<a href="${link}">${link}</a>`).join(' '))),
    '/first': asPage(() => page('First')),
    '/second': asPage(() => page(now.second)),
    '/third': (request, response) => {
      if (request.headers['sec-fetch-mode'] === 'navigate') opened.push('/third');
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page('Third, by a server without validators'));
    },
    '/site.css': validated('text/css', () => now.css),
    '/site.js': dated('text/javascript', `document.documentElement.dataset.ready = 'yes';\n${'// quiet\n'.repeat(80)}`),
    '/bell.png': dated('image/png', DOT),
    '/bell-large.png': validated('image/png', () => now.large),
    '/paper.png': dated('image/png', DOT),
    ...pages,
  };
  const site = await startTestSite(routes);
  onTestFinished(() => site.close());
  return { ...site, now, opened, routes };
}

async function linesOf({ whole }: TakenWhole) {
  const files = await unzipFile(whole);
  const lines = textOf(files, 'pages/pages.jsonl').trim().split('\n').slice(1);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Records with head and body, as Latin-1. */
async function unzipWarc(taken: TakenWhole): Promise<readonly string[]> {
  return (await warcOf(taken)).split(/(?=WARC\/1\.1\r\n)/);
}

async function warcOf({ whole }: TakenWhole): Promise<string> {
  const files = await unzipFile(whole);
  const warcs = [...files].filter(([path]) => path.endsWith('.warc.gz'));
  return warcs.map(([, bytes]) => gunzipSync(bytes).toString('latin1')).join('');
}

describe('a second snapshot of a channel', { timeout: 120_000 }, () => {
  it('opens only the pages that have changed, and has all of them', async () => {
    const site = await openSite();
    const { take } = await channelWorkspace(site.url('/'));
    const first = await take();
    expect(first.report).toMatchObject({ pages: 4, state: 'complete' });
    expect(site.opened.splice(0).sort()).toEqual(['/', '/first', '/second', '/third']);

    site.now.second = 'Second, corrected';
    const second = await take();
    expect(site.opened.splice(0)).toEqual(['/second']);
    expect(second.report).toMatchObject({ pages: 4, unchanged: 3, state: 'complete', gaps: [] });
    expect(await verifyWacz(second.whole, {})).toMatchObject({ ok: true, problems: [] });

    const [before, after] = [await linesOf(first), await linesOf(second)];
    const lineOf = (lines: typeof before, path: string) => lines.find(({ url }) => url === site.url(path));
    const { checked, ...line } = lineOf(after, '/first') ?? {};
    expect(line).toEqual(lineOf(before, '/first'));
    expect(Date.parse(String(checked))).toBeGreaterThan(Date.parse(String(line.ts)));
    expect(lineOf(after, '/second')).toMatchObject({ title: 'Second, corrected' });
    expect(lineOf(after, '/second')).not.toHaveProperty('checked');

    const warc = await warcOf(second);
    expect(warc).toContain('revisit/server-not-modified');
    expect(warc).toContain('revisit/identical-payload-digest');
    // What pages name without loading it, and what their style sheets name, is there as well.
    for (const path of ['/bell-large.png', '/paper.png']) expect(warc).toContain(`WARC-Target-URI: ${site.url(path)}`);
  });

  it('looks the same in a replay, and is the base of a third one', async () => {
    const site = await openSite();
    const { take, place, context } = await channelWorkspace(site.url('/'));
    await take();
    site.now.second = 'Second, corrected';
    await take();
    site.opened.splice(0);
    const third = await take();
    expect(site.opened).toEqual([]);
    expect(third.report).toMatchObject({ pages: 4, unchanged: 4 });
    expect(await verifyWacz(third.whole, {})).toMatchObject({ ok: true, problems: [] });
    const limits = { minPicture: 0.99, minText: 0.99 };
    const { report } = await qaSnapshot(
      { fileOrId: third.whole, workers: 2, limits, reportLanguages: [] },
      place,
      context,
    );
    expect(report).toMatchObject({ ok: true, known: 4, counts: { good: 4 }, refused: [] });
  });

  it('opens every page whose style sheet has changed, and fetches a file anew that a page only names', async () => {
    const site = await openSite();
    const { take } = await channelWorkspace(site.url('/'));
    await take();
    site.opened.splice(0);
    site.now.large = Buffer.concat([DOT, Buffer.from('another')]);
    const second = await take();
    expect(site.opened.splice(0)).toEqual([]);
    const large = (await unzipWarc(second)).filter((record) => record.includes(`${site.url('/bell-large.png')}\r\n`));
    expect(large.some((record) => record.includes('another'))).toBe(true);

    site.now.css = site.now.css.replace('1em', '2em');
    const third = await take();
    expect(site.opened.splice(0).sort()).toEqual(['/', '/first', '/second', '/third']);
    expect(third.report).toMatchObject({ pages: 4, unchanged: 0 });
  });

  it('opens again, in doubt, what other things than the answers to its GETs may have made', async () => {
    const quiet = (script: string) => page('More', `<script>${script}</script>`);
    const answers: Route = (_, response) => void response.setHeader('content-type', 'application/json').end('{}');
    const site = await openSite({
      '/more-posted': quiet("fetch('/data', { method: 'POST', body: 'x' })"),
      '/more-dated': quiet("fetch('/data?day=20261128')"),
      '/more-socket': quiet("new WebSocket('ws://' + location.host + '/socket')"),
      '/more-gap': page('More', '<img src="http://127.0.0.1:9/lost.png" alt="">'),
      '/more-plain': quiet("fetch('/data?page=2')"),
      '/data': answers,
      '/data?day=20261128': answers,
    });
    const { take } = await channelWorkspace(site.url('/'));
    const first = await take();
    site.opened.splice(0);
    const second = await take();
    expect(site.opened.sort()).toEqual(['/more-dated', '/more-gap', '/more-posted', '/more-socket']);
    expect(second.report.gaps.map(({ reason, url }) => [reason, url])).toEqual(
      first.report.gaps.map(({ reason, url }) => [reason, url]),
    );
  });

  it('says what has gone, what leads on, and follows what a changed page links to', async () => {
    const site = await openSite({ '/more-going': page('More'), '/more-moving': page('More'), '/new': page('New') });
    const { take } = await channelWorkspace(site.url('/'));
    await take();
    site.opened.splice(0);
    site.routes['/more-going'] = (_, response) =>
      void response.writeHead(404, { 'content-type': 'text/html' }).end('Gone');
    site.routes['/more-moving'] = (_, response) => void response.writeHead(301, { location: '/new' }).end();
    site.now.second = 'Second <a href="/new">new</a>';
    const second = await take();
    expect(second.report.notFound).toEqual([site.url('/more-going')]);
    expect((await linesOf(second)).map(({ url }) => url).sort()).toEqual(
      ['/', '/first', '/new', '/second', '/third'].map(site.url).sort(),
    );
    expect(new Set(site.opened)).toEqual(new Set(['/new', '/second']));
  });

  it('opens all when it is told to, when its time is over, and for another viewer', async () => {
    const site = await openSite();
    const { take } = await channelWorkspace(site.url('/first'), { channel: { scope: 'page' } });
    await take();
    expect((await take()).report).toMatchObject({ pages: 1, unchanged: 1 });
    const whole = (await take({ full: true })).report;
    expect(whole.pages).toBe(1);
    expect(whole).not.toHaveProperty('unchanged');
    expect((await take({ lang: 'en-GB' })).report).not.toHaveProperty('unchanged');
    expect((await take({ lang: 'en-GB' })).report).toMatchObject({ unchanged: 1 });

    const short = await channelWorkspace(site.url('/first'), { channel: { scope: 'page' }, archive: { reuse: '1s' } });
    await short.take();
    expect((await short.take()).report).toMatchObject({ pages: 1, unchanged: 0 });
  });
});
