import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planSnapshot, type SnapshotRequest } from '../../src/journeys/plan-snapshot.ts';
import { resolveSecret } from '../../src/workspace/secret-reference.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const clock = { now: () => new Date('2026-11-23T09:30:00.250Z') };
const request: SnapshotRequest = {
  url: 'https://blog.example.org/',
  force: false,
  headed: false,
  sitemaps: true,
  include: [],
  exclude: [],
  secretParameters: [],
};

async function planIn(archive: string, more: Partial<SnapshotRequest> = {}, channel = '') {
  const cwd = await temporaryFolder();
  const channels = `channels: [{id: blog, platform: website, url: "https://blog.example.org/"${channel}}]`;
  await writeFile(
    join(cwd, 'lastpost.yaml'),
    `brand: {name: Aurora, languages: [en]}\n${channels}\narchive: ${archive}\n`,
  );
  return { cwd, ...(await planSnapshot({ ...request, ...more }, { cwd, workspaceDir: undefined }, clock)) };
}

describe('the browser of a snapshot', () => {
  it('is nothing in particular unless something is said', async () => {
    const { plan, browserPath } = await planIn('{}');
    expect([plan.browser, plan.viewport, browserPath]).toEqual([undefined, { width: 1280, height: 800 }, undefined]);
  });

  it('is what the workspace says, then the channel, then the command line', async () => {
    const archive =
      '{lang: de-DE, timezone: Europe/Berlin, mobile: true, proxy: "http://127.0.0.1:3128", browser: bin/chrome}';
    const all = await planIn(archive);
    expect(all.plan.browser).toMatchObject({
      language: 'de-DE',
      timezone: 'Europe/Berlin',
      device: { name: 'Pixel 7', isMobile: true, hasTouch: true },
      proxy: 'http://127.0.0.1:3128',
    });
    expect(all.plan.viewport).toEqual({ width: 412, height: 839, scaleFactor: 2.625 });
    expect(all.browserPath).toBe(join(all.cwd, 'bin/chrome'));

    const channel = await planIn(archive, {}, ', lang: fr, device: iPhone 15');
    expect(channel.plan.browser).toMatchObject({ language: 'fr', device: { name: 'iPhone 15' } });

    const said = { lang: 'en', timezone: 'UTC', device: 'galaxy s9+', viewport: { width: 700, height: 500 } };
    const line = await planIn(
      archive,
      { ...said, browserPath: 'ws://127.0.0.1:9222/devtools/browser/x' },
      ', lang: fr',
    );
    expect(line.plan.browser).toMatchObject({ language: 'en', timezone: 'UTC', device: { name: 'Galaxy S9+' } });
    expect(line.plan.viewport).toMatchObject({ width: 700, height: 500, scaleFactor: expect.any(Number) });
    expect(line.browserPath).toBe('ws://127.0.0.1:9222/devtools/browser/x');
  });

  it.each([
    ['{lang: german please}', 'archive.lang is "german please"; it must be a language code like de or de-DE.'],
    ['{timezone: Mars/Base}', 'archive.timezone is "Mars/Base"; it must be a time zone like Europe/Berlin.'],
    ['{mobile: maybe}', 'archive.mobile is "maybe"; it must be true or false.'],
    ['{proxie: x}', 'Did you mean "proxy"?'],
  ])('%s is told by its line', async (archive, words) => {
    await expect(planIn(archive)).rejects.toMatchObject({ code: 'workspace.invalid' });
    await expect(planIn(archive)).rejects.toThrow(words);
  });

  it('takes a secret from the environment, and says when it is not there', async () => {
    expect(resolveSecret('env:LP_PROXY', { LP_PROXY: 'http://a:b@host:1' })).toBe('http://a:b@host:1');
    expect(resolveSecret('http://env:x@host:1', {})).toBe('http://env:x@host:1');
    await expect(planIn('{proxy: "env:LP_NOT_THERE"}')).rejects.toMatchObject({ code: 'secret.missing', exitCode: 2 });
    await expect(planIn('{}', { proxy: 'ftp://host' })).rejects.toMatchObject({ code: 'usage.bad-proxy' });
    await expect(planIn('{device: Nokia}')).rejects.toMatchObject({ code: 'usage.unknown-device' });
  });
});
