import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import type { JsonObject } from '../../src/model/playbook/json.ts';
import { httpStep } from '../../src/steps/http.ts';
import { selfSignedCertificate } from '../support/self-signed-certificate.ts';
import { type ContextParts, stepContext } from '../support/step-context.ts';
import { type Handler, type Route, startTestSite, type TestSite } from '../support/test-site.ts';

async function site(routes: Record<string, Route>): Promise<TestSite> {
  const started = await startTestSite(routes);
  onTestFinished(started.close);
  return started;
}

const context = (values: JsonObject, parts: ContextParts = {}) => stepContext('http', { with: values, ...parts });
const run = (values: JsonObject, parts?: ContextParts) => httpStep.execute?.(context(values, parts));
const probe = (values: JsonObject, parts?: ContextParts) => httpStep.probe?.(context(values, parts));

const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Handler =>
  (_, response) => {
    response.writeHead(code, headers).end(body);
  };

/** Everything that may be answered to somebody who looks whether an account is gone. */
async function account(): Promise<TestSite> {
  return site({
    '/410': status(410),
    '/there': 'Aurora says goodbye.',
    '/login-wall': status(302, { location: '/login?next=%2Faurora' }),
    '/elsewhere': status(302, { location: '/' }),
    '/500': status(500),
    '/503': status(503),
    '/429': status(429),
    '/401': status(401),
    '/403': status(403),
    '/451': status(451),
    '/400': status(400),
    '/slow': () => undefined,
    '/cut': (_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setTimeout(() => response.destroy(), 20);
    },
    '/moved': status(301, { location: 'https://www.aurora.example/about' }),
    '/moved-here': status(308, { location: '/about#team' }),
    '/large': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`${'<p>a</p>\n'.repeat(500_000)}the end`);
    },
    '/latin': status(200, { 'content-type': 'text/html; charset=iso-8859-1' }),
  });
}

describe('a look whether something is gone', () => {
  it.each([
    ['/404', 'done', 'answered 404.'],
    ['/410', 'done', 'answered 410.'],
    ['/there', 'not-done', 'answered 200, so it is still there.'],
    ['/login-wall', 'cannot-tell', '/login?next=%2Faurora, a login.'],
    ['/elsewhere', 'cannot-tell', 'which says neither that it is there nor that it is gone.'],
    ['/500', 'cannot-tell', 'answered 500.'],
    ['/503', 'cannot-tell', 'answered 503.'],
    ['/429', 'cannot-tell', 'answered 429.'],
    ['/401', 'cannot-tell', 'answered 401.'],
    ['/403', 'cannot-tell', 'answered 403.'],
    ['/451', 'cannot-tell', 'answered 451.'],
    ['/400', 'cannot-tell', 'answered 400, which says neither'],
    ['/slow', 'cannot-tell', 'did not answer within 0.2 seconds.'],
    ['/cut', 'cannot-tell', 'could not be reached'],
  ])('says of %s: %s', async (path, says, because) => {
    const { url } = await account();
    // Only what never answers is to run out of time.
    const looked = await probe({ url: url(path), expect: 'gone', timeout: path === '/slow' ? '200ms' : '60s' });
    expect(looked).toEqual({ says, because: expect.stringContaining(because) });
    expect(looked?.because).toContain(url(path));
  });

  it('cannot tell when the host is unknown, nobody listens, or the certificate is not trusted', async () => {
    const { close, url } = await startTestSite({});
    await close();
    const gone = { expect: 'gone', timeout: '5s' };
    const unknown = await probe({ url: 'http://no-such-host.invalid/aurora', ...gone });
    expect(unknown).toMatchObject({ says: 'cannot-tell', because: expect.stringContaining('no-such-host.invalid') });
    expect(await probe({ url: url('/'), ...gone })).toMatchObject({
      says: 'cannot-tell',
      because: expect.stringMatching(/could not be reached \(ECONNREFUSED\)/),
    });
    expect(await probe({ url: await untrusted(), ...gone })).toMatchObject({
      says: 'cannot-tell',
      because: expect.stringMatching(/cannot be reached safely \(.*CERT.*\)/),
    });
  });

  it('changes nothing: it takes no method that might', async () => {
    const { url, requests } = await account();
    const looked = await probe({ url: url('/410'), method: 'DELETE', expect: 'gone' });
    expect(looked).toMatchObject({ says: 'cannot-tell', because: expect.stringContaining('DELETE may change') });
    expect(requests).toEqual([]);
  });

  it('cannot tell when a value is wrong or a secret is missing', async () => {
    expect(await probe({ url: 'x.example', expect: 'gone' })).toMatchObject({ says: 'cannot-tell' });
    expect(await probe({ url: 'http://127.0.0.1/⟦secret:S⟧', expect: 'gone' })).toMatchObject({
      says: 'cannot-tell',
      because: 'The environment has no S.',
    });
    expect(await probe({ url: 'http://127.0.0.1/', expect: 'gnoe' })).toMatchObject({ says: 'cannot-tell' });
  });
});

async function untrusted(): Promise<string> {
  const server = createServer(selfSignedCertificate(), (_, response) => response.end('there'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe('a request of a playbook', () => {
  it('succeeds with status, address and digest, and follows nothing', async () => {
    const { url, requests } = await account();
    expect(await run({ url: url('/there') })).toEqual({
      kind: 'succeeded',
      outputs: { status: 200, location: null, sha256: sha256('Aurora says goodbye.') },
    });
    const expected = { redirect: 'https://WWW.aurora.example:443/about' };
    expect(await run({ url: url('/moved'), expect: expected })).toMatchObject({
      kind: 'succeeded',
      outputs: { status: 301, location: 'https://www.aurora.example/about' },
    });
    expect(await run({ url: url('/moved-here'), expect: { redirect: url('/about#team') } })).toMatchObject({
      kind: 'succeeded',
    });
    expect(requests).toEqual(['GET /there', 'GET /moved', 'GET /moved-here']);
  });

  it.each([
    ['/there', { redirect: 'https://www.aurora.example/' }, 'not-done', 'answered 200; expected is a redirect to'],
    [
      '/moved',
      { redirect: 'https://www.aurora.example/' },
      'not-done',
      'sends on to https://www.aurora.example/about;',
    ],
    ['/login-wall', { redirect: 'https://www.aurora.example/' }, 'cannot-tell', 'a login'],
    ['/503', { redirect: 'https://www.aurora.example/' }, 'cannot-tell', 'answered 503'],
    ['/there', { text: 'says   goodbye' }, 'done', 'as expected'],
    ['/there', { text: 'says hello' }, 'not-done', 'without the text "says hello"'],
    ['/404', { text: 'Not here' }, 'not-done', 'expected is 200 to 299'],
    ['/404', { status: 404, text: 'Not here' }, 'done', 'as expected'],
    ['/large', { text: 'the end' }, 'cannot-tell', 'not in as much of it as was read'],
    ['/410', [404, 410], 'done', 'as expected'],
    ['/410', 404, 'not-done', 'expected is 404'],
    ['/503', 503, 'done', 'as expected'],
  ] as const)('of %s with %j: %s', async (path, expected, says, because) => {
    const { url } = await account();
    expect(await probe({ url: url(path), expect: expected as never })).toEqual({
      says,
      because: expect.stringContaining(because),
    });
  });

  it('has no digest for what was not read to its end', async () => {
    const { url } = await account();
    expect(await run({ url: url('/large') })).toMatchObject({ outputs: { status: 200, sha256: null } });
  });

  it('finds words in the charset of the page, however an umlaut is put together', async () => {
    const latin = Buffer.from('<p>Auf Wiedersehen, schöne Grüße</p>', 'latin1');
    const send =
      (type: string, body: Uint8Array): Handler =>
      (_, response) => {
        response.writeHead(200, { 'content-type': type }).end(body);
      };
    const { url } = await site({
      '/header': send('text/html; charset=ISO-8859-1', latin),
      '/meta': send('text/html', Buffer.concat([Buffer.from('<meta charset="windows-1252">'), latin])),
      '/mark': send('text/html', Buffer.from('\ufeffschöne Grüße', 'utf16le')),
      '/unknown': send('text/html; charset=klingon', Buffer.from('schöne Grüße')),
    });
    for (const path of ['/header', '/meta', '/mark', '/unknown']) {
      const values = { url: url(path), expect: { text: 'schöne Grüße'.normalize('NFD') } };
      expect(await probe(values), path).toMatchObject({ says: 'done' });
    }
  });

  it('may be given its time in days as in milliseconds, and not more than a timer takes', async () => {
    const { url } = await account();
    expect(await run({ url: url('/there'), timeout: '1d' })).toMatchObject({ kind: 'succeeded' });
    for (const timeout of ['25d', '0', '5', 'soon']) {
      expect(await run({ url: url('/there'), timeout }), timeout).toMatchObject({ error: { code: 'step.bad-value' } });
    }
  });

  it('carries a stable key when it changes something, and sends what is no text as JSON', async () => {
    const bodies: string[] = [];
    const { url, headersOf } = await site({
      '/close': async (request, response) => {
        let body = '';
        for await (const piece of request) body += piece;
        bodies.push(body);
        response.writeHead(204).end();
      },
    });
    const values = { url: url('/close'), method: 'POST', body: { account: 'aurora', token: '⟦secret:S⟧' } };
    expect(await run(values, { secrets: { S: 'a"b' } })).toMatchObject({ kind: 'succeeded', outputs: { status: 204 } });
    expect(bodies).toEqual([JSON.stringify({ account: 'aurora', token: 'a"b' })]);
    expect(headersOf.get('/close')).toMatchObject({
      'idempotency-key': 'run-1/step',
      'content-type': 'application/json',
      'user-agent': expect.stringMatching(/^Lastpost\//),
    });
    await run({ url: url('/close'), headers: { 'X-Count': 3 } });
    expect(headersOf.get('/close')).toMatchObject({ 'x-count': '3' });
    expect(headersOf.get('/close')).not.toHaveProperty('idempotency-key');
  });

  it('may be tried again only where that does no harm', async () => {
    expect(httpStep.isIdempotent({})).toBe(true);
    expect(httpStep.isIdempotent({ method: 'HEAD' })).toBe(true);
    expect(httpStep.isIdempotent({ method: 'DELETE' })).toBe(false);
    expect(httpStep.isIdempotent({ method: 'DELETE', idempotent: true })).toBe(true);
    const { url } = await account();
    const slow = { url: url('/slow'), timeout: '100ms' };
    expect(await run(slow)).toMatchObject({ error: { code: 'http.timeout', isRetryable: true } });
    expect(await run({ ...slow, method: 'POST' })).toMatchObject({
      error: { code: 'http.timeout', isRetryable: false, hint: expect.stringContaining('whether it arrived') },
    });
    expect(await run({ ...slow, method: 'POST', idempotent: true })).toMatchObject({ error: { isRetryable: true } });
    const failing = { method: 'POST', idempotent: true };
    expect(await run({ url: url('/503'), ...failing })).toMatchObject({ error: { isRetryable: true } });
    expect(await run({ url: url('/400'), ...failing })).toMatchObject({ error: { isRetryable: false } });
    expect(await run({ url: url('/503'), method: 'POST' })).toMatchObject({ error: { isRetryable: false } });
    expect(await run({ url: url('/there'), expect: 'gone' })).toMatchObject({
      error: { code: 'http.unexpected', isRetryable: true },
    });
    expect(await run({ url: url('/503') })).toMatchObject({ error: { code: 'http.cannot-tell', isRetryable: true } });
  });

  it('lets nobody read its secrets, whatever the server makes of them', async () => {
    const secret = 's3cr3t/with a blank';
    const parts = { secrets: { TOKEN: secret } };
    const seen: unknown[] = [];
    const { url } = await site({
      '/a': (request, response, asked) => {
        seen.push(request.headers.authorization, asked.searchParams.get('token'));
        response.writeHead(302, { location: `/b?${asked.searchParams}&plain=${secret.replaceAll(' ', '%20')}` }).end();
      },
    });
    const address = `${url('/a')}?token=⟦secret:TOKEN⟧`.replace('http://', 'http://jana:⟦secret:TOKEN⟧@');
    const values = { url: address, headers: { 'x-token': '⟦secret:TOKEN⟧' } };
    expect(httpStep.target(values, context(values).step)).toContain('?token=⟦secret:TOKEN⟧');
    const told = [
      await run({ ...values, url: `${url('/a')}?token=⟦secret:TOKEN⟧`, expect: 302 }, parts),
      await run({ ...values, url: `${url('/a')}?token=⟦secret:TOKEN⟧` }, parts),
      await run({ ...values, url: 'http://⟦secret:TOKEN⟧/' }, parts),
      await run({ ...values, url: 'http://127.0.0.1:1/⟦secret:TOKEN⟧' }, parts),
      await run({ ...values, url: 'https://⟦secret:TOKEN⟧.invalid/' }, { secrets: { TOKEN: 'geheim' } }),
      await run(
        { url: url('/a'), headers: { 'x-token': '⟦secret:TOKEN⟧' } },
        { secrets: { TOKEN: `${secret}\n${secret}` } },
      ),
    ];
    expect(JSON.stringify(told)).not.toMatch(/s3cr3t|geheim|with\+a|with%20a/);
    expect(told[5]).toMatchObject({ error: { code: 'http.bad-header' } });
    expect(seen).toContain(secret);
  });

  it('puts a user of the address into a header, and keeps the password out of what it is about', async () => {
    const { url, headersOf } = await account();
    const values = { url: url('/there').replace('http://', 'http://jana:p%C3%A4ss@') };
    expect(await run(values)).toMatchObject({ kind: 'succeeded' });
    expect(headersOf.get('/there')?.authorization).toBe(`Basic ${Buffer.from('jana:päss').toString('base64')}`);
    expect(httpStep.target(values, context(values).step)).toBe(`GET ${url('/there').replace('//', '//jana:…@')}`);
  });
});
