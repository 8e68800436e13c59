import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CompletenessReport } from '../../src/model/completeness.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { workspacePaths } from '../../src/workspace/paths.ts';
import { snapshotOf } from '../contracts/snapshot-store.ts';
import {
  account,
  assess,
  claim,
  endOf,
  gap,
  listed,
  picture,
  postFinding,
  somePosts,
} from '../posts/make-assessment.ts';
import { makeSnapshot } from '../support/make-snapshot.ts';
import { newWorkspaceIn } from '../support/new-workspace.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const whole = () => {
  const media = [picture('https://p.example/1.jpg'), picture('https://p.example/2.jpg')];
  const page = postFinding('9', { kind: 'page' });
  return assess([...somePosts(3), page, postFinding('4', { media }), claim(4), claim(1, { kinds: ['page'] })]);
};

const walled = () => assess([...somePosts(40), claim(4812)], { platform: 'x', gaps: [gap('login-wall', account)] });

/** Twenty-five posts of which five are there. */
const listedOnly = () =>
  assess([...somePosts(5), ...Array.from({ length: 25 }, (_, index) => listed(String(index + 1))), endOf()]);

const file = async (reports: Record<string, unknown>) => {
  const dir = await temporaryFolder();
  return { dir, ...(await makeSnapshot(dir, { reports })) };
};

describe('lastpost snapshot show', () => {
  it('tells whether everything is there, and the record behind each number', async () => {
    const report = await walled();
    const { dir } = await file({ completeness: report });
    const { code, stdout, stderr } = await runCli(['snapshot', 'show', 'snapshot.wacz'], { cwd: dir });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(
      'Completeness: incomplete\n  The platform says 4,812 posts, and 40 are here: a login wall stood in the way.',
    );
    expect(stdout).toContain('  Posts: 40 of 4,812, 4,772 missing. In the snapshot: 40 posts.\n');
    expect(stdout).toContain(`    statuses_count says 4812  ${report.evidence[0]?.archive?.record.slice(9)}\n`);
  });

  it('names the first missing posts, and all with --missing', async () => {
    const { dir } = await file({ completeness: await listedOnly() });
    const some = await runCli(['snapshot', 'show', 'snapshot.wacz'], { cwd: dir });
    expect(some.stdout).toContain('  20 posts missing:\n');
    const { dir: more } = await file({
      completeness: await assess([...somePosts(1), ...Array.from({ length: 30 }, (_, at) => listed(String(at + 1)))]),
    });
    const cut = await runCli(['snapshot', 'show', 'snapshot.wacz'], { cwd: more });
    expect(cut.stdout).toContain('    and 9 more; all of them with --missing\n');
    expect(cut.stdout.split('\n').filter((line) => line.includes('named by statuses.'))).toHaveLength(20);
    const all = await runCli(['snapshot', 'show', 'snapshot.wacz', '--missing'], { cwd: more });
    expect(all.stdout.split('\n').filter((line) => line.includes('named by statuses.'))).toHaveLength(29);
    expect(all.stdout).toContain(`    ${account}/30`);
  });

  it('has the report as it is in the file for a script, and null where there is none', async () => {
    const report = await whole();
    const { dir } = await file({ completeness: report });
    const json = await runCli(['snapshot', 'show', 'snapshot.wacz', '--json'], { cwd: dir });
    expect((JSON.parse(json.stdout) as { completeness: unknown }).completeness).toEqual(report);
    const none = await runCli(['snapshot', 'show', 'snapshot.wacz', '--json'], { cwd: (await file({})).dir });
    expect(JSON.parse(none.stdout)).toMatchObject({ completeness: null });
  });

  it('believes no report of another shape', async () => {
    const report = await whole();
    const others: readonly unknown[] = [
      { complete: true },
      { ...report, version: 2 },
      { ...report, verdict: 'splendid' },
      { ...report, have: '4' },
      { ...report, missingPosts: [{ url: 7 }] },
      { ...report, because: 'all is well' },
    ];
    for (const completeness of others) {
      const { dir } = await file({ completeness });
      const { code, stdout } = await runCli(['snapshot', 'show', 'snapshot.wacz'], { cwd: dir });
      expect(code).toBe(0);
      expect(stdout).not.toContain('Completeness');
    }
  });
});

const today = () => new Date().toISOString();
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

interface Entered {
  readonly channel: string;
  readonly id: string;
  readonly startedAt: string;
  /** What the file says of itself. */
  readonly inFile?: CompletenessReport;
  /** What the ledger says. */
  readonly inLedger?: CompletenessReport;
}

async function workspaceOf(channels: readonly string[], entered: readonly Entered[]): Promise<string> {
  const dir = await temporaryFolder();
  await newWorkspaceIn(dir, 'Aurora');
  const config = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
  await writeFile(join(dir, 'lastpost.yaml'), config.replace('channels:\n', `channels:\n${channels.join('\n')}\n`));
  const ledger = await openLedger({ file: workspacePaths(dir).ledger, root: dir });
  for (const { channel, id, startedAt, inFile, inLedger } of entered) {
    await mkdir(join(dir, 'vault', channel), { recursive: true });
    const path = join(dir, 'vault', channel, `${id}.wacz`);
    const reports = inFile === undefined ? {} : { completeness: inFile };
    const made = await makeSnapshot(await temporaryFolder(), { file: path, reports });
    await ledger.snapshots.add(
      snapshotOf({ id, channel, file: path, bytes: made.bytes, sha256: made.sha256, startedAt }),
    );
    async function* none() {}
    if (inLedger !== undefined) await ledger.posts.addSnapshot({ id, channel, startedAt }, none(), inLedger);
  }
  await ledger.close();
  return dir;
}

const blog = '  - {id: blog, platform: wordpress, url: "https://blog.example/", title: Blog}';
const x = '  - {id: x, platform: x, url: "https://x.com/aurora"}';
const fedi = '  - {id: fedi, platform: mastodon, url: "https://social.example/@aurora"}';
const site = '  - {id: site, platform: website, url: "https://site.example/"}';

describe('lastpost channel status', () => {
  it('tells of every channel what is there, and what to do next', async () => {
    const dir = await workspaceOf(
      [blog, x, fedi, site],
      [
        { channel: 'blog', id: 'b1', startedAt: today(), inLedger: await whole() },
        { channel: 'x', id: 'x1', startedAt: daysAgo(30), inFile: await walled() },
        { channel: 'site', id: 's1', startedAt: daysAgo(1) },
      ],
    );
    const { code, stdout, stderr } = await runCli(['channel', 'status'], { cwd: dir });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines.slice(0, 7)).toEqual([
      '1 of 4 channels is complete.',
      '',
      'CHANNEL  PLATFORM   VERDICT             POSTS  MISSING  TAKEN',
      'blog     WordPress  complete           5 of 5        0  today',
      'x        X          incomplete    40 of 4,812    4,772  30 days ago',
      'fedi     Mastodon   no snapshot             -        -  -',
      'site     Website    not assessed            -        -  yesterday',
    ]);
    expect(stdout).toContain('Blog: complete. 4 posts, 1 page, 2 pictures and films, taken today.\n');
    expect(stdout).toContain('  Check the file: lastpost snapshot verify vault/blog/b1.wacz\n');
    expect(stdout).toContain('x: incomplete. 40 posts, taken 30 days ago.\n');
    expect(stdout).toContain('  The snapshot is 30 days old: what was posted since is not in it.\n');
    expect(stdout).toContain('    login-wall: 1. What to do about login-wall.\n');
    expect(stdout).toContain('  See how to get the official export: lastpost channel show x\n');
    expect(stdout).toContain(
      'fedi: There is no snapshot of it yet.\n  Keep a copy: lastpost snapshot take --channel fedi',
    );
    expect(stdout).toContain('Take a new one: lastpost snapshot take --channel site');
  });

  it('keeps its promise to scripts', async () => {
    const dir = await workspaceOf(
      [x, fedi],
      [{ channel: 'x', id: 'x1', startedAt: today(), inLedger: await walled() }],
    );
    const { code, stdout } = await runCli(['channel', 'status', '--json'], { cwd: dir });
    expect(code).toBe(0);
    const { channels } = JSON.parse(stdout) as { channels: readonly object[] };
    expect(channels[0]).toMatchObject({
      id: 'x',
      platform: 'x',
      verdict: 'incomplete',
      expected: 4812,
      have: 40,
      missing: 4772,
      gaps: [{ reason: 'login-wall', count: 1, hint: 'What to do about login-wall.' }],
      media: { known: 0, had: 0, missing: 0 },
      snapshot: { id: 'x1', present: true, age_days: 0 },
      newer_snapshot: null,
    });
    expect(channels[1]).toMatchObject({
      id: 'fedi',
      verdict: null,
      expected: null,
      have: null,
      missing: null,
      gaps: [],
      snapshot: null,
    });
  });

  it('speaks German', async () => {
    const dir = await workspaceOf(
      [blog],
      [{ channel: 'blog', id: 'b1', startedAt: daysAgo(1), inLedger: await whole() }],
    );
    const { stdout } = await runCli(['channel', 'status', '--lang', 'de'], { cwd: dir });
    expect(stdout).toContain('Der Kanal ist vollständig.\n');
    expect(stdout).toContain('Blog: vollständig. 4 Beiträge, 1 Seite, 2 Bilder und Filme, gestern gesichert.');
    expect(stdout).toContain('Alle 5 Beiträge sind gesichert, samt 2 Bildern und Filmen;');
  });

  it('names everything that is missing of one channel', async () => {
    const dir = await workspaceOf(
      [x, fedi],
      [{ channel: 'fedi', id: 'f1', startedAt: today(), inLedger: await listedOnly() }],
    );
    const { stdout } = await runCli(['channel', 'status', '--channel', 'fedi'], { cwd: dir });
    expect(stdout).toContain('  20 posts missing:\n');
    expect(stdout).toContain(`    ${account}/25  `);
    const json = await runCli(['channel', 'status', '--channel', 'fedi', '--json'], { cwd: dir });
    const { channels } = JSON.parse(json.stdout) as { channels: readonly { completeness: CompletenessReport }[] };
    expect(channels).toHaveLength(1);
    expect(channels[0]?.completeness.missingPosts).toHaveLength(20);
  });

  it('tells of a newer snapshot without posts, and of a file that is gone', async () => {
    const dir = await workspaceOf(
      [x],
      [
        { channel: 'x', id: 'x1', startedAt: daysAgo(3), inLedger: await walled() },
        { channel: 'x', id: 'x2', startedAt: today() },
      ],
    );
    await rm(join(dir, 'vault/x/x1.wacz'));
    const { code, stdout } = await runCli(['channel', 'status'], { cwd: dir });
    expect(code).toBe(0);
    expect(stdout).toContain('  There is a newer snapshot, x2, in which no posts were read.\n');
    expect(stdout).toContain('  Its file is gone: ');
  });

  it('says what to do when there is no channel, and knows no other ids than those of lastpost.yaml', async () => {
    const dir = await temporaryFolder();
    await newWorkspaceIn(dir, 'Aurora');
    const none = await runCli(['channel', 'status'], { cwd: dir });
    expect(none).toMatchObject({ code: 0, stdout: expect.stringContaining('No channels yet.') });
    const unknown = await runCli(['channel', 'status', '--channel', 'blog'], { cwd: dir });
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('Error channel.unknown') });
    const outside = await runCli(['channel', 'status'], { cwd: await temporaryFolder() });
    expect(outside).toMatchObject({ code: 2, stderr: expect.stringContaining('Error workspace.not-found') });
  });
});
