import { once } from 'node:events';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import { findChromium } from '../../src/crawl/find-chromium.ts';
import { unzip } from '../archive/unzip.ts';
import { useSites } from '../support/fixtures.ts';
import { membersSite, sessionCookie } from '../support/members-site.ts';
import { newWorkspaceIn } from '../support/new-workspace.ts';
import { finished, runCli, spawnCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const startSite = useSites();
// A busy machine takes its time for a browser and its pages.
vi.setConfig({ testTimeout: 240_000 });
const secret = /planted-S3CRET-\d+-4f7a91/;

/** The real browser, told to do without a screen: test machines have none. */
async function screenlessBrowser(dir: string): Promise<string> {
  const { path } = await findChromium();
  const script = join(dir, 'screenless');
  await writeFile(script, `#!/bin/sh\nexec "${path}" --headless=new "$@"\n`);
  await chmod(script, 0o755);
  return script;
}

async function workspaceWith(url: string): Promise<string> {
  const dir = await temporaryFolder();
  await newWorkspaceIn(dir, 'Aurora');
  const config = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
  const channel = `channels:\n  - {id: members, platform: website, url: "${url}", scope: prefix}\n`;
  await writeFile(join(dir, 'lastpost.yaml'), config.replace('channels:\n', channel));
  return dir;
}

it('a login is kept without a value being told, used by the next snapshot, and in no byte of it', async () => {
  const members = membersSite(3);
  const site = await startSite({ ...members.routes, '/m/': members.routes['/come-in'] ?? '' });
  const dir = await workspaceWith(site.url('/m/'));
  const browser = await screenlessBrowser(dir);
  const child = spawnCli(['channel', 'login', 'members', '--browser', browser], { cwd: dir }, 'pipe');
  const end = finished(child);
  while (!site.requests.includes('GET /m/0')) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (child.exitCode !== null) throw new Error((await end).stderr);
  }
  child.stdin?.write('\n');
  if (child.exitCode === null) await once(child, 'exit');
  const login = await end;
  expect(login.code).toBe(0);
  expect(login.stderr).toBe(
    `A browser window opens at ${site.url('/m/')}. Log in there, then close it, or press Enter here.\n`,
  );
  expect(login.stdout).toMatch(
    /^Login kept for members\. 1 host has cookies now:\n {2}127\.0\.0\.1: 1 cookie, until the site ends them\n\nNext:\n {2}lastpost snapshot take --channel members\n$/,
  );
  const profile = join(dir, '.lastpost/profiles/members');
  expect((await stat(profile)).mode & 0o777).toBe(0o700);
  expect((await stat(join(profile, 'lastpost-session.json'))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(dir, '.lastpost/.gitignore'), 'utf8')).toContain('\n*\n');

  const out = join(dir, 'members.wacz');
  const take = await runCli(['snapshot', 'take', site.url('/m/0'), '--channel', 'members', '--out', out, '--json'], {
    cwd: dir,
  });
  expect(take).toMatchObject({ code: 0, stderr: 'Using the login kept for members; --no-login leaves it out.\n' });
  expect(JSON.parse(take.stdout)).toMatchObject({ snapshot: { state: 'complete', pages: 3 } });
  const zip = await readFile(out);
  const contents = unzip(zip).map(({ name, data }) => [name, name.endsWith('.gz') ? gunzipSync(data) : data] as const);
  expect(contents.filter(([, data]) => secret.test(data.toString('latin1'))).map(([name]) => name)).toEqual([]);
  const report = JSON.parse(contents.find(([name]) => name === 'reports/crawl.json')?.[1].toString() ?? '{}');
  expect(report).toMatchObject({ session: { source: 'profile', hosts: ['127.0.0.1'], loggedOut: 0 } });
  // Without the login there is nothing to take, and it is said what to do.
  const bare = await runCli(['snapshot', 'take', site.url('/m/0'), '--no-login', '--out', 'bare.wacz'], { cwd: dir });
  expect(bare).toMatchObject({ code: 1, stdout: '' });
  expect(bare.stderr).toMatch(
    /^Error capture\.login-wall: .*\nHint: Log in once with "lastpost channel login CHANNEL"/,
  );
  expect([login.stdout, login.stderr, take.stdout, take.stderr].join('')).not.toMatch(secret);
});

it('cookies of a file open the site as well; logged out with nobody to ask, it waits, and the same command goes on', async () => {
  let isForgotten = false;
  const members = membersSite(8, (number, site) => {
    // The first page is asked for more than once, to see which software runs there; the fourth one is not.
    if (number === 3 && !isForgotten) site.forget();
    isForgotten ||= number === 3;
  });
  const site = await startSite(members.routes);
  const cwd = await temporaryFolder();
  const cookie = (name: string, value: string, expires: number) =>
    ['127.0.0.1', 'FALSE', '/', 'FALSE', expires, name, value].join('\t');
  const logIn = () =>
    writeFile(
      join(cwd, 'cookies.txt'),
      [cookie(sessionCookie, members.newLogin(), 0), cookie('old', 'x', 1_500_000_000)].join('\n'),
    );
  await logIn();
  const args = ['snapshot', 'take', site.url('/m/0'), '--cookies', 'cookies.txt', '--out', 'm.wacz', '--workers', '1'];
  const out = await runCli(args, { cwd });
  expect(out.code).toBe(75);
  expect(out.stderr).toContain('Expired and left out of cookies.txt: old of 127.0.0.1.\n');
  expect(out.stderr).toMatch(/Error capture\.logged-out: .* known pages? to go/);
  expect(out.stderr).toContain('it goes on where it stopped');
  await logIn();
  const again = await runCli(args, { cwd });
  expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('4 pages done') });
  expect(again.stdout).toMatch(/\nPages {7}8\n/);
});

it('says what a server without a screen can do instead', async () => {
  const dir = await workspaceWith('http://127.0.0.1:9/');
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const run = await runCli(['channel', 'login', 'members'], {
    cwd: dir,
    env: { ...(env as Record<string, string>), DISPLAY: '', WAYLAND_DISPLAY: '' },
  });
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(run.stderr).toMatch(/\nError browser\.no-display: .*\nHint: .*--cookies FILE\.\n$/);
});
