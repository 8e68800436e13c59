import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planSnapshot, type SnapshotRequest } from '../../src/journeys/plan-snapshot.ts';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const clock = { now: () => new Date('2026-11-23T09:30:00.250Z') };

const nothingSaid: SnapshotRequest = {
  force: false,
  headed: false,
  sitemaps: true,
  include: [],
  exclude: [],
  secretParameters: [],
};

async function workspaceWith(text: string): Promise<string> {
  const dir = await temporaryFolder();
  await writeFile(join(dir, 'lastpost.yaml'), `brand: {name: Aurora, languages: [en]}\n${text}`);
  return dir;
}

const blog =
  'channels:\n  - {id: blog, platform: website, url: "https://blog.example.org", title: The blog, scope: prefix, exclude: [/tag/], depth: 2}\n';
const settings =
  'archive: {workers: 4, delay: 2s, robots: ignore, sitemaps: false, max_pages: 9, max_bytes: 1GB, max_time: 1h, page_time: 5s, user_agent: A, viewport: 800x600, secret_parameters: [sid], public_only: true, bounds: {links: 5, tab_memory: 1GB}}\n';

describe('planning a snapshot', () => {
  it('without a workspace takes the defaults and writes into the current folder', async () => {
    const cwd = await temporaryFolder();
    const input = await planSnapshot({ ...nothingSaid, url: 'blog.example.org' }, { cwd }, clock);
    expect(input).toEqual({
      url: 'https://blog.example.org/',
      force: false,
      isNamedByUs: true,
      reuseMs: 30 * 86_400_000,
      keptLogin: true,
      headed: false,
      out: join(cwd, 'blog.example.org-20261123T093000Z.wacz'),
      place: { platform: 'website', handle: undefined, url: 'https://blog.example.org/' },
      isAccount: true,
      comments: 'keep',
      plan: {
        ...crawlDefaults,
        politeness: { ...crawlDefaults.politeness, robotsDecidedBy: 'default' },
      },
    });
  });

  it('takes the id of a channel where an address is expected, and a word of no channel as a host', async () => {
    const cwd = await workspaceWith(blog);
    const named = await planSnapshot({ ...nothingSaid, channel: 'blog' }, { cwd }, clock);
    expect(named).toMatchObject({ url: 'https://blog.example.org/', channel: 'blog' });
    expect(await planSnapshot({ ...nothingSaid, url: 'blog' }, { cwd }, clock)).toEqual(named);
    expect(await planSnapshot({ ...nothingSaid, url: 'intranet' }, { cwd }, clock)).toMatchObject({
      url: 'https://intranet/',
    });
  });

  it('waits for nobody on this machine unless told to', async () => {
    const cwd = await temporaryFolder();
    for (const url of ['http://127.0.0.1:8080/', 'http://localhost/', 'http://[::1]:9/']) {
      expect((await planSnapshot({ ...nothingSaid, url }, { cwd }, clock)).plan.politeness.delayMs).toBe(0);
      const told = await planSnapshot({ ...nothingSaid, url, delayMs: 70 }, { cwd }, clock);
      expect(told.plan.politeness.delayMs).toBe(70);
    }
    const foreign = await planSnapshot({ ...nothingSaid, url: 'https://localhost.example.org' }, { cwd }, clock);
    expect(foreign.plan.politeness.delayMs).toBe(500);
  });

  it("takes a channel's address, title and scope, the workspace's settings, and leaves the place to the vault", async () => {
    const dir = await workspaceWith(blog + settings);
    const input = await planSnapshot({ ...nothingSaid, channel: 'blog' }, { cwd: dir }, clock);
    expect(input).toEqual({
      url: 'https://blog.example.org/',
      channel: 'blog',
      place: { platform: 'website', handle: 'blog.example.org', url: 'https://blog.example.org/' },
      isAccount: true,
      comments: 'keep',
      title: 'The blog',
      reuseMs: 30 * 86_400_000,
      keptLogin: true,
      force: false,
      headed: false,
      workspaceDir: dir,
      plan: {
        scope: { kind: 'prefix', include: [], exclude: [/\/tag\//], maxDepth: 2 },
        limits: { maxPages: 9, maxBytes: 1e9, maxTimeMs: 3_600_000, pageTimeMs: 5000 },
        politeness: { robots: 'ignore', robotsDecidedBy: 'lastpost.yaml', delayMs: 2000, userAgent: 'A' },
        workers: 4,
        sitemaps: false,
        viewport: { width: 800, height: 600 },
        secretParameters: ['sid'],
        bounds: { ...crawlDefaults.bounds, links: 5, tabMemoryBytes: 1e9 },
        publicOnly: true,
      },
    });
  });

  it('opens every page when the channel, the workspace or the person says so, in the order of who is nearer', async () => {
    const reuseOf = async (yaml: string, full = false) => {
      const dir = await workspaceWith(yaml);
      return (await planSnapshot({ ...nothingSaid, channel: 'blog', full }, { cwd: dir }, clock)).reuseMs;
    };
    const never = blog.replace('depth: 2', 'depth: 2, reuse: never');
    expect(await reuseOf(`${blog}archive: {reuse: 7d}\n`)).toBe(7 * 86_400_000);
    expect(await reuseOf(`${never}archive: {reuse: 7d}\n`)).toBeUndefined();
    expect(await reuseOf(`${blog}archive: {reuse: never}\n`)).toBeUndefined();
    expect(await reuseOf(blog, true)).toBeUndefined();
  });

  it('puts what was asked for before every setting, and adds patterns and secret parameters up', async () => {
    const dir = await workspaceWith(blog + settings);
    const input = await planSnapshot(
      {
        ...nothingSaid,
        channel: 'blog',
        url: 'https://other.example.org/x',
        title: 'T',
        scope: 'page',
        depth: 0,
        workers: 1,
        robots: 'obey',
        maxPages: 3,
        exclude: [/y/],
        secretParameters: ['token'],
        out: '/tmp/x.wacz',
      },
      { cwd: dir },
      clock,
    );
    expect(input).toMatchObject({
      url: 'https://other.example.org/x',
      title: 'T',
      channel: 'blog',
      out: '/tmp/x.wacz',
    });
    expect(input.plan).toMatchObject({
      scope: { kind: 'page', exclude: [/\/tag\//, /y/], maxDepth: 0 },
      limits: { maxPages: 3, maxBytes: 1e9 },
      politeness: { robots: 'obey' },
      workers: 1,
      secretParameters: ['sid', 'token'],
    });
  });

  it('knows a channel by its address', async () => {
    const dir = await workspaceWith(blog);
    const known = await planSnapshot({ ...nothingSaid, url: 'https://BLOG.example.org/' }, { cwd: dir }, clock);
    expect(known.channel).toBe('blog');
    const unknown = await planSnapshot({ ...nothingSaid, url: 'https://blog.example.org/other' }, { cwd: dir }, clock);
    expect([unknown.channel, unknown.out]).toEqual([undefined, join(dir, 'blog.example.org-20261123T093000Z.wacz')]);
  });

  it('names the channels there are when one is unknown', async () => {
    const dir = await workspaceWith(blog);
    await expect(planSnapshot({ ...nothingSaid, channel: 'blgo' }, { cwd: dir }, clock)).rejects.toMatchObject({
      code: 'channel.unknown',
      message: 'No channel is called "blgo".',
      hint: 'Choose one of: blog.',
    });
  });

  it.each(['', 'ftp://x.example', 'file:///etc/passwd', 'https://', 'a b'])('takes %j for no address', async (url) => {
    await expect(planSnapshot({ ...nothingSaid, url }, { cwd: await temporaryFolder() }, clock)).rejects.toMatchObject({
      code: 'usage.bad-address',
      exitCode: 2,
    });
  });
});
