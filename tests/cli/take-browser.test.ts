import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { allRecords, textOf, unzipFile } from '../archive/unzip.ts';
import { html, useSites } from '../support/fixtures.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const site = useSites();

/** A proxy that asks for a login and knows one host. */
async function startProxy(wanted: string, sitePort: number): Promise<number> {
  const proxy = createServer((request, response) => {
    const { 'proxy-authorization': login, ...headers } = request.headers;
    if (login !== `Basic ${Buffer.from(wanted).toString('base64')}`) {
      response.writeHead(407).end();
      return;
    }
    const { pathname, search, hostname } = new URL(request.url ?? '');
    if (hostname !== 'shop.example') {
      response.writeHead(502).end();
      return;
    }
    const asking = ask({ host: '127.0.0.1', port: sitePort, path: pathname + search, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    asking.on('error', () => response.destroy());
    request.pipe(asking);
  });
  proxy.on('connect', (_request, socket) => socket.destroy());
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return (proxy.address() as AddressInfo).port;
}

it('writes into the snapshot with what browser and as whom it was taken, and of the proxy only that there was one', async () => {
  const cwd = await temporaryFolder();
  const shop = await site({ '/': html('<h1>Laden</h1>') });
  const port = await startProxy('anna:planted-secret', shop.port);
  const options = ['--mobile', '--lang', 'de-DE', '--timezone', 'Asia/Tokyo', '--proxy', 'env:LP_TEST_PROXY'];
  const run = await runCli(['snapshot', 'take', 'http://shop.example/', '--out', 'shop.wacz', '--json', ...options], {
    cwd,
    env: { LP_TEST_PROXY: `http://anna:planted-secret@127.0.0.1:${port}` },
  });
  expect(run.code, run.stderr).toBe(0);
  expect(run.stdout + run.stderr).not.toContain('planted-secret');
  const files = await unzipFile(join(cwd, 'shop.wacz'));
  expect(JSON.parse(textOf(files, 'reports/crawl.json')).browser).toMatchObject({
    remote: false,
    device: 'Pixel 7',
    language: 'de-DE',
    timezone: 'Asia/Tokyo',
    viewport: { width: 412, height: 839, scaleFactor: 2.625 },
    proxy: true,
  });
  let all = '';
  let info = '';
  for (const [name, content] of files) {
    if (!name.startsWith('archive/')) {
      all += content.toString('latin1');
      continue;
    }
    for (const { record, payload } of await allRecords(content)) {
      all += `${JSON.stringify([...(record.httpHeaders?.headers ?? [])])}${payload.toString('latin1')}`;
      if (record.warcType === 'warcinfo') info = payload.toString('utf8');
    }
  }
  for (const secret of ['planted-secret', 'anna', `:${port}`, Buffer.from('anna:planted-secret').toString('base64')]) {
    expect(all).not.toContain(secret);
  }
  expect(info).toMatch(/^browser: Chromium \d+\.\S+\r$/m);
  for (const line of [
    'device: Pixel 7',
    'language: de-DE',
    'time-zone: Asia/Tokyo',
    'proxy: yes',
    'viewport: 412x839, 2.625 device pixels each',
  ]) {
    expect(info.split('\r\n')).toContain(line);
  }
  expect(info).toMatch(/^http-header-user-agent: .*Pixel 7.*Lastpost\//m);
  expect(shop.headersOf.get('/')?.['accept-language']).toMatch(/^de-DE/);
});

it('tells at once what is wrong with an option, without a browser', async () => {
  const cwd = await temporaryFolder();
  const tried = async (...more: string[]) => {
    const { code, stderr } = await runCli(['snapshot', 'take', 'http://127.0.0.1:9/', ...more], { cwd });
    return [code, /Error (\S+):/.exec(stderr)?.[1], /Hint: (.*)/.exec(stderr)?.[1]];
  };
  expect(await tried('--lang', 'deutsch bitte')).toEqual([2, 'usage.bad-value', 'Write it like de or de-DE.']);
  expect(await tried('--device', 'Pixl 7')).toEqual([2, 'usage.unknown-device', 'Did you mean "Pixel 7"?']);
  expect((await tried('--proxy', 'gopher://host')).slice(0, 2)).toEqual([2, 'usage.bad-proxy']);
  expect((await tried('--browser', 'http://127.0.0.1:9')).slice(0, 2)).toEqual([1, 'browser.unreachable']);
});
